"""The verb of what was done: the answers of the forms."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from zi_docs.build.publish import write_new
from zi_docs.cli.aligned import aligned
from zi_docs.cli.common_options import FILE, common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.forms.form_reader import with_answers
from zi_docs.model import Realisation
from zi_docs.workbook.sheets.plan_sheets import REALISASI
from zi_docs.workbook.writing.author import write_table
from zi_docs.workbook.writing.rewrite import realisation_rows


@click.command(cls=Verb)
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
        write_new(tulis, write_table(REALISASI, realisation_rows(answered.realisations), stamp))
        written.append(tulis)
    realisations = [realisation for group in merged.sources for realisation in group]
    if not run.as_json:
        click.echo(
            aligned(
                ("ID baris", "Bulan", "Lapor", "%", "Bukti", "Asal"),
                [_realisation_cells(realisation) for realisation in realisations],
                "Belum ada realisasi, baik di lembar Realisasi maupun di folder realisasi.",
            )
        )
    data = {"realisations": [_realisation_as_dict(realisation) for realisation in realisations]}
    run.finish(written, data=data)


def _realisation_cells(realisation: Realisation) -> tuple[str, ...]:
    share = "" if realisation.persen is None else f"{realisation.persen:g}"
    place = str(realisation.origin.at("baris"))
    return (
        realisation.baris,
        str(realisation.bulan),
        str(realisation.reported),
        share,
        realisation.bukti_ada,
        place,
    )


def _realisation_as_dict(realisation: Realisation) -> dict[str, Any]:
    return {
        "row": realisation.baris,
        "month": realisation.bulan,
        "reported": realisation.reported,
        "percent": realisation.persen,
        "words": realisation.uraian.plain,
        "evidence": realisation.bukti_ada,
        "link": realisation.tautan,
        "obstacle": realisation.kendala,
        "recommendation": realisation.rekomendasi,
        "follow_up": realisation.tindak_lanjut,
        "follow_up_state": realisation.keadaan,
        "closed": realisation.selesai.isoformat() if realisation.selesai else None,
        "pic": realisation.pic,
        "deadline": realisation.batas.isoformat() if realisation.batas else None,
        "place": realisation.origin.at("baris").as_dict(),
    }
