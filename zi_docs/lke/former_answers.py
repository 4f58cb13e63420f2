"""What evaluators wrote into earlier answer sheets of the LKE."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from zi_docs.data.lke_components import codes_in
from zi_docs.findings import Finding, error, warning
from zi_docs.lke.answer_sheet import EVALUATIONS, answer_sheet
from zi_docs.lke.items import lke_items, lke_results
from zi_docs.model import Plan
from zi_docs.settings import DEFAULTS, Settings
from zi_docs.workbook.reading.book_file import read_book
from zi_docs.workbook.reading.package import place_of_file
from zi_docs.workbook.reading.parse import TypedRow, parse_table
from zi_docs.workbook.reading.xlsx import RawSheet

_NOTE = "Catatan "
_TITLE = re.compile(r"lke (\d{4})", re.I)


@dataclass
class Evaluations:
    """What evaluators wrote, by the item's code and the column's key, and what is wrong."""

    by_code: dict[str, dict[str, str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class EvaluationNote:
    """What an evaluator noted on an item: somebody has to answer it.

    `rows` are the IDs of the rows of the plan that serve the item.
    """

    code: str
    label: str
    evaluator: str
    text: str
    rows: tuple[str, ...]


def evaluation_notes(evaluations: Evaluations, plan: Plan) -> tuple[EvaluationNote, ...]:
    """The evaluators' notes, in the order of the sheets and of their columns."""
    labels = {item.code: item.label for item in lke_items().values()}
    labels |= {result.code: result.label for result in lke_results()}
    return tuple(
        EvaluationNote(
            code,
            labels[code],
            column.header.removeprefix(_NOTE),
            written[column.key],
            tuple(row.id for row in plan.activities if code in codes_in(row.lke)),
        )
        for code, written in evaluations.by_code.items()
        for column in EVALUATIONS
        if column.header.startswith(_NOTE) and column.key in written
    )


def earlier_sheets(folder: Path, but: Iterable[Path]) -> list[Path]:
    """The workbooks of a folder that may be answer sheets, by name; some are known not to be."""
    others = {path.resolve() for path in but}
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.glob("*.xlsx")
        if path.resolve() not in others and not path.name.startswith(("~$", "."))
    )


def read_evaluations(
    paths: Iterable[Path], year: int, *, named: bool = False, settings: Settings = DEFAULTS
) -> Evaluations:
    """The evaluators' columns of the answer sheets of a year, in the order of `paths`.

    Where two sheets differ the later counts, with a finding. A workbook without such a sheet is
    passed over, unless it was `named` by the user: then it is an error.
    """
    result = Evaluations()
    for path in paths:
        book = read_book(path, settings)
        sheets = [raw for raw in book.sheets or () if _year_of(raw) == year]
        if named:
            result.findings += book.findings
        elif book.sheets is None:
            result.findings.append(_unreadable(path))
        if named and book.sheets is not None and not sheets:
            result.findings.append(_no_sheet(path, year))
        for raw in sheets:
            rows, findings = parse_table(answer_sheet(year), raw)
            result.findings += findings
            for row in rows:
                _take(result, row)
    return result


def _year_of(raw: RawSheet) -> int | None:
    match = _TITLE.fullmatch(" ".join(raw.title.split()))
    return int(match[1]) if match else None


def _no_sheet(path: Path, year: int) -> Finding:
    return error(
        "LKE-LEMBAR",
        f"Berkas ini tidak memuat lembar “LKE {year}”, sehingga isian TPI tidak dapat dibaca. "
        "Sebutkan lembar jawaban tahun ini dengan --dari.",
        place_of_file(path),
    )


def _unreadable(path: Path) -> Finding:
    return warning(
        "LKE-BERKAS",
        "Berkas ini tidak dapat dibaca, sehingga isian TPI di dalamnya, bila ada, tidak dibawa. "
        "Bukalah dan simpan kembali, lalu sebutkan dengan --dari.",
        place_of_file(path),
    )


def _take(result: Evaluations, row: TypedRow) -> None:
    code = str(row.values.get("kode", "")).strip().upper()
    filled = _filled(row.values)
    if not filled:
        return
    if code not in lke_items() and code not in {each.code for each in lke_results()}:
        result.findings.append(
            warning(
                "LKE-BUTIR",
                f"Isian TPI untuk “{code}” tidak dibawa, karena kode itu bukan kode butir. "
                "Betulkan kodenya, lalu buat kembali lembar jawaban.",
                row.origin.at("kode"),
            )
        )
        return
    known = result.by_code.setdefault(code, {})
    for key, text in filled.items():
        if known.get(key, text) != text:
            result.findings.append(
                warning(
                    "LKE-BEDA",
                    f"Isian TPI untuk {code} berbeda dengan lembar jawaban lain; yang di sini "
                    "dipakai. Sebutkan lembar yang benar dengan --dari.",
                    row.origin.at(key),
                )
            )
        known[key] = text


def _filled(values: Mapping[str, object]) -> dict[str, str]:
    keys = [column.key for column in EVALUATIONS]
    return {key: text for key in keys if (text := str(values.get(key) or "").strip())}
