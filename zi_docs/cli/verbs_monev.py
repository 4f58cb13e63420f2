"""Verbs of monitoring: forms, recaps and reports out, answers in, the evidence."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from zi_docs.build import publish as store
from zi_docs.cli.period_options import Chosen, period_options
from zi_docs.cli.run import FILE, FOLDER, Run, common_options
from zi_docs.cli.text_tables import aligned
from zi_docs.errors import ExitCode
from zi_docs.evidence.evidence_check import Evidence, evidence_findings, examine_evidence
from zi_docs.evidence.evidence_folders import create_folders, evidence_folders
from zi_docs.forms.form_reader import FOLDER as FORMS
from zi_docs.forms.form_reader import with_answers
from zi_docs.model import Realisation
from zi_docs.monev.periods import Cycle, Period
from zi_docs.product import Family
from zi_docs.workbook.sheets.plan_sheets import REALISASI
from zi_docs.workbook.writing.author import write_table
from zi_docs.workbook.writing.rewrite import realisation_rows


@click.command()
@period_options
@common_options
def monev(run: Run, chosen: Chosen) -> None:
    """Buat formulir monev satu periode: tiap area dan seluruh kantor."""
    _make(run, Family.FORM, chosen)


@click.command()
@period_options
@common_options
def rekap(run: Run, chosen: Chosen) -> None:
    """Buat rekapitulasi capaian satu periode, dengan tabel dan gambar."""
    _make(run, Family.RECAP, chosen)


@click.command()
@click.option("--triwulan", type=click.IntRange(1, 4), help="Triwulan 1 sampai dengan 4.")
@click.option("--tahunan", is_flag=True, help="Laporan akhir tahun.")
@common_options
def laporan(run: Run, triwulan: int | None, tahunan: bool) -> None:
    """Buat laporan monev triwulan atau laporan akhir tahun."""
    if (triwulan is not None) + tahunan != 1:
        raise click.UsageError("Sebutkan satu periode: --triwulan atau --tahunan.")
    cycle = Cycle.QUARTER if triwulan else Cycle.YEAR
    _make(run, Family.REPORT, lambda year: Period(year, cycle, triwulan or 1))


def _make(run: Run, family: Family, chosen: Chosen) -> NoReturn:
    """Make the papers of a family for the period asked for, also those on request."""
    plan = run.answered(run.plan_for_papers())
    topics = run.catalog(plan).about([family], chosen(plan.office.tahun).folder)
    run.make_topics(plan, topics, whole=not run.faulty)


@click.command()
@click.option(
    "--tulis", type=FILE, metavar="BARU.xlsx", help="Tulis satu tabel Realisasi gabungan."
)
@common_options
def realisasi(run: Run, tulis: Path | None) -> None:
    """Tampilkan realisasi yang terbaca dan asalnya: lembar Realisasi dan formulir isian."""
    plan = run.sound_plan()
    answered, merged = with_answers(plan, run.source)
    run.report(merged.findings)
    written = []
    if tulis is not None:
        stamp = date(plan.office.tahun, 1, 1)
        store.write_new(
            tulis, write_table(REALISASI, realisation_rows(answered.realisations), stamp)
        )
        written.append(tulis)
    sources = [one for group in merged.sources for one in group]
    if not run.as_json:
        click.echo(
            aligned(
                ("ID baris", "Bulan", "Lapor", "%", "Bukti", "Asal"),
                [_told(one) for one in sources],
                "Belum ada realisasi, baik di lembar Realisasi maupun di folder realisasi.",
            )
        )
    data = {"realisations": [_realisation_as_dict(one) for one in sources]}
    run.finish(written, ExitCode.SEBAGIAN if run.faulty else ExitCode.BERES, data)


def _told(one: Realisation) -> tuple[str, ...]:
    share = "" if one.persen is None else f"{one.persen:g}"
    place = str(one.origin.at("baris"))
    return one.baris, str(one.bulan), str(one.reported), share, one.bukti_ada, place


def _realisation_as_dict(one: Realisation) -> dict[str, Any]:
    return {
        "row": one.baris,
        "month": one.bulan,
        "reported": one.reported,
        "percent": one.persen,
        "words": one.uraian.plain,
        "evidence": one.bukti_ada,
        "link": one.tautan,
        "obstacle": one.kendala,
        "recommendation": one.rekomendasi,
        "follow_up": one.tindak_lanjut,
        "pic": one.pic,
        "deadline": one.batas.isoformat() if one.batas else None,
        "place": one.origin.at("baris").as_dict(),
    }


@click.command()
@click.option("--ke", type=FOLDER, help="Folder bukti; bila tidak disebut, bukti di folder hasil.")
@common_options
def bukti(run: Run, ke: Path | None) -> None:
    """Siapkan folder bukti dukung dan periksa isinya; berkas yang ada tidak diubah."""
    plan = run.answered(run.sound_plan())
    root = ke or run.output / str(plan.office.tahun) / "bukti"
    folders = evidence_folders(plan, root)
    made = create_folders(folders)
    found = examine_evidence(plan, folders, (root, run.source.parent / FORMS))
    run.report(evidence_findings(found))
    if not run.as_json:
        click.echo(
            aligned(
                ("ID baris", "Bukti", "Berkas", "Folder"),
                [_shown(one, root) for one in found],
                "Rencana aksi kosong.",
            )
        )
        click.echo(f"{len(made)} folder baru di {root}.", err=True)
    data = {"evidence": [_evidence_as_dict(one) for one in found], "folder": str(root)}
    run.finish((), ExitCode.TEMUAN if run.faulty else ExitCode.BERES, data)


def _shown(one: Evidence, root: Path) -> tuple[str, ...]:
    folder = one.folder.path.relative_to(root).as_posix()
    return one.activity.id, one.state.value, str(len(one.files)), folder


def _evidence_as_dict(one: Evidence) -> dict[str, Any]:
    return {
        "row": one.activity.id,
        "state": one.state.value,
        "claimed": one.claimed,
        "folder": str(one.folder.path),
        "files": [str(path) for path in one.files],
        "links": list(one.links),
    }
