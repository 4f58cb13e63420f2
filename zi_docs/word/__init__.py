"""Template + context -> DOCX.

Templates run sandboxed, strict and escaped; values become WordprocessingML by their type; passes
over the result merge cells, restart lists and fit it to the office's paper.
"""
