"""How a fresh workbook is laid out: looks, sheets of each layout, drop-downs, guidance."""
