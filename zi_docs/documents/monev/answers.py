"""What was reported of a row, in the cells of a form; blanks where nothing was yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from zi_docs.documents.table_lines import cell
from zi_docs.model import Realisation
from zi_docs.monev.selection import Due
from zi_docs.text import RichText
from zi_docs.wording.dates import month_name, short_date
from zi_docs.wording.numbers import percent_text

CHOOSE = "Ada / Belum *)"
"""What stands where the evidence is still to be told: strike out what does not apply."""
CHOOSE_NOTE = "*) Coret yang tidak perlu."
_SHORT = 3


def answers(due: Due) -> dict[str, object]:
    """The answers of a row by column; of several months each under its month's name."""
    reports = [step.entries[-1] for step in due.steps if step.entries]
    single = len(due.steps) == 1

    def told(text: Callable[[Realisation], str]) -> str:
        return _lines((one, text(one)) for one in reports) if not single else _only(reports, text)

    whole = len(reports) == len(due.steps) and all(one.bukti_ada for one in reports)
    evidence = "\n".join(filter(None, (told(_evidence), "" if whole else CHOOSE)))
    return {
        "realisasi": cell(_words(reports, single=single)),
        "persen": _percents(reports, single=single),
        "bukti": cell(RichText.of(evidence)),
        "kendala": told(lambda one: one.kendala),
        "rekomendasi": cell(RichText.of(told(_advice))),
        "pic": "\n".join(dict.fromkeys(one.pic for one in reports if one.pic)) or due.activity.pic,
        "batas": "\n".join(short_date(one.batas) for one in reports if one.batas),
    }


def _only(reports: list[Realisation], text: Callable[[Realisation], str]) -> str:
    return text(reports[0]) if reports else ""


def _lines(told: Iterable[tuple[Realisation, str]]) -> str:
    return "\n".join(f"{month_name(one.bulan)}: {text}" for one, text in told if text)


def _words(reports: list[Realisation], *, single: bool) -> RichText:
    found = RichText()
    for one in (one for one in reports if one.uraian):
        name = RichText.of("" if single else f"{month_name(one.bulan)}: ")
        found = found + ("\n" if found else "") + name + one.uraian
    return found


def _percents(reports: list[Realisation], *, single: bool) -> str:
    shares = [(one, percent_text(one.persen)) for one in reports if one.persen is not None]
    if single:
        return "".join(share for _, share in shares)
    return "\n".join(f"{month_name(one.bulan)[:_SHORT]} {share}" for one, share in shares)


def _evidence(one: Realisation) -> str:
    return "\n".join(filter(None, (one.bukti_ada, one.tautan)))


def _advice(one: Realisation) -> str:
    answer = f"Tindak lanjut: {one.tindak_lanjut}" if one.tindak_lanjut else ""
    return "\n".join(filter(None, (one.rekomendasi, answer)))
