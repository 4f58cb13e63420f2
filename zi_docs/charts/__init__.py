"""Figures -> charts for print: deterministic PNG, legible in grey, with a text description."""
