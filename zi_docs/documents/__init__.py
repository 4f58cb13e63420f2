"""Plan -> documents: which template, filled with what, under which name. Pure: no files."""
