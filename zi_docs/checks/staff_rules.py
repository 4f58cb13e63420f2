"""Checks of the sheets Diklat and Pegawai Teladan: days, marks, doubled rows, who was chosen."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.findings import Finding, warning
from zi_docs.model import Plan, folded_id
from zi_docs.wording.dates import long_date
from zi_docs.workbook.sheets.staff_sheets import (
    CRITERIA,
    CRITERION_COUNT,
    Assessment,
    Training,
    TrainingState,
)
from zi_docs.workbook.sheets.text_sheets import PaperText, WordingPart

_MONTHS = range(1, 13)
_HIGHEST = 100


def check_trainings(plan: Plan) -> Iterator[Finding]:
    """Months and days that do not fit, a training that nobody dated, one that stands twice."""
    first: dict[tuple[str, str], Training] = {}
    for training in plan.rows(Training):
        name = f"Diklat {training.pejabat} “{training.diklat}”"
        if training.bulan is not None and training.bulan not in _MONTHS:
            yield warning(
                "PEGAWAI-BULAN",
                f"{name} direncanakan pada bulan {training.bulan}; tuliskan 1 sampai dengan 12.",
                training.origin.at("bulan"),
            )
        yield from _days(plan, training, name)
        key = (folded_id(training.pejabat), " ".join(training.diklat.casefold().split()))
        if first.setdefault(key, training) is not training:
            yield warning(
                "PEGAWAI-GANDA",
                f"{name} tercatat dua kali sehingga dihitung dua kali; hapuslah salah satunya.",
                training.origin.at("diklat"),
            )


def _days(plan: Plan, training: Training, name: str) -> Iterator[Finding]:
    if training.keadaan is TrainingState.DONE and training.mulai is None:
        yield warning(
            "PEGAWAI-TANGGAL",
            f"{name} {TrainingState.DONE.value}, tetapi belum bertanggal; isilah kolom Mulai.",
            training.origin.at("mulai"),
        )
    for key, day in (("mulai", training.mulai), ("selesai", training.selesai)):
        if day is not None and day.year != plan.office.tahun:
            yield warning(
                "PEGAWAI-TAHUN",
                f"{name} bertanggal {long_date(day)}, bukan tahun {plan.office.tahun}; perbaiki "
                "tanggalnya.",
                training.origin.at(key),
            )
    if training.mulai and training.selesai and training.selesai < training.mulai:
        yield warning(
            "PEGAWAI-URUTAN",
            f"{name} selesai sebelum dimulai; betulkan salah satu tanggalnya.",
            training.origin.at("selesai"),
        )


def check_assessments(plan: Plan) -> Iterator[Finding]:
    """Marks beyond 0 to 100, an assessor who marked somebody twice, two who were chosen."""
    first: dict[tuple[str, str, str], Assessment] = {}
    chosen: dict[str, str] = {}
    for row in plan.rows(Assessment):
        name = f"Penilaian {row.calon} oleh {row.penilai} ({row.periode})"
        for number, mark in enumerate(row.marks, start=1):
            if mark is not None and not 0 <= mark <= _HIGHEST:
                yield warning(
                    "PEGAWAI-NILAI",
                    f"{name}: nilai {number} harus 0 sampai dengan {_HIGHEST}; perbaiki nilainya.",
                    row.origin.at(f"nilai_{number}"),
                )
        candidate = folded_id(row.calon)
        if first.setdefault((row.periode, candidate, folded_id(row.penilai)), row) is not row:
            yield warning(
                "PEGAWAI-PENILAI",
                f"{name} tercatat dua kali sehingga dihitung dua kali; hapuslah salah satunya.",
                row.origin.at("penilai"),
            )
        if row.terpilih and chosen.setdefault(row.periode, candidate) != candidate:
            yield warning(
                "PEGAWAI-TERPILIH",
                f"Pada periode {row.periode} lebih dari satu calon ditandai Ditetapkan; piagam "
                "dibuat untuk yang pertama. Hapuslah tanda yang tidak berlaku.",
                row.origin.at("terpilih"),
            )


def check_criteria(plan: Plan) -> Iterator[Finding]:
    """More criteria of the office's own than the sheet has columns of marks."""
    own = [t for t in plan.rows(PaperText) if t.naskah == CRITERIA and t.bagian is WordingPart.ITEM]
    if len(own) > CRITERION_COUNT:
        yield warning(
            "PEGAWAI-KRITERIA",
            f"{CRITERIA} paling banyak {CRITERION_COUNT} butir; butir ini dan yang sesudahnya "
            "tidak dinilai. Gabungkan sebagian butirnya.",
            own[CRITERION_COUNT].origin.at("isi"),
        )


CHECKS = (check_trainings, check_assessments, check_criteria)
