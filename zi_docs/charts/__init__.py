"""Figures -> pictures that print: deterministic PNG, legible in grey, each with its words."""
