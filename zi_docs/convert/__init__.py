"""From DOCX files to verified PDF files, by LibreOffice.

`guard` refuses what must not reach the program, `fonts` says which family stands in for which,
`office` converts and judges, `normal` makes equal documents equal files, and `destinations` reads
where the bookmarks came to stand.
"""
