"""How long whole commands take, and how much memory: `make bench`. Figures, no verdict.

Everything is measured from outside, as a person would start it, beside what LibreOffice alone
needs for the same documents. What the figures mean: `docs/performance.md`.
"""
