"""Checks of what the sheet Tindak Lanjut asks: whether it will be told when, and to whom."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.data.lke_components import codes_in
from zi_docs.findings import Finding, warning
from zi_docs.forms.form_rows import closing_findings, days_of_other_years
from zi_docs.lke.items import lke_items, lke_results, nearest_code
from zi_docs.model import Plan, RecordedFollowUp
from zi_docs.monev.followup import concerned
from zi_docs.wording.dates import long_date


def check_follow_ups(plan: Plan) -> Iterator[Finding]:
    """Days that do not fit, codes that name no item, and what is nobody's to do."""
    # Lines of minutes are looked at with their meeting.
    for record in (each for each in plan.follow_ups if not each.rapat):
        yield from _days(record)
        yield from closing_findings(record, f"Tindak lanjut {record.id}")
        yield from days_of_other_years(record, plan.office.tahun)
        yield from _codes(record)
        if not record.pic and not any(row.pic for row in concerned(record, plan.activities)):
            yield warning(
                "TL-PIC",
                f"Tindak lanjut {record.id} tidak mempunyai penanggung jawab; isilah PIC, atau "
                "baris rencana aksi yang mempunyai PIC.",
                record.origin.at("pic"),
            )


def _days(record: RecordedFollowUp) -> Iterator[Finding]:
    if record.tanggal is None:
        yield warning(
            "TL-TANGGAL",
            f"Tindak lanjut {record.id} tidak bertanggal, sehingga dimuat pula oleh naskah periode "
            "sebelum diminta; isilah Tanggal.",
            record.origin.at("tanggal"),
        )
        return
    for key, name, day in (
        ("batas", "Batas waktu", record.batas),
        ("selesai", "Tanggal selesai", record.selesai),
    ):
        if day is not None and day < record.tanggal:
            yield warning(
                "TL-URUTAN",
                f"{name} tindak lanjut {record.id} ({long_date(day)}) mendahului tanggal diminta "
                f"({long_date(record.tanggal)}); betulkan salah satunya.",
                record.origin.at(key),
            )


def _codes(record: RecordedFollowUp) -> Iterator[Finding]:
    known = {*lke_items(), *(result.code for result in lke_results())}
    for code in codes_in(record.lke):
        if code not in known:
            near = nearest_code(code)
            remedy = f"Mungkin maksudnya {near}." if near else "Periksa kodenya pada LKE."
            yield warning(
                "LKE-KODE",
                f"Kode LKE “{code}” pada tindak lanjut {record.id} tidak dikenal. {remedy}",
                record.origin.at("lke"),
            )


CHECKS = (check_follow_ups,)
