"""Checks of the sheets Risiko and Kendali: values, months, reports, and the scale of levels."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.findings import Finding, warning
from zi_docs.model import Plan, folded_id
from zi_docs.monev.risk_levels import HIGHEST_SCORE, LEVELS, VALUES, risk_scale
from zi_docs.wording.dates import long_date, month_name
from zi_docs.workbook.sheets.risk_sheets import ControlState, MonthlyControl, Risk
from zi_docs.workbook.sheets.text_sheets import PaperText

_MONTHS = range(1, 13)


def check_risks(plan: Plan) -> Iterator[Finding]:
    """Values that no scale has, and deadlines of other years."""
    for risk in plan.rows(Risk):
        for key in ("kemungkinan", "dampak"):
            value = getattr(risk, key)
            if value is not None and value not in VALUES:
                yield warning(
                    "SPIP-NILAI",
                    f"{key.capitalize()} risiko {risk.id} bernilai {value}; isilah dengan "
                    f"{VALUES[0]} sampai dengan {VALUES[-1]}. Sebelum itu risiko ini dianggap "
                    "belum dinilai.",
                    risk.origin.at(key),
                )
        if risk.batas is not None and risk.batas.year != plan.office.tahun:
            yield warning(
                "SPIP-BATAS",
                f"Batas waktu risiko {risk.id} ({long_date(risk.batas)}) tidak pada tahun "
                f"{plan.office.tahun}; tetapkan batas waktu baru.",
                risk.origin.at("batas"),
            )


def check_controls(plan: Plan) -> Iterator[Finding]:
    """Months that no year has, two reports of one month, a report after the risk was done with."""
    first: dict[tuple[str, int], MonthlyControl] = {}
    for report in plan.rows(MonthlyControl):
        if report.bulan not in _MONTHS:
            yield warning(
                "SPIP-BULAN",
                f"Bulan {report.bulan} tidak ada, sehingga baris ini tidak dimuat dalam kartu "
                "mana pun; tuliskan 1 sampai dengan 12.",
                report.origin.at("bulan"),
            )
            continue
        name = f"Pengendalian risiko {report.risiko} bulan {month_name(report.bulan)}"
        if first.setdefault((folded_id(report.risiko), report.bulan), report) is not report:
            yield warning(
                "SPIP-GANDA",
                f"{name} tercatat dua kali dan kartu memuat yang terakhir; gabungkan barisnya.",
                report.origin.at("risiko"),
            )
        elif _done_before(plan, report):
            yield warning(
                "SPIP-SELESAI",
                f"{name} tidak dimuat dalam kartu, karena risikonya sudah "
                f"{ControlState.DONE.value} pada bulan sebelumnya; betulkan kolom Keadaan.",
                report.origin.at("keadaan"),
            )


def _done_before(plan: Plan, report: MonthlyControl) -> bool:
    return any(
        earlier.keadaan is ControlState.DONE
        and earlier.bulan < report.bulan
        and folded_id(earlier.risiko) == folded_id(report.risiko)
        for earlier in plan.rows(MonthlyControl)
    )


def check_risk_scale(plan: Plan) -> Iterator[Finding]:
    """The office's own levels, where they make no scale."""
    lines = [text for text in plan.rows(PaperText) if text.naskah == LEVELS]
    if lines and risk_scale(line.isi.plain for line in lines) is None:
        yield warning(
            "SPIP-SKALA",
            f"Skala {LEVELS} tidak dapat dipakai, sehingga dipakai skala bawaan. Tuliskan setiap "
            "butir sebagai nama tingkat | skor terendahnya, dari yang terendah: mulai dari 1, "
            f"makin tinggi, dan paling tinggi {HIGHEST_SCORE}.",
            lines[0].origin.at("isi"),
        )


CHECKS = (check_risks, check_controls, check_risk_scale)
