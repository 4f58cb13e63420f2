"""The report of a survey with its index worked out line by line, and the notice that tells of it.

Counts, days and method stand in the sheets Survei and Unsur Survei alone. A survey that nobody has
counted yet gives both papers as drafts with room to write.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from zi_docs.charts.drawings import Diagram, RatingBar, Shape
from zi_docs.checks.unwritten_texts import record_texts
from zi_docs.findings import Place
from zi_docs.model import FollowUpSource, Plan
from zi_docs.monev.followup import OtherFollowUp, others_on
from zi_docs.papers.document import UNNAMED, Document, Paper
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.rapat import facts, signature
from zi_docs.papers.supporting import document, paragraphs, text_lacks, texts
from zi_docs.product import Family, Lack, Leaf, Product, Scope, Subject, Topic
from zi_docs.revision.states import Year
from zi_docs.survey.index import (
    FACTOR,
    INDEX_PLACES,
    MEAN_PLACES,
    SCALE,
    ElementResult,
    SurveyResult,
    elements_of,
    figure_text,
    result_of,
    rules_of,
)
from zi_docs.text import BLANK, Flow, Paragraph, RichText
from zi_docs.wording.dates import long_date, short_date
from zi_docs.wording.lists import enumeration
from zi_docs.workbook.sheets.follow_up_sheets import TINDAK_LANJUT
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI
from zi_docs.workbook.sheets.survey_sheets import (
    SURVEI,
    UNSUR_SURVEI,
    Survey,
    SurveyElement,
    SurveyKind,
)
from zi_docs.workbook.sheets.text_sheets import TEKS_NASKAH, WordingPart

REPORT, NOTICE = "laporan-survei", "pengumuman-survei"
FAMILY = Family(
    "survei",
    "laporan dan pengumuman survei",
    "laporan setiap survei di lembar Survei dengan perhitungan indeksnya, dan pengumuman hasilnya.",
    reads={SURVEI.key: Scope.OWN, UNSUR_SURVEI.key: Scope.OWN, TEKS_NASKAH.key: Scope.ALL},
    reads_of_kind={REPORT: dict.fromkeys((TINDAK_LANJUT.key, RENCANA_AKSI.key), Scope.ALL)},
    ids=(SURVEI.key,),
)
SPECIMENS: tuple[object, ...] = (
    Survey("contoh-survei", SurveyKind.SATISFACTION, "Layanan"),
    SurveyElement("contoh-survei", "U1", 1, 2, 3, 4),
    SurveyElement("contoh-survei", "U2", 4, 3, 2, 1),
)
_TEXTS = {
    SurveyKind.SATISFACTION: "Laporan survei kepuasan masyarakat",
    SurveyKind.CORRUPTION: "Laporan survei persepsi korupsi",
}
_NOTICE_TEXTS = "Pengumuman survei"
_TABLE = ("kode", "unsur", *(f"jawaban_{value}" for value in SCALE), "nilai", "nrr", "bobot",
          "tertimbang")  # fmt: skip
_FOLLOW_UP = ("nomor", "uraian", "pic", "batas")
# The anchors of the rows of elements, and of the sums below them, are numbered.
_ROW = "unsur"
_ELEMENT_ROWS, _FOLLOW_UP_ROWS = 5, 3
_WIDTH_MM, _LABEL = 165.0, 30
_ROUNDING = (
    "Perhitungan memakai angka yang tidak dibulatkan. Yang dicetak dibulatkan, NRR dan bobot pada "
    "empat angka dan indeks pada dua angka di belakang koma; angka 5 dibulatkan ke atas."
)
Row = dict[str, str]


def topics(year: Year) -> Iterator[Topic]:
    """A topic a survey, with its report and its notice."""
    for survey in year.plan.rows(Survey):
        name = f"{rules_of(survey.jenis).title} {survey.id}, {survey.objek}"
        about = Subject(FAMILY, survey.id, name, survey.origin)
        yield Topic(
            about, lambda each=survey, about=about: _products(year.plan, each, about),  # type: ignore[misc]
            frozenset({FAMILY}),
        )  # fmt: skip


def _products(plan: Plan, survey: Survey, about: Subject) -> list[Product]:
    title = rules_of(survey.jenis).title
    lacks = tuple(_lacks(plan, survey))
    papers = (
        (REPORT, f"Laporan {title}", _TEXTS[survey.jenis], _report, _follow_up_lacks(plan, survey)),
        (NOTICE, f"Hasil {title}", _NOTICE_TEXTS, _notice, ()),
    )
    return [
        Paper(
            f"survei/{survey.id}/{kind}",
            kind,
            name,
            about,
            f"{kind}.docx",
            leaf=Leaf(name),
            lacks=(*lacks, *more, *text_lacks(plan, wording)),
        ).product(lambda _, compose=compose, name=name: partial(compose, plan, survey, name))  # type: ignore[misc]
        for kind, name, wording, compose, more in papers
    ]


def _report(plan: Plan, survey: Survey, title: str, pages: Pagination) -> Document:
    result = result_of(survey, elements_of(plan, survey))
    wording = _TEXTS[survey.jenis]
    rows = _counted(result) if result else _uncounted(plan, survey)
    context: dict[str, object] = {
        "pembuka": paragraphs(texts(plan, wording, WordingPart.OPENING), "Isi"),
        "fakta": facts(_course(plan, survey, result)),
        "butir": paragraphs(texts(plan, wording, WordingPart.ITEM), "Butir Angka"),
        "unsur": [
            {**row, "kode": _anchored("Tabel Tengah", row["kode"], number, pages)}
            for number, row in enumerate(rows, start=1)
        ],
        "jumlah": {
            **_totals(result),
            "nama": _anchored("Tabel Jumlah", "Jumlah", len(rows) + 1, pages),
        },
        "hitungan": facts(_worked_out(survey, result)),
        "pembulatan": _ROUNDING,
        "gambar": [_picture(result)] if result else [],
        "terendah": _lowest(result),
        "tindak_lanjut": _follow_up_rows(plan, survey),
        "penutup": paragraphs(texts(plan, wording, WordingPart.CLOSING), "Penutup"),
    }
    # The sums do not stand alone on a page.
    keep = Keep(f"{_ROW}{len(rows)}", f"{_ROW}{len(rows) + 1}")
    return _document(plan, survey, f"{title} Tahun {plan.office.tahun}", context, keeps=(keep,))


def _anchored(style: str, words: str, number: int, pages: Pagination) -> Flow:
    """The first cell of a row of the table, by which its page is known and can be made to begin."""
    anchor = f"{_ROW}{number}"
    return Flow((Paragraph(style, RichText.of(words), anchor, anchor in pages.breaks),))


def _notice(plan: Plan, survey: Survey, title: str, _: Pagination) -> Document:
    result = result_of(survey, elements_of(plan, survey))
    rules = rules_of(survey.jenis)
    context: dict[str, object] = {
        "objek": survey.objek,
        "nama_indeks": rules.index,
        "indeks": figure_text(result.index, INDEX_PLACES) if result else "." * 8,
        "tahun": f"TAHUN {plan.office.tahun}",
        "mutu": f"Mutu pelayanan: {_grade(survey, result)}" if rules.grades else "",
        "fakta": facts(_shown(survey, result)),
        "pembuka": paragraphs(texts(plan, _NOTICE_TEXTS, WordingPart.OPENING), "Isi Tengah"),
    }
    return _document(plan, survey, title, context, one_page=True)


def _document(
    plan: Plan, survey: Survey, title: str, context: dict[str, object], **form: Any
) -> Document:
    office = plan.office
    signed: dict[str, object] = {
        "judul": title.upper(),
        "tempat": office.kedudukan,
        "tanggal": long_date(survey.tanggal) if survey.tanggal else f"{BLANK * 2}{office.tahun}",
        "penanda_tangan": signature(office, plan.official(survey.penanda_tangan)),
    }
    about = rules_of(survey.jenis).title
    name = f"{title} {survey.objek}"
    return document(office, name, about, signed | context, survey.tanggal, **form)


def _course(plan: Plan, survey: Survey, result: SurveyResult | None) -> list[tuple[str, str]]:
    """What was asked, when, how and of how many."""
    rules = rules_of(survey.jenis)
    signer = plan.official(survey.penanda_tangan)
    population = [("Populasi", _people(survey.populasi))] if survey.populasi is not None else []
    return [
        (rules.subject, survey.objek),
        ("Waktu", _days(survey)),
        ("Cara", survey.cara or UNNAMED),
        *population,
        ("Responden", _respondents(result)),
        ("Penanggung jawab", signer.jabatan if signer else UNNAMED),
    ]


def _shown(survey: Survey, result: SurveyResult | None) -> list[tuple[str, str]]:
    """What the notice says of the survey."""
    return [("Waktu survei", _days(survey)), ("Responden", _respondents(result))]


def _days(survey: Survey) -> str:
    if survey.mulai and survey.mulai == survey.selesai:
        return long_date(survey.mulai)
    first, last = (long_date(day) if day else UNNAMED for day in (survey.mulai, survey.selesai))
    return f"{first} sampai dengan {last}"


def _respondents(result: SurveyResult | None) -> str:
    return _people(result.respondents) if result else UNNAMED


def _people(count: int) -> str:
    """`1.240 orang`."""
    return f"{count:,} orang".replace(",", ".")


def _counted(result: SurveyResult) -> list[Row]:
    return [
        _table_row(
            element.code,
            element.name,
            *map(str, element.counts),
            str(element.total),
            _mean(element.mean),
            _mean(result.weight),
            _mean(element.mean * result.weight),
        )
        for element in result.elements
    ]


def _uncounted(plan: Plan, survey: Survey) -> list[Row]:
    """The elements with what is known of their counts; those of the kind where none is named."""
    rules = rules_of(survey.jenis)
    rows = elements_of(plan, survey)
    if rows:
        return [
            _table_row(
                *rules.element(row.unsur, number),
                *("" if count is None else str(count) for count in row.answers),
            )
            for number, row in enumerate(rows, start=1)
        ]
    names = rules.elements or [""] * _ELEMENT_ROWS
    return [_table_row(f"{rules.code}{number}", name) for number, name in enumerate(names, start=1)]


def _table_row(*cells: str) -> Row:
    return dict(zip(_TABLE, (*cells, *[""] * (len(_TABLE) - len(cells))), strict=True))


def _totals(result: SurveyResult | None) -> Row:
    if result is None:
        return {"nrr": "", "bobot": "", "tertimbang": ""}
    return {"nrr": _mean(result.sum_of_means), "bobot": "1", "tertimbang": _mean(result.mean)}


def _worked_out(survey: Survey, result: SurveyResult | None) -> list[tuple[str, str]]:
    """The index in numbers, a line for each step; blanks where nothing is counted yet."""
    rules = rules_of(survey.jenis)
    graded = [("Mutu", _grade(survey, result) + _span(survey, result))] if rules.grades else []
    if result is None:
        steps = ("Bobot", "Jumlah NRR", "NRR tertimbang", "Indeks")
        return [*((step, UNNAMED) for step in steps), *graded]
    means = [_mean(element.mean) for element in result.elements]
    total, mean = _mean(result.sum_of_means), _mean(result.mean)
    count = len(result.elements)
    return [
        *((f"NRR {element.code}", _mean_in_numbers(element)) for element in result.elements),
        ("Bobot", f"1 : {count} = {_mean(result.weight)}"),
        ("Jumlah NRR", f"{' + '.join(means)} = {total}" if count > 1 else total),
        ("NRR tertimbang", f"{total} × 1/{count} = {mean}"),
        ("Indeks", f"{mean} × {FACTOR} = {figure_text(result.index, INDEX_PLACES)}"),
        *graded,
    ]


def _mean_in_numbers(element: ElementResult) -> str:
    values = " + ".join(
        f"{count} × {value}" for value, count in zip(SCALE, element.counts, strict=True)
    )
    return (
        f"({values}) : {element.respondents} = {element.total} : {element.respondents} = "
        f"{_mean(element.mean)}"
    )


def _mean(value: Decimal) -> str:
    return figure_text(value, MEAN_PLACES)


def _grade(survey: Survey, result: SurveyResult | None) -> str:
    """The grade of the index: `B (Baik)`."""
    grade = rules_of(survey.jenis).grade(result.index) if result else None
    return f"{grade.letter} ({grade.name})" if grade else UNNAMED


def _span(survey: Survey, result: SurveyResult | None) -> str:
    """Of which indices the grade is that of this one."""
    grade = rules_of(survey.jenis).grade(result.index) if result else None
    if grade is None:
        return ""
    low, high = (figure_text(limit, INDEX_PLACES) for limit in (grade.low, grade.high))
    return f", untuk indeks {low} sampai dengan {high}"


def _picture(result: SurveyResult) -> dict[str, object]:
    lowest = result.lowest
    bars = tuple(
        RatingBar(
            "\n".join(textwrap.wrap(f"{element.code} {element.name}", _LABEL)),
            float(element.mean),
            _mean(element.mean),
            element in lowest,
        )
        for element in result.elements
    )
    each = "; ".join(
        f"{element.code} {element.name} {_mean(element.mean)}" for element in result.elements
    )
    titles = (f"NRR pada skala {SCALE[0]} sampai dengan {SCALE[-1]}", "Unsur dengan NRR terendah")
    words = f"Diagram batang nilai rata-rata setiap unsur: {each}."
    caption = "Nilai rata-rata (NRR) setiap unsur"
    return {
        "gambar": Diagram(Shape.RATING, (bars, SCALE[-1], titles), _WIDTH_MM, words),
        "judul": caption,
        "keterangan": f"Gambar 1. {caption}",
    }


def _lowest(result: SurveyResult | None) -> str:
    if result is None:
        return f"Unsur dengan NRR terendah: {UNNAMED}."
    if not result.lowest:
        return "Semua unsur mempunyai NRR yang sama."
    names = [f"{each.code} {each.name} ({_mean(each.mean)})" for each in result.lowest]
    return f"Unsur dengan NRR terendah ialah {enumeration(names)}."


def _follow_ups(plan: Plan, survey: Survey) -> list[OtherFollowUp]:
    """What the survey asks to be followed up, at whatever day it was asked."""
    after = date(plan.office.tahun + 1, 12, 31)
    return [
        each
        for each in others_on(plan, after)
        if each.source is FollowUpSource.SURVEY and survey.named_in(each.reference)
    ]


def _follow_up_rows(plan: Plan, survey: Survey) -> list[Row]:
    rows = [
        dict(zip(_FOLLOW_UP, (str(number), each.what, each.pic or UNNAMED, _deadline(each)),
                 strict=True))
        for number, each in enumerate(_follow_ups(plan, survey), start=1)
    ]  # fmt: skip
    return rows or [dict.fromkeys(_FOLLOW_UP, "")] * _FOLLOW_UP_ROWS


def _deadline(follow_up: OtherFollowUp) -> str:
    return short_date(follow_up.deadline) if follow_up.deadline else ""


def _lacks(plan: Plan, survey: Survey) -> Iterator[Lack]:
    """What both papers cannot be published without; nothing is missed before the survey is over."""
    since, at = survey.selesai, survey.origin.at
    elements = elements_of(plan, survey)
    if not elements:
        place = Place(plan.office.origin.file, UNSUR_SURVEI.title)
        yield Lack("jawaban setiap unsur", place, draft=True, since=since)
    elif result_of(survey, elements) is None:
        gap = next((row for row in elements if None in row.answers), elements[0])
        yield Lack("jawaban setiap unsur", gap.origin.at("jawaban_1"), draft=True, since=since)
    for key, what in (("mulai", "hari pertama"), ("selesai", "hari terakhir"), ("cara", "cara")):
        if not getattr(survey, key):
            yield Lack(f"{what} survei", at(key), draft=True, since=since)
    signer = plan.official(survey.penanda_tangan)
    if signer is None:
        yield Lack("penanda tangan", at("penanda_tangan"), draft=True, since=since)
    elif not signer.nama:
        yield Lack(f"nama {signer.jabatan}", signer.origin.at("nama"), draft=True, since=since)
    if not survey.tanggal:
        yield Lack("tanggal laporan", at("tanggal"), since=since)
    yield from record_texts((survey, *elements))


def _follow_up_lacks(plan: Plan, survey: Survey) -> tuple[Lack, ...]:
    if _follow_ups(plan, survey):
        return ()
    place = Place(plan.office.origin.file, TINDAK_LANJUT.title)
    return (Lack("tindak lanjut hasil survei", place, since=survey.selesai),)
