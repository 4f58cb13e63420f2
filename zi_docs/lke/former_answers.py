"""What evaluators wrote into earlier answer sheets of the LKE."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path

from zi_docs.findings import Finding, error, warning
from zi_docs.lke.answer_sheet import EVALUATIONS, answer_sheet
from zi_docs.lke.items import lke_items, lke_results
from zi_docs.model import FollowUpSource, Plan, RecordedFollowUp, folded_id
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


def unrecorded_notes(
    evaluations: Evaluations, plan: Plan, day: date
) -> tuple[RecordedFollowUp, ...]:
    """The evaluators' notes that the sheet Tindak Lanjut does not have yet, as rows for it.

    They come in the order of the sheets and of their columns, as asked on `day`, under new IDs. A
    note is known by its item, its evaluator and its words: what an evaluator writes anew is new.
    """
    known = {_identity(each) for each in plan.follow_ups}
    notes = (
        RecordedFollowUp(
            "",
            FollowUpSource.EVALUATION,
            written[column.key],
            acuan=f"{code}, {column.header.removeprefix(_NOTE)}",
            tanggal=day,
            lke=code,
        )
        for code, written in evaluations.by_code.items()
        for column in EVALUATIONS
        if column.header.startswith(_NOTE) and column.key in written
    )
    ids = _free_ids(plan)
    return tuple(replace(n, id=next(ids)) for n in notes if _identity(n) not in known)


def _identity(record: RecordedFollowUp) -> tuple[object, ...]:
    texts = (record.acuan, record.uraian)
    return record.sumber, *(" ".join(text.casefold().split()) for text in texts)


def _free_ids(plan: Plan) -> Iterator[str]:
    taken = {folded_id(each.id) for each in plan.follow_ups}
    numbers = (f"TL-{number:03d}" for number in count(1))
    return (key for key in numbers if folded_id(key) not in taken)


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
