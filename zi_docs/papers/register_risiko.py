"""The register of risks and the plan to control them: what is valued, how, and what follows.

A risk is as high as its likelihood times its impact; the paper shows both, and the matrix of all of
them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zi_docs.charts.drawings import Diagram, MatrixCell, Shape
from zi_docs.checks.unwritten_texts import record_texts
from zi_docs.findings import Place
from zi_docs.model import Plan, areas_of, components_by_row, folded_id
from zi_docs.monev.risk_levels import LEVELS, VALUES, RiskScale, risk_scale, risk_score
from zi_docs.papers.document import Document
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rapat import signature
from zi_docs.papers.supporting import (
    CLOSING,
    Row,
    anchored,
    document,
    heads,
    last_with,
    paragraphs,
    signer_lacks,
    text_lacks,
    texts,
)
from zi_docs.product import Lack
from zi_docs.text import BLANK
from zi_docs.wording.dates import long_date
from zi_docs.wording.lists import enumeration
from zi_docs.workbook.sheets.risk_sheets import RISIKO, Risk
from zi_docs.workbook.sheets.text_sheets import WordingPart, starting_texts

_LIKELIHOODS, _IMPACTS = "Kemungkinan risiko", "Dampak risiko"
_REGISTER, _CONTROLS = "Register risiko", "Rencana tindak pengendalian"
_EMPTY_ROWS = 5
_MATRIX_MM = 175.0


def register(plan: Plan, title: str, _: Pagination) -> Document:
    """The risks with their values, the scale, and the matrix; rows to write on where none is."""
    scale = scale_of(plan)
    codes = _component_codes(plan)
    context: dict[str, object] = {
        "judul": title.upper(),
        "pembuka": paragraphs(texts(plan, _REGISTER, WordingPart.OPENING), "Isi"),
        "baris": [
            {
                **_risk_cells(scale, number, risk),
                "kegiatan": _with_code(risk, codes),
                "tujuan": risk.tujuan,
                "sebab": risk.sebab,
                "akibat": risk.akibat,
                "pengendalian": risk.pengendalian,
            }
            for number, risk in enumerate(plan.rows(Risk), start=1)
        ]
        or blank_rows(_REGISTER_KEYS),
        "rumus": "Skor = kemungkinan × dampak",
        "ringkasan": _counted(plan, scale) if plan.rows(Risk) else "",
        "tingkat": _levels(scale),
        "gambar": _matrix(plan, scale),
        **_signed_by_head(plan),
    }
    return document(plan.office, title, _REGISTER, context)


_REGISTER_KEYS = (
    "nomor", "kegiatan", "tujuan", "risiko", "sebab", "akibat", "pengendalian", "kemungkinan",
    "dampak", "skor", "tingkat",
)  # fmt: skip


def controls(plan: Plan, title: str, pages: Pagination) -> Document:
    """What is to be done about each risk, by whom and until when."""
    scale = scale_of(plan)
    rows = [
        {**control_cells(scale, number, risk), "pengendalian": risk.pengendalian}
        for number, risk in enumerate(plan.rows(Risk), start=1)
    ] or blank_rows(CONTROL_KEYS)
    context: dict[str, object] = {
        "judul": title.upper(),
        "pembuka": paragraphs(texts(plan, _CONTROLS, WordingPart.OPENING), "Isi"),
        "baris": anchored(rows, pages),
        **_signed_by_head(plan),
    }
    keeps = last_with(rows, CLOSING)
    return document(plan.office, title, _CONTROLS, context, keeps=keeps)


CONTROL_KEYS = (
    "nomor", "risiko", "skor", "tingkat", "pengendalian", "rencana", "pic", "batas",
)  # fmt: skip


def _risk_cells(scale: RiskScale, number: int, risk: Risk) -> Row:
    """What every paper says of a risk: its number in the register, its words, how high it is."""
    score = risk_score(risk.kemungkinan, risk.dampak)
    return {
        "nomor": str(number),
        "risiko": risk.risiko,
        "kemungkinan": str(risk.kemungkinan or ""),
        "dampak": str(risk.dampak or ""),
        "skor": "" if score is None else str(score),
        "tingkat": "" if score is None else scale.band(score).name,
    }


def control_cells(scale: RiskScale, number: int, risk: Risk) -> Row:
    """What plan and card say of a risk and of what is to be done about it."""
    return {
        **_risk_cells(scale, number, risk),
        "rencana": risk.rencana,
        "pic": risk.pic,
        "batas": long_date(risk.batas) if risk.batas else "",
    }


def blank_rows(keys: Sequence[str]) -> list[Row]:
    """Numbered rows to write on, with an empty cell for each key."""
    return [
        {**dict.fromkeys(keys, ""), "nomor": str(number)} for number in range(1, _EMPTY_ROWS + 1)
    ]


def _component_codes(plan: Plan) -> Mapping[str, str]:
    """The code of the component (`V.2`) of each row of the plan."""
    components = components_by_row(areas_of(plan))
    return {folded_id(row): component.code for row, component in components.items()}


def _with_code(risk: Risk, codes: Mapping[str, str]) -> str:
    code = codes.get(folded_id(risk.baris), "")
    return f"{risk.kegiatan} (komponen {code})" if code else risk.kegiatan


def _counted(plan: Plan, scale: RiskScale) -> str:
    """How many risks there are of each level, those of the highest first."""
    risks = plan.rows(Risk)
    scores = [s for risk in risks if (s := risk_score(risk.kemungkinan, risk.dampak))]
    counts = {
        band.name: sum(scale.band(score) is band for score in scores)
        for band in reversed(scale.bands)
    }
    of_levels = ", ".join(f"{name.lower()} {count}" for name, count in counts.items())
    unvalued = len(risks) - len(scores)
    rest = f"; belum dinilai {unvalued}" if unvalued else ""
    return f"Banyaknya risiko: {len(risks)}. Menurut tingkatnya: {of_levels}{rest}."


def _levels(scale: RiskScale) -> str:
    """The levels with their scores, as a sentence."""
    levels = [f"{band.name.lower()} (skor {band.span})" for band in scale.bands]
    return f"Tingkat risiko: {enumeration(levels)}."


def _meanings(plan: Plan, paper: str) -> dict[int, str]:
    items = texts(plan, paper, WordingPart.ITEM)
    return {value: item.plain for value, item in zip(VALUES, items, strict=False)}


def scale_of(plan: Plan) -> RiskScale:
    """The office's levels; those that ship where its own make no scale, of which a check tells."""
    own = risk_scale(item.plain for item in texts(plan, LEVELS, WordingPart.ITEM))
    shipped = risk_scale(str(row["isi"]) for row in starting_texts() if row["naskah"] == LEVELS)
    scale = own or shipped
    if scale is None:
        raise ValueError("the levels that ship make no scale")
    return scale


def _matrix(plan: Plan, scale: RiskScale) -> Diagram:
    """Likelihood by impact: in each cell its score and the numbers of the risks that have it."""
    numbers: dict[tuple[int, int], list[str]] = {}
    for number, risk in enumerate(plan.rows(Risk), start=1):
        if risk_score(risk.kemungkinan, risk.dampak):
            place = (risk.kemungkinan or 0, risk.dampak or 0)
            numbers.setdefault(place, []).append(str(number))
    likelihoods, impacts = _meanings(plan, _LIKELIHOODS), _meanings(plan, _IMPACTS)
    cells = tuple(
        tuple(
            MatrixCell(
                scale.height(likelihood * impact),
                str(likelihood * impact),
                ", ".join(numbers.get((likelihood, impact), ())),
            )
            for impact in VALUES
        )
        for likelihood in reversed(VALUES)
    )
    rows = tuple(f"{likelihoods.get(value, '')}  {value}".strip() for value in reversed(VALUES))
    columns = tuple(f"{value}\n{impacts.get(value, '')}".strip() for value in VALUES)
    placed = "; ".join(
        f"kemungkinan {likelihood} dan dampak {impact}: risiko nomor {', '.join(listed)}"
        for (likelihood, impact), listed in sorted(numbers.items(), reverse=True)
    )
    words = f"Matriks risiko 5 kali 5. {placed or 'Belum ada risiko yang dinilai'}."
    titles = ("Kemungkinan", "Dampak")
    return Diagram(Shape.MATRIX, (rows, columns, cells, titles), _MATRIX_MM, words)


def _signed_by_head(plan: Plan) -> dict[str, object]:
    head = next(iter(heads(plan)), None)
    return {
        "tempat": plan.office.kedudukan,
        "tanggal": f"{BLANK * 2}{plan.office.tahun}",
        "penanda_tangan": signature(plan.office, head),
    }


def register_lacks(plan: Plan) -> tuple[Lack, ...]:
    """What the register lacks: the risks themselves, or their values."""
    unvalued = [r for r in plan.rows(Risk) if risk_score(r.kemungkinan, r.dampak) is None]
    counted = _counted_lack("kemungkinan dan dampak", "kemungkinan", unvalued)
    return (*counted, *_common_lacks(plan), *text_lacks(plan, _REGISTER))


def controls_lacks(plan: Plan) -> tuple[Lack, ...]:
    """What the plan of controls lacks: the risks themselves, or what is to be done about some."""
    unplanned = [risk for risk in plan.rows(Risk) if not risk.rencana]
    counted = _counted_lack("rencana tindak pengendalian", "rencana", unplanned)
    return (*counted, *_common_lacks(plan), *text_lacks(plan, _CONTROLS))


def _counted_lack(what: str, key: str, risks: Sequence[Risk]) -> tuple[Lack, ...]:
    if not risks:
        return ()
    return (Lack(f"{what} {len(risks)} risiko", risks[0].origin.at(key), draft=True),)


def _common_lacks(plan: Plan) -> tuple[Lack, ...]:
    """The risks, where there are none; what is still to be written of them; who signs."""
    place = Place(plan.office.origin.file, RISIKO.title)
    risks = () if plan.rows(Risk) else (Lack("daftar risiko", place, draft=True),)
    return (*risks, *record_texts(plan.rows(Risk)), *signer_lacks(heads(plan), plan.office))
