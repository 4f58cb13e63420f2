"""Rows that are planned before what they follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.checks.rows.row_words import (
    content,
    first_month,
    months_said,
    plain,
    rows_of_components,
    table,
    text_of,
)
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Activity, Plan

_FOLLOWS = re.compile(
    r"tindak ?lanjut|rekomendasi|saran (?:perbaikan|evaluasi)|perbaikan atas|hasil (?:evaluasi"
    r"|survei|survey|monitoring|monev)"
)
_RESULTS = re.compile(
    r"hasil (?:survei|survey|evaluasi|penilaian)[\w ]*\b(?:diakses|diumumkan|dipublikasikan"
    r"|ditayangkan|disampaikan)"
)
_FOLLOWED_UP = re.compile(r"tindak ?lanjut|rekomendasi|saran|perbaikan atas|dilaksanakan")
# What is followed up is an evaluation: a complaint is answered whenever it comes.
_EVALUATION = re.compile(r"evaluasi|survei|survey|monitoring|monev|pemantauan|rekomendasi|saran")
_EVALUATES = re.compile(r"evaluasi|monitoring|monev|survei|survey|pemantauan|dinilai|diukur")


def check_follow_order(plan: Plan) -> Iterator[Finding]:
    """Follow-ups in or before the first month of the evaluation that they follow."""
    for rows in rows_of_components(plan.activities):
        for row in rows:
            indicator = plain(text_of(row, "indikator"))
            if not row.bulan or not _FOLLOWS.search(indicator):
                continue
            if not _EVALUATION.search(indicator):
                continue
            base = _followed(row, rows)
            if base is None:
                continue
            if _RESULTS.search(indicator) and not _FOLLOWED_UP.search(indicator):
                yield from _published(row, base)
            elif min(row.bulan) <= min(base.bulan):
                yield warning(
                    "RA-URUTAN",
                    f"Tindak lanjut baris {row.id} (bulan {_months(row)}) mendahului atau "
                    f"bersamaan dengan yang ditindaklanjutinya, baris {base.id} "
                    f"(bulan {_months(base)}); tandai bulan sesudahnya.",
                    first_month(row),
                )


def _published(row: Activity, base: Activity) -> Iterator[Finding]:
    if min(row.bulan) <= min(base.bulan):
        yield suggestion(
            "RA-URUTAN",
            f"Hasil pada baris {row.id} (bulan {_months(row)}) diumumkan sebelum atau bersamaan "
            f"dengan pengukurannya, baris {base.id} (bulan {_months(base)}); tandai bulan "
            "sesudahnya.",
            first_month(row),
        )


def _followed(row: Activity, rows: list[Activity]) -> Activity | None:
    """The row of the component that evaluates what this one follows up."""
    candidates = [
        other
        for other in rows
        if other is not row
        and other.bulan
        and _EVALUATES.search(plain(text_of(other, "indikator")))
        and not _FOLLOWS.search(plain(text_of(other, "indikator")))
    ]
    own = content(text_of(row, "indikator"))
    return max(
        candidates,
        key=lambda other: len(own & content(text_of(other, "indikator"))),
        default=None,
    )


def _months(row: Activity) -> str:
    return months_said(row.bulan)


def check_paper_order(plan: Plan) -> Iterator[Finding]:
    """A paper planned before the one that it rests on is finished."""
    for pair in table("urutan"):
        for rows in rows_of_components(plan.activities):
            first = next((row for row in rows if _gives(row, pair["sebelum"])), None)
            second = next((row for row in rows if _gives(row, pair["sesudah"])), None)
            if first is None or second is None or first is second:
                continue
            if second.bulan and first.bulan and min(second.bulan) < max(first.bulan):
                yield suggestion(
                    "RA-URUTAN",
                    f"Baris {second.id} ({pair['sesudah']}, bulan {_months(second)}) mendahului "
                    f"selesainya baris {first.id} ({pair['sebelum']}, bulan {_months(first)}); "
                    "tandai bulan sesudahnya.",
                    first_month(second),
                )


def _gives(row: Activity, paper: str) -> bool:
    """Whether a row makes a paper: the action names it right after its verb."""
    action = plain(text_of(row, "langkah_aksi"))
    return re.match(rf"(?:menyusun|menetapkan|membuat) (?:dan \w+ )?{paper}", action) is not None
