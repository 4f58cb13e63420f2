"""Rows -> a NEW workbook; no file of the office is written over."""

import sys

if "numpy" not in sys.modules:
    # openpyxl loads numpy, where it is installed, to know numpy's numbers in cells, of which there
    # are none here. That saves a quarter of a second.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        import openpyxl  # noqa: F401
    finally:
        del sys.modules["numpy"]
