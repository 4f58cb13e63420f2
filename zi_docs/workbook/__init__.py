"""The workbook: its declared sheets, the way from its cells to a Plan, and back to a new one."""

import sys

if "numpy" not in sys.modules:
    # openpyxl loads numpy, where it is installed, to know numpy's numbers in cells, of which there
    # are none here. That is a quarter of the time in which `periksa` answers.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        import openpyxl  # noqa: F401
    finally:
        del sys.modules["numpy"]
