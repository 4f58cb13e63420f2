"""The answer sheet of the LKE: proposed answers of the unit, and room for its evaluators.

Columns in use (NASKAH section 10): question, answer of the unit, narrative, list of evidence, link,
then answer and note of the evaluators (TPI) of the unit and of the inspectorate.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from zi_docs.lke.answers import PlannedAnswer
from zi_docs.lke.earned import Earned, EarnedState, RowEvidence, earned_so_far
from zi_docs.lke.items import LkeItem, Reading, known_codes, lke_results
from zi_docs.lke.score import score
from zi_docs.model import Activity, Plan, Realisation, folded_id, same_id
from zi_docs.text import RichText
from zi_docs.wording.dates import months_text
from zi_docs.wording.lists import one_line
from zi_docs.wording.numbers import percent_text
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet
from zi_docs.workbook.writing.author import write_table
from zi_docs.workbook.writing.cell_values import CellValue, Values

EVALUATIONS = (
    Column("jawaban_tpi_unit", "Jawaban TPI unit", Kind.TEXT, "Diisi oleh TPI unit.", width=16),
    Column("catatan_tpi_unit", "Catatan TPI unit", Kind.TEXT, "Diisi oleh TPI unit.", width=30),
    Column(
        "jawaban_tpi_inspektorat",
        "Jawaban TPI inspektorat",
        Kind.TEXT,
        "Diisi oleh TPI inspektorat.",
        width=16,
    ),
    Column(
        "catatan_tpi_inspektorat",
        "Catatan TPI inspektorat",
        Kind.TEXT,
        "Diisi oleh TPI inspektorat.",
        width=30,
    ),
)
"""The columns that evaluators fill; what stands in them is never lost."""

# The columns that answer an item with one of its options.
_ANSWERED = ("jawaban", "jawaban_tpi_unit", "jawaban_tpi_inspektorat")
# What the narrative says of what was earned so far.
_STATES = {
    EarnedState.EVIDENCED: "Sudah terlaksana; bukti dukungnya ada.",
    EarnedState.REALISED: (
        "Sudah terlaksana, tetapi bukti dukungnya belum ada di folder bukti dan tautannya belum "
        "diisi; lengkapilah sebelum lembar ini dikirim."
    ),
    EarnedState.UNREPORTED: "Bukti dukungnya ada, tetapi realisasinya belum dilaporkan.",
    EarnedState.AWAITED: "Belum terlaksana menurut realisasi yang dilaporkan.",
}
_SHEET_TITLE = "LKE"
_HELP = (
    "Kolom unit disusun kembali setiap kali lembar ini dibuat; periksalah sebelum dikirim. "
    "Isian TPI dibawa ke lembar berikutnya. Bukan penilaian."
)


def answer_sheet(year: int) -> Sheet:
    """The sheet of a year; its title says which."""
    return Sheet(
        "lembar_lke",
        f"{_SHEET_TITLE} {year}",
        _HELP,
        (
            Column("kode", "ID", Kind.TEXT, "Kode butir.", required=True, width=9),
            Column("butir", "Butir", Kind.TEXT, "Yang ditanyakan.", width=34),
            Column("jawaban", "Jawaban unit", Kind.TEXT, "Jawaban yang diusulkan.", width=22),
            Column("narasi", "Narasi", Kind.TEXT, "Penjelasan jawaban.", width=52),
            Column("bukti", "Daftar bukti dukung", Kind.TEXT, "Bukti dukung.", width=40),
            Column("tautan", "Tautan", Kind.TEXT, "Tautan bukti dukung.", width=34),
            *EVALUATIONS,
        ),
        required=True,
        spare=1,
    )


def answer_workbook(
    plan: Plan,
    evidence: Mapping[str, RowEvidence],
    evaluations: Mapping[str, Mapping[str, str]],
) -> bytes:
    """The answer sheet as a workbook; the same arguments give the same bytes.

    What was carried out answers, or the plan where nothing was reported yet. `evidence` is by the
    row's ID, `evaluations` by code and column key.
    """
    earned = earned_so_far(plan, evidence)
    scored = earned.realised if earned and plan.realisations else score(plan.activities)
    rows: list[Values] = []
    own: dict[str, CellValue]
    for answer in scored.answers:
        code = answer.item.code
        # Carried out or not.
        serving = tuple(row for row in plan.activities if code in known_codes(row.lke))
        own = {
            "kode": code,
            "butir": answer.item.label,
            "jawaban": answer_text(answer) or None,
            "narasi": "\n".join(_narrative(answer, serving, plan, earned)),
            "bukti": "\n".join(_evidence(serving, evidence)) or None,
            "tautan": "\n".join(_links(serving, evidence)) or None,
        }
        rows.append({**own, **evaluations.get(code, {})})
    for result in lke_results():
        text = "Diisi dari hasil survei eksternal atau laporan kinerja."
        own = {"kode": result.code, "butir": result.label, "narasi": text}
        rows.append({**own, **evaluations.get(result.code, {})})
    year = plan.office.tahun
    options = [
        [_option_text(answer.item, index) for index in range(len(answer.item.options))]
        for answer in scored.answers
    ]
    offered = dict.fromkeys(_ANSWERED, options)
    return write_table(answer_sheet(year), rows, date(year, 1, 1), offered)


def answer_text(answer: PlannedAnswer) -> str:
    """The answer proposed: `Ya`, `A. Berkala`; empty where none is proved."""
    if answer.option is None:
        return ""
    return _option_text(answer.item, answer.item.options.index(answer.option))


def _option_text(item: LkeItem, index: int) -> str:
    words = item.options[index].words
    return words if item.reading is Reading.PRESENT else f"{chr(ord('A') + index)}. {words}"


def _narrative(
    answer: PlannedAnswer, rows: Sequence[Activity], plan: Plan, earned: Earned | None
) -> Iterator[str]:
    if not rows:
        yield "Belum ada baris rencana aksi yang melayani butir ini."
    for row in rows:
        entries = [e for e in plan.realisations if same_id(e.baris, row.id)]
        planned = months_text(row.bulan) if row.bulan else "bulan belum ditetapkan"
        yield f"{_sentence(row.langkah_aksi)} Direncanakan: {planned}."
        yield from (_reported(entry) for entry in entries)
    if earned and rows:
        yield _STATES[earned.states[answer.item.code]]
    if answer.option is None and answer.item.options:
        choices = "; ".join(
            _option_text(answer.item, index) for index in range(len(answer.item.options))
        )
        yield f"Pilihlah jawaban menurut buktinya: {choices}."


def _sentence(text: RichText) -> str:
    return f"{one_line(text).rstrip('.')}."


def _reported(entry: Realisation) -> str:
    share = "" if entry.persen is None else f" {percent_text(entry.persen)}%"
    account = f" {one_line(entry.uraian)}" if entry.uraian else ""
    return f"{months_text([entry.bulan])}:{share}{account or ' dilaporkan'}".rstrip(".") + "."


def _evidence(rows: Sequence[Activity], evidence: Mapping[str, RowEvidence]) -> Iterator[str]:
    """The evidence that the plan asks for, then the files that are there."""
    asked = [block.text.plain.rstrip(";. ") for row in rows for block in row.bukti.blocks]
    files = [f"Berkas: {name}" for row in rows for name in _of(row, evidence).files]
    yield from dict.fromkeys((*filter(None, asked), *files))


def _links(rows: Sequence[Activity], evidence: Mapping[str, RowEvidence]) -> Iterator[str]:
    yield from dict.fromkeys(link for row in rows for link in _of(row, evidence).links)


def _of(row: Activity, evidence: Mapping[str, RowEvidence]) -> RowEvidence:
    return evidence.get(folded_id(row.id), RowEvidence())
