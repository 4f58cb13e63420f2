"""The year of a workbook that is not read whole: a state, or another year's."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from zi_docs.findings import Place, has_errors
from zi_docs.settings import DEFAULTS
from zi_docs.text import whole_number
from zi_docs.workbook.reading.cell_text import fold_name, visible_text
from zi_docs.workbook.reading.package import check_package
from zi_docs.workbook.reading.workbook_parts import BrokenPartError
from zi_docs.workbook.reading.xlsx import read_sheets
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
    content, findings = check_package(path, DEFAULTS)
    if has_errors(findings):
        return None
    try:
        sheets, _ = read_sheets(content, Place(""), DEFAULTS)
    except BrokenPartError:
        return None
    label = fold_name(INSTANSI.by_key["tahun"].header)
    for raw in sheets:
        if fold_name(raw.title) == fold_name(INSTANSI.title):
            for cells in raw.rows().values():
                texts = [text for cell in cells.values() if (text := visible_text(cell))]
                if len(texts) > 1 and fold_name(texts[0]) == label:
                    return whole_number(texts[1])
    return None
