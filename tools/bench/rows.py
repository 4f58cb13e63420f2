"""The rows that can be measured, in their order: what each runs, what it gives."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tools.bench.commands import SOURCE, Outcome, generate, run, stamps
from tools.bench.figures import COLD_YEAR, FLOOR, ONE_EACH, UNOSERVER, Figure
from tools.bench.growth import growth
from tools.bench.laboratory import Laboratory, Row, peak, timed
from tools.bench.offices import Bureau, Conversion, office, sample, unoserver
from tools.bench.workbooks import with_cell, with_repeated_rows, with_row

_ABSENT = "not installed"
# A meeting has five DOCX files and the real year 30 meetings: some 2,500 files instead of 253.
_MEETINGS_TIMES = 16


def cold_year(lab: Laboratory) -> Iterator[Figure]:
    """From the workbook to all papers and bundles, into an empty folder."""
    outcomes = lab.repeated(COLD_YEAR, lab.cold_year)
    yield timed(COLD_YEAR, outcomes, f"{len(lab.documents)} DOCX")
    yield peak("cold year, peak memory", outcomes, "PSS of all processes together")


def floor(lab: Laboratory) -> Iterator[Figure]:
    """What LibreOffice alone needs for the same documents, used in four ways."""
    program, server, documents = office(), unoserver(), lab.documents
    if program is None:
        yield from (Figure(name, "s", (), _ABSENT) for name in (FLOOR, ONE_EACH, UNOSERVER))
        return

    def bureau() -> Bureau:
        return Bureau(program, lab.folder())

    def measured(name: str, convert: Callable[[], Conversion], scale: float = 1) -> Figure:
        made = lab.repeated(name, convert)
        return Figure(name, "s", tuple(scale * each.seconds for each in made), made[-1].note)

    yield measured(FLOOR, lambda: bureau().in_processes(documents, 2))
    yield measured("one LibreOffice process for all", lambda: bureau().in_processes(documents, 1))
    few = sample(documents)
    yield measured(ONE_EACH, lambda: bureau().one_each(few), len(documents) / len(few))
    if server is None:
        yield Figure(UNOSERVER, "s", (), _ABSENT)
    else:
        yield measured(UNOSERVER, lambda: bureau().by_unoserver(server, documents))


def _after_edit(lab: Laboratory, name: str, edit: Callable[[Path], Path]) -> Figure:
    """`semua` upon the finished year, after an edit of the workbook."""
    source = edit(lab.folder() / SOURCE.name)
    written = 0

    def measure() -> Outcome:
        nonlocal written
        output = lab.finished_year()
        before = stamps(output)
        outcome = generate(["semua"], lab.scratch, output, source=source)
        written = len(dict(stamps(output).items() - before.items()))
        return outcome

    return timed(name, lab.repeated(name, measure), f"{written} outputs written")


def indicator(lab: Laboratory) -> Iterator[Figure]:
    """One cell of the plan, which stands in decree, forms and recaps."""
    cell = ("rencana_aksi", "RA-001", "indikator")
    yield _after_edit(
        lab, "one indicator changed", lambda copy: with_cell(SOURCE, copy, cell, "Indikator lain")
    )


def title(lab: Laboratory) -> Iterator[Figure]:
    """The title of one meeting, which stands in that meeting's papers."""
    cell = ("rapat", "R-01", "acara")
    yield _after_edit(
        lab, "one meeting's title changed", lambda copy: with_cell(SOURCE, copy, cell, "Acara lain")
    )


def realisation(lab: Laboratory) -> Iterator[Figure]:
    """A month's result of one row, which stands in every later form and recap."""
    values: dict[str, str | int] = {"baris": "RA-001", "bulan": 1, "persen": 100}
    yield _after_edit(
        lab,
        "one realisation entered",
        lambda copy: with_row(SOURCE, copy, "realisasi", values),
    )


def unchanged(lab: Laboratory) -> Iterator[Figure]:
    """`semua` once more."""
    output = lab.finished_year()
    name = "nothing changed"
    yield timed(name, lab.repeated(name, lambda: generate(["semua"], lab.scratch, output)))


def _verb(*arguments: str) -> Row:
    """One verb into an empty folder."""

    def row(lab: Laboratory) -> Iterator[Figure]:
        name = " ".join(arguments)
        yield timed(name, lab.repeated(name, lambda: lab.cold(arguments)))

    return row


def periksa(lab: Laboratory) -> Iterator[Figure]:
    """The check of the workbook, which makes nothing."""
    outcomes = lab.repeated("periksa", lambda: generate(["periksa"], lab.scratch))
    yield timed("periksa", outcomes)


_READING = """
import json, sys, time
from pathlib import Path
start = time.perf_counter()
from zi_docs.workbook.reading.load import read_plan
imported = time.perf_counter()
read_plan(Path(sys.argv[1]))
print(json.dumps([imported - start, time.perf_counter() - imported]))
"""


def reading(lab: Laboratory) -> Iterator[Figure]:
    """The workbook alone, in a new process: the libraries, then the plan."""

    def measure() -> Outcome:
        return run((sys.executable, "-c", _READING, SOURCE), lab.scratch)

    outcomes = lab.repeated("reading", measure)
    told = [json.loads(outcome.printed or "[0, 0]") for outcome in outcomes]
    yield Figure("importing what reads", "s", tuple(imports for imports, _ in told))
    yield Figure("reading the workbook", "s", tuple(reads for _, reads in told))


def many_documents(lab: Laboratory) -> Iterator[Figure]:
    """Ten times the documents: the memory of a year should not grow with them."""
    if not lab.large:
        return
    source = with_repeated_rows(SOURCE, lab.folder() / SOURCE.name, "rapat", _MEETINGS_TIMES)
    output = lab.folder()
    outcome = generate(["semua"], lab.scratch, output, source=source, sampled=True)
    name = f"year of {_MEETINGS_TIMES} times the meetings"
    yield timed(name, [outcome], f"{len(list(output.rglob('*.docx')))} DOCX, run once")
    yield peak(f"{name}, peak memory", [outcome])


ROWS: Mapping[str, Row] = {
    "year": cold_year,
    "floor": floor,
    "indicator": indicator,
    "title": title,
    "realisation": realisation,
    "unchanged": unchanged,
    "keputusan": _verb("keputusan"),
    "rapat": _verb("rapat", "R-01"),
    "monev": _verb("monev", "--bulan", "3"),
    "sk": _verb("sk", "sk-tim-kerja"),
    "rekap": _verb("rekap", "--triwulan", "1"),
    "periksa": periksa,
    "reading": reading,
    "growth": growth,
    "many": many_documents,
}
