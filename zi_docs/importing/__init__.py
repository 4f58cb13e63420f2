"""An office's own table of its plan -> rows of the workbook."""
