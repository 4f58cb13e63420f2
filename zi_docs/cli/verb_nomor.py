"""The verb of the register of numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from zi_docs.build.publish import write_new
from zi_docs.cli.common_options import FILE, NUMBERED_ID, common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.errors import ExitCode
from zi_docs.findings import Finding, Place, error, note, warning
from zi_docs.model import Plan
from zi_docs.numbering.numbered_papers import NumberedPaper, find_numbered_paper, numbered_papers
from zi_docs.numbering.register import (
    NumberProposal,
    NumberSeries,
    NumberUse,
    all_series,
    drop_registered_papers,
    enter_number,
    is_registered,
    next_number,
    number_gaps,
    number_uses,
    propose_number,
    uses_in_series,
)
from zi_docs.wording.dates import long_date
from zi_docs.wording.lists import enumeration
from zi_docs.wording.nearest_names import did_you_mean
from zi_docs.workbook.writing.rewrite import note_not_copied, rewrite_workbook

_NOTHING = "Belum ada pola dan nomor; isilah lembar Pola Nomor."


@click.command(cls=Verb)
@click.option("--jenis", metavar="JENIS", help="Satu jenis naskah saja, misalnya Undangan.")
@click.option("--untuk", type=NUMBERED_ID, help="Usulkan nomor untuk naskah ini.")
@click.option(
    "--tulis",
    type=FILE,
    metavar="BARU.xlsx",
    help="Buku kerja baru; nomor usulan dicatat pada buku nomor dan pada naskahnya.",
)
@common_options
def nomor(run: Run, jenis: str | None, untuk: str | None, tulis: Path | None) -> None:
    """Tampilkan buku nomor dan usulkan nomor berikutnya."""
    if tulis is not None and untuk is None:
        raise click.UsageError("--tulis memerlukan --untuk ID: nomor siapa yang dicatat?")
    if untuk is not None:
        _propose(run, untuk, tulis)
    plan = run.read()
    if plan is None:
        run.finish(code=ExitCode.TEMUAN)
    register = _register(plan, jenis)
    if not register:
        message = _no_such_kind(plan, jenis) if jenis else _NOTHING
        run.report([error("NO-JENIS", message, Place(str(run.source), "Pola Nomor"))])
    if not run.as_json:
        for series in register:
            click.echo("\n".join(_lines(series)))
    run.finish(code=ExitCode.TEMUAN if run.faulty else ExitCode.BERES, data={"register": register})


def _no_such_kind(plan: Plan, jenis: str) -> str:
    meant = did_you_mean(jenis, [series.jenis for series in all_series(plan, None)])
    return f"Jenis {jenis} tidak ada; periksa lembar Pola Nomor.{meant}"


def _propose(run: Run, key: str, workbook: Path | None) -> NoReturn:
    plan = run.sound_plan()
    paper = find_numbered_paper(plan, key)
    if paper is None:
        known = [entry.id for entry in numbered_papers(plan)]
        run.absent(f"Keputusan, rapat, atau surat {key}", "Keputusan, Rapat, dan Surat", key, known)
    proposal = propose_number(plan, paper)
    run.report(_objections(plan, paper, proposal, writing=workbook is not None))
    if proposal is None or run.faulty:
        run.finish(code=ExitCode.TEMUAN)
    if not run.as_json:
        click.echo(f"{paper.jenis} {paper.id}: {proposal.full.text}")
    files = []
    if workbook is not None:
        content = rewrite_workbook(
            run.source,
            lambda rows: enter_number(rows, proposal),
            former_rows=run.former_rows(),
        )
        write_new(workbook, content)
        files.append(workbook)
        run.report(note_not_copied(run.findings, run.source))
    run.finish(files, data={"proposal": _as_dict(proposal)})


def _objections(
    plan: Plan, paper: NumberedPaper, proposal: NumberProposal | None, *, writing: bool
) -> Iterator[Finding]:
    """What keeps the number from being given; without `writing` it may still be looked at."""
    weigh = error if writing else note
    place = paper.origin.at("nomor")
    if proposal is None:
        message = f"Jenis {paper.jenis} belum mempunyai pola; tambahkan pada lembar Pola Nomor."
        yield error("NO-TANPA-POLA", message, place)
        return
    if proposal.full.missing:
        missing = enumeration(proposal.full.missing)
        message = f"Nomor {proposal.full.text} belum lengkap; isilah dahulu {missing}."
        yield weigh("NO-BELUM-LENGKAP", message, place)
    if paper.tanggal is not None and paper.tanggal.year != plan.office.tahun:
        year = paper.tanggal.year
        message = (
            f"Nomor ini dari tahun {year}; buku nomor tahun itu ada di buku kerja tahun {year}. "
            "Cocokkan nomornya dengan buku itu, dan catatlah di sana."
        )
        yield warning("NO-TAHUN", message, place)
    if is_registered(plan, paper):
        message = (
            f"Nomor {paper.nomor} untuk {paper.id} sudah tercatat pada buku nomor; tidak perlu "
            "dicatat lagi."
        )
        yield weigh("NO-SUDAH", message, place)


def _register(plan: Plan, jenis: str | None) -> list[dict[str, Any]]:
    uses = number_uses(plan)
    return [
        _series_as_dict(series, drop_registered_papers(uses_in_series(uses, series)))
        for series in all_series(plan, jenis)
    ]


def _series_as_dict(series: NumberSeries, uses: Sequence[NumberUse]) -> dict[str, Any]:
    return {
        "kind": series.jenis,
        "year": series.tahun,
        "uses": [_use_as_dict(use) for use in uses],
        "gaps": number_gaps(uses),
        "next": next_number(uses),
    }


def _use_as_dict(use: NumberUse) -> dict[str, Any]:
    return {
        "number": use.nomor,
        "full": use.lengkap,
        "date": use.tanggal.isoformat() if use.tanggal else None,
        "paper": use.dokumen,
        "about": use.perihal,
        "registered": use.registered,
        "place": use.place.as_dict(),
    }


def _as_dict(proposal: NumberProposal) -> dict[str, Any]:
    paper = proposal.paper
    return {
        "kind": paper.jenis,
        "paper": paper.id,
        "number": proposal.nomor,
        "full": proposal.full.text,
        "missing": list(proposal.full.missing),
    }


def _lines(series: dict[str, Any]) -> Iterator[str]:
    yield f"{series['kind']} {series['year']}"
    for use in series["uses"]:
        day = long_date(date.fromisoformat(use["date"])) if use["date"] else "–"
        state = "" if use["registered"] else "  (belum dicatat)"
        full = use["full"] or use["number"]
        place = f"{use['place']['sheet']}!{use['place']['cell']}"
        yield f"  {use['number']:>4}  {full}  {day}  {use['paper']}  {place}{state}"
    for first, last in series["gaps"]:
        yield f"  belum tercatat: {first}" + (f" sampai dengan {last}" if last > first else "")
    yield f"  nomor berikutnya: {series['next']}"
