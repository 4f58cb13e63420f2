"""How the program bears what arrives from many hands: damaged and hostile files, at random.

`originals` are sound files; the modules of mutations damage them, each mutant by its own seed;
`trials` has a verb meet the mutant in a process of its own; `verdict` judges what came of it;
`figures` keeps what was counted, and `python -m tools.resilience` prints it into
`docs/ketahanan.md`.
"""
