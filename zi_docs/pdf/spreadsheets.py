"""Spreadsheets of other programs (ODS, old XLS) as XLSX, by LibreOffice Calc where it is there."""

from __future__ import annotations

import tempfile
from pathlib import Path

from zi_docs.errors import ConversionError
from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES
from zi_docs.pdf.office_places import find_office, temporary_folder
from zi_docs.pdf.office_program import OfficeProgram
from zi_docs.pdf.processes import Processes
from zi_docs.pdf.residents import work_folder

_TIMEOUT_SECONDS = 90


def as_xlsx(path: Path) -> bytes:
    """The bytes of an XLSX with the content of a spreadsheet that LibreOffice reads.

    Raises MissingProgramError without LibreOffice, ConversionError where it gives none: Calc is a
    package of its own, which an office that only makes papers does not have.
    """
    office = find_office()
    processes = Processes()
    try:
        with tempfile.TemporaryDirectory(
            prefix="zi-tabel-", dir=temporary_folder(office)
        ) as folder:
            return _converted(office, path, Path(folder), processes)
    finally:
        processes.close()
        processes.clear()


def _converted(office: Path, path: Path, folder: Path, processes: Processes) -> bytes:
    program = OfficeProgram(office, DEFAULT_SUBSTITUTES.write_config(folder))
    place = work_folder(folder)
    program.furnish(place)
    document = place / f"tabel{path.suffix.lower()}"
    document.write_bytes(path.read_bytes())
    results = place / "out"
    try:
        processes.run(
            program.spreadsheet(place, document.name),
            program.environment(place),
            place,
            _TIMEOUT_SECONDS,
            lambda: len(list(results.iterdir())),
        )
    except OSError as problem:
        raise program.missing(problem) from problem
    result = results / "tabel.xlsx"
    if not result.is_file():
        raise ConversionError(
            "LibreOffice tidak menghasilkan tabel.", "Mungkin paket Calc belum terpasang."
        )
    return result.read_bytes()
