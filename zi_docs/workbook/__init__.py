"""The workbook: its declared sheets, the way from its cells to a Plan, and back to a new one."""
