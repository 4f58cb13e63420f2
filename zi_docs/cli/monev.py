"""Verbs of monitoring: the forms out, the answers in, the evidence."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from zi_docs.build import publish as store
from zi_docs.cli.periods import Chosen, period_options
from zi_docs.cli.run import FILE, FOLDER, Run, common_options
from zi_docs.cli.tables import aligned
from zi_docs.errors import ExitCode
from zi_docs.evidence.evidence_check import Evidence, evidence_findings, examine_evidence
from zi_docs.evidence.evidence_folders import create_folders, evidence_folders
from zi_docs.forms.form_reader import FOLDER as FORMS
from zi_docs.forms.form_reader import with_answers
from zi_docs.model import Realisation
from zi_docs.papers import formulir_monev as monev_form
from zi_docs.workbook.sheets.plan_sheets import REALISASI
from zi_docs.workbook.writing.author import write_table
from zi_docs.workbook.writing.rewrite import realisation_rows


@click.command()
@period_options
@common_options
def monev(run: Run, chosen: Chosen) -> None:
    """Buat formulir monev satu periode: tiap area dan seluruh kantor."""
    plan = run.answered(run.sound_plan())
    papers = monev_form.papers(plan, chosen(plan.office.tahun))
    run.make(plan, [papers], whole=not run.faulty)


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
    data = {"realisasi": [_realisation_as_dict(one) for one in sources]}
    run.finish(written, ExitCode.SEBAGIAN if run.faulty else ExitCode.BERES, data)


def _told(one: Realisation) -> tuple[str, ...]:
    share = "" if one.persen is None else f"{one.persen:g}"
    place = str(one.origin.at("baris"))
    return one.baris, str(one.bulan), str(one.reported), share, one.bukti_ada, place


def _realisation_as_dict(one: Realisation) -> dict[str, Any]:
    return {
        "baris": one.baris,
        "bulan": one.bulan,
        "bulan_lapor": one.reported,
        "persen": one.persen,
        "uraian": one.uraian.plain,
        "bukti_ada": one.bukti_ada,
        "tautan": one.tautan,
        "kendala": one.kendala,
        "rekomendasi": one.rekomendasi,
        "tindak_lanjut": one.tindak_lanjut,
        "pic": one.pic,
        "batas": one.batas.isoformat() if one.batas else None,
        "asal": one.origin.at("baris").as_dict(),
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
    data = {"bukti": [_evidence_as_dict(one) for one in found], "folder": str(root)}
    run.finish((), ExitCode.TEMUAN if run.faulty else ExitCode.BERES, data)


def _shown(one: Evidence, root: Path) -> tuple[str, ...]:
    folder = one.folder.path.relative_to(root).as_posix()
    return one.activity.id, one.state.value, str(len(one.files)), folder


def _evidence_as_dict(one: Evidence) -> dict[str, Any]:
    return {
        "baris": one.activity.id,
        "keadaan": one.state.value,
        "dinyatakan_ada": one.claimed,
        "folder": str(one.folder.path),
        "berkas": [str(path) for path in one.files],
        "tautan": list(one.links),
    }
