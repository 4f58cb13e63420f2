"""The only code that knows Excel: workbook -> Plan + findings, and schema -> fresh workbook."""

from zi_docs.workbook.load import read_plan

__all__ = ["read_plan"]
