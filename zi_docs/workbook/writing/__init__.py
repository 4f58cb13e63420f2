"""Rows -> a NEW workbook; no file of the office is written over."""
