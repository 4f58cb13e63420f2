"""Workbook -> Plan and findings. The only code that opens a workbook of the office."""
