"""Template + context -> DOCX.

Templates run in a sandbox, with undefined names forbidden and output escaped. Values become
WordprocessingML according to their type. Passes over the result merge cells, restart lists and
fit the document to the office's paper.
"""
