"""From single PDF files to one bundle, and from any PDF to the facts about it.

`assemble` joins the papers of one signing, with outline and page labels; `inspect` reads back
what a PDF holds.
"""
