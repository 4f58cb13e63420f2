"""One year's workbook -> the rows of the next, and what is to be looked at in them."""
