"""The sheet of photos of a row of the plan: what its evidence shows that no paper says.

Photos and screenshots in the row's folder of evidence stand on it under their captions; where the
plan asks for such and there is none yet, it has frames to paste on, and is made on request.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import ceil

from zi_docs.checks.rows.papers_of_rows import papers_of_rows
from zi_docs.file_names import file_stem
from zi_docs.model import Activity, Photo, Plan, areas_of, components_by_row, same_id
from zi_docs.papers.document import Document, Paper, fixed, stamp_of
from zi_docs.papers.dokumentasi import photo_sheet
from zi_docs.papers.rapat import letterhead
from zi_docs.product import Family, Product, Scope, Subject, Topic
from zi_docs.revision.states import Year
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI

KIND, TITLE = "lembar-foto", "Lembar Foto Bukti Dukung"
FAMILY = Family(
    "foto",
    "lembar foto bukti dukung",
    "lembar foto satu baris rencana aksi dari gambar di folder buktinya, atau untuk ditempeli.",
    reads={RENCANA_AKSI.key: Scope.OWN},
    ids=(RENCANA_AKSI.key,),
)
SPECIMENS: tuple[object, ...] = ()
_TEMPLATE = "dokumentasi.docx"
# How many letters a line of the title holds, and its height in mm; a meeting's has two lines less.
_LINE_LETTERS, _LINE_MM, _LINES_OF_MEETING = 75, 5.5, 2


def topics(year: Year) -> Iterator[Topic]:
    """The rows that have photos in their folder, or whose cell asks for some."""
    plan = year.plan
    for papers in papers_of_rows(plan):
        row = papers.row
        if papers.pictured or photos_of(plan, row):
            about = Subject(FAMILY, row.id, f"Bukti dukung {row.id}", row.origin)
            yield Topic(about, partial(products, plan, row, about), frozenset({FAMILY}))


def photos_of(plan: Plan, row: Activity) -> tuple[Photo, ...]:
    """The photos of a row."""
    return next((each.photos for each in plan.row_photos if same_id(each.baris, row.id)), ())


def products(plan: Plan, row: Activity, about: Subject) -> list[Product]:
    """The sheet of a row."""
    paper = Paper(
        f"bukti-foto/{file_stem(row.id)}",
        KIND,
        TITLE,
        about,
        _TEMPLATE,
        on_request=not photos_of(plan, row),
    )
    return [paper.product(lambda _: fixed(photos_of_row(plan, row)))]


def photos_of_row(plan: Plan, row: Activity) -> Document:
    """The photos below what the row is about: indicator, component, year."""
    office, component = plan.office, components_by_row(areas_of(plan))[row.id]
    what = " ".join(row.indikator.plain.split())
    place = f"Area {component.area}, komponen {component.number}: {component.name}"
    more = (_lines(what) + _lines(place) + 1 - _LINES_OF_MEETING) * _LINE_MM
    title = _title(what, place, row, office.tahun)
    context, one_page = photo_sheet(title, photos_of(plan, row), office.letter_paper, what, more)
    return Document(
        context={"kop": letterhead(office), **context},
        paper=office.letter_paper,
        title=f"{TITLE} {what}",
        subject=what,
        author=office.name,
        keywords=row.lke or component.code,
        stamp=stamp_of(office, None),
        one_page=one_page,
    )


def _lines(text: str) -> int:
    return ceil(len(text) / _LINE_LETTERS)


def _title(what: str, place: str, row: Activity, year: int) -> Flow:
    served = f"Butir LKE {row.lke}, tahun {year}" if row.lke else f"Tahun {year}"
    return Flow(
        (
            Paragraph("Judul Naskah", RichText.of(TITLE.upper())),
            *(Paragraph("Tengah", RichText.of(text)) for text in (what, place, served)),
        )
    )
