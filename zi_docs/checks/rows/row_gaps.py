"""Rows without month, target or person in charge; targets that cannot be measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.checks.rows.row_words import NAMES, place_of, text_of
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Plan

_BARE_NUMBER = re.compile(r"\d+(?:[.,]\d+)?|satu|dua|tiga|empat|lima|enam|dua belas", re.IGNORECASE)
_PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s*(?:%|persen|prosen)", re.IGNORECASE)
# So many rows do not all happen to have the same measure.
_MANY_ROWS = 10
_LIMIT = re.compile(r"\b(?:kurang dari|lebih dari|paling sedikit|paling banyak|minimal|maksimal)\b")


def check_row_months(plan: Plan) -> Iterator[Finding]:
    """A row without a marked month never appears in a monitoring form."""
    for row in plan.activities:
        if not row.bulan:
            yield warning(
                "RA-BULAN",
                f"Baris {row.id} tidak mempunyai tanda bulan pelaksanaan; "
                "bubuhkan √ pada bulan pelaksanaannya.",
                row.origin.at("bulan_1"),
            )


def check_row_texts(plan: Plan) -> Iterator[Finding]:
    """Indicators, actions and evidence that hold a dash or dots instead of words."""
    for row in plan.activities:
        for key, name in NAMES.items():
            text = text_of(row, key)
            if text and not re.search(r"[^\W\d_]", text):
                yield warning(
                    "RA-KOSONG",
                    f"{name} baris {row.id} hanya berisi “{text.strip()}”; tuliskan isinya.",
                    place_of(row, key),
                )


def check_row_targets(plan: Plan) -> Iterator[Finding]:
    """A row without a target cannot be measured, nor one whose number counts nothing."""
    forms = {_form(row.target) for row in plan.activities if _PERCENT.fullmatch(row.target.strip())}
    for row in plan.activities:
        target, place = row.target.strip(), row.origin.at("target")
        if not target:
            yield warning(
                "RA-TARGET",
                f"Baris {row.id} belum mempunyai target; isilah, misalnya 100%.",
                place,
            )
        elif _BARE_NUMBER.fullmatch(target):
            yield warning(
                "RA-SATUAN",
                f"Target “{target}” tanpa satuan; tuliskan misalnya “{target} dokumen”.",
                place,
            )
        elif len(forms) > 1 and _form(target) not in ("", "%"):
            yield suggestion(
                "RA-SATUAN",
                f"Target “{target}” ditulis lain daripada target lain dalam persen; tuliskan "
                "seperti 100%.",
                place,
            )


def check_alike_targets(plan: Plan) -> Iterator[Finding]:
    """One percentage as the target of every row, which says of none what is counted."""
    given = [row for row in plan.activities if row.target.strip()]
    target = given[0].target.strip() if given else ""
    alike = all(row.target.strip() == target for row in given)
    if alike and len(given) >= _MANY_ROWS and _PERCENT.fullmatch(target):
        yield suggestion(
            "RA-TARGET-SERAGAM",
            f"Target semua baris sama (“{target}”), sehingga tidak terbaca apa yang diukur; "
            "tuliskan ukuran setiap baris, misalnya “4 laporan” atau “100% pegawai”.",
            given[0].origin.at("target"),
        )


def _form(target: str) -> str:
    """How a percentage is written: what follows its digits."""
    match = _PERCENT.fullmatch(target.strip())
    return re.sub(r"[\d.,]+", "", target.strip(), count=1) if match else ""


def check_own_limits(plan: Plan) -> Iterator[Finding]:
    """An indicator that names its own limit in percent, and a target in percent beside it."""
    for row in plan.activities:
        text = text_of(row, "indikator")
        limit = _LIMIT.search(text.lower())
        own = _PERCENT.search(text)
        if (
            limit
            and own
            and _PERCENT.fullmatch(row.target.strip())
            and own[0] != row.target.strip()
        ):
            yield suggestion(
                "RA-UKURAN",
                f"Indikator menyebut ukurannya sendiri (“{limit[0]} {own[0]}”), sedangkan target "
                f"“{row.target.strip()}”; tuliskan target dengan ukuran indikatornya.",
                row.origin.at("target"),
            )


def check_row_pics(plan: Plan) -> Iterator[Finding]:
    """Rows without anybody in charge; where no row names anybody, that is one finding."""
    without = [row for row in plan.activities if not row.pic.strip()]
    if without and len(without) == len(plan.activities):
        yield warning(
            "RA-PIC",
            "Kolom PIC kosong pada semua baris; isilah penanggung jawab atau pokja setiap baris.",
            without[0].origin.at("pic"),
        )
        return
    for row in without:
        yield warning(
            "RA-PIC",
            f"Baris {row.id} belum mempunyai penanggung jawab; isilah kolom PIC.",
            row.origin.at("pic"),
        )
