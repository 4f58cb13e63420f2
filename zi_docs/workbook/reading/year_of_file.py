"""The year of a workbook that is not read whole: a state, or another year's."""

from __future__ import annotations

import warnings
from functools import lru_cache
from pathlib import Path

import openpyxl

from zi_docs.workbook.reading.cell_text import fold_name
from zi_docs.workbook.sheets.office_sheets import INSTANSI


def workbook_year(path: Path) -> int | None:
    """The Tahun of a workbook's sheet Instansi; None where it cannot be read.

    What is wrong with such a file is said where it is read whole.
    """
    try:
        state = path.stat()
    except OSError:
        return None
    return _read_year(path, state.st_mtime_ns, state.st_size)


@lru_cache
def _read_year(path: Path, changed: int, size: int) -> int | None:
    """Read a file once as long as it is not `changed` (its time in ns) and has its `size`."""
    label = fold_name(INSTANSI.by_key["tahun"].header)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            pages = (p for p in book.worksheets if fold_name(p.title) == fold_name(INSTANSI.title))
            for page in pages:
                for cells in page.iter_rows(values_only=True):
                    values = [value for value in cells if value not in (None, "")]
                    if len(values) > 1 and fold_name(str(values[0])) == label:
                        return int(str(values[1]))
        finally:
            book.close()
    except Exception:
        # openpyxl lets any exception of its parsers through.
        return None
    return None
