"""Filled monitoring forms -> realisations: each file judged alone, so that the others are read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from zi_docs.findings import Finding, Place, error, note, warning
from zi_docs.forms.answer_files import answer_files
from zi_docs.forms.follow_up_answers import parted_answers
from zi_docs.forms.form_identity import identity_lines, no_form, period_of
from zi_docs.forms.form_rows import realisations_of
from zi_docs.forms.merged import Merged, merge
from zi_docs.model import Plan, Realisation
from zi_docs.monev.periods import Period
from zi_docs.settings import DEFAULTS, Settings, neighbour_years
from zi_docs.workbook.reading.book_file import read_book
from zi_docs.workbook.reading.cell_text import fold_name
from zi_docs.workbook.reading.headers import header_share
from zi_docs.workbook.reading.package import place_of_file
from zi_docs.workbook.reading.parse import parse_table
from zi_docs.workbook.reading.xlsx import RawSheet
from zi_docs.workbook.sheets.form_sheets import FORMULIR

FOLDER = "realisasi"
FORM_SUFFIX = ".xlsx"
# A form that lost columns, or a foreign table that has some of them.
_FORM_SHARE, _FORM_LINES = 0.7, 3
OTHER_TABLES = (".xlsm", ".xls", ".xlsb", ".ods", ".csv")


@dataclass(frozen=True)
class FormFile:
    """What a file says: the periods of its forms; it is none of this plan's where there are none.

    The findings tell why a form, or a line of it, was left out.
    """

    periods: tuple[Period, ...] = ()
    realisations: tuple[Realisation, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass
class Answers:
    """What the forms of a folder say, and what is wrong with them."""

    realisations: list[Realisation] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def with_answers(plan: Plan, source: Path, settings: Settings = DEFAULTS) -> tuple[Plan, Merged]:
    """The plan with the realisations of its sheet and of the forms beside its workbook merged.

    The forms stand in the folder `realisasi` next to `source`, at any depth. The findings are
    those of the forms and of the merging.
    """
    others = neighbour_years(source) - {plan.office.tahun}
    answers = read_answers(plan, source.parent / FOLDER, settings, others)
    merged = merge((*plan.realisations, *answers.realisations))
    merged = replace(merged, findings=(*answers.findings, *merged.findings))
    realisations, follow_ups = parted_answers(plan, merged.realisations)
    return replace(plan, realisations=realisations, follow_ups=follow_ups), merged


def read_answers(
    plan: Plan, folder: Path, settings: Settings = DEFAULTS, other_years: Collection[int] = ()
) -> Answers:
    """Read every form below a folder, in the order of their paths; a folder may be missing.

    The forms of `other_years` are left to the workbooks of those years.
    """
    answers = Answers()
    paths, answers.findings = answer_files(folder)
    for path in paths:
        form = read_form(plan, path, settings, other_years)
        answers.realisations += form.realisations
        answers.findings += form.findings
    return answers


def read_form(
    plan: Plan, path: Path, settings: Settings = DEFAULTS, other_years: Collection[int] = ()
) -> FormFile:
    """Read a file as a filled form of this plan; one of `other_years` is left out in silence."""
    place = place_of_file(path)
    kind = path.suffix.casefold()
    if kind != FORM_SUFFIX:
        return FormFile(findings=(_other_kind(place, kind),))
    book = read_book(path, settings)
    findings, sheets = list(book.findings), book.sheets
    if sheets is None:
        return FormFile(findings=tuple(findings))
    forms = [raw for raw in sheets if _is_form(raw)]
    if not forms:
        return FormFile(findings=(*findings, no_form(place)))
    realisations: list[Realisation] = []
    periods: list[Period] = []
    for form in forms:
        period, mismatches = period_of(
            book.content, form, plan.office, other_years, alone=len(forms) == 1
        )
        findings += mismatches
        if period is None:
            continue
        periods.append(period)
        rows, problems = parse_table(FORMULIR, form)
        reported, more = realisations_of(plan, period, rows)
        realisations += reported
        findings += (*problems, *more)
    findings += [_unread(raw) for raw in sheets if raw not in forms and raw.cells]
    return FormFile(tuple(periods), tuple(realisations), tuple(findings))


def _is_form(raw: RawSheet) -> bool:
    """Whether a sheet is a form: by its title, its header, or the lines above its table."""
    return (
        fold_name(raw.title) == fold_name(FORMULIR.title)
        or header_share(FORMULIR, raw) >= _FORM_SHARE
        or len(identity_lines(raw)) >= _FORM_LINES
    )


def _unread(raw: RawSheet) -> Finding:
    return warning(
        "MON-LEMBAR",
        f"Lembar “{raw.title}” bukan formulir monev dan tidak dibaca. Salinlah jawabannya, bila "
        "ada, ke lembar formulir; bila tidak ada, hapuslah lembar ini.",
        raw.place,
    )


def _other_kind(place: Place, kind: str) -> Finding:
    if kind in OTHER_TABLES:
        return error(
            "MON-JENIS",
            f"Formulir berjenis {kind} tidak dibaca. Simpanlah sebagai Buku Kerja Excel (.xlsx).",
            place,
        )
    return note(
        "MON-JENIS",
        "Berkas ini bukan formulir monev dan tidak dibaca. Pindahkan dari folder ini.",
        place,
    )
