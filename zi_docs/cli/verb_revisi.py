"""The verb of revisions: what changed, the papers of a change, the plan at a date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

import click

from zi_docs.build import publish, signed_papers
from zi_docs.catalog import Touched, catalog, touched
from zi_docs.cli.common_options import DAY, DECREED_ID, FILE, REVISION_ID, common_options
from zi_docs.cli.decreed_states import unlike_signed
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.errors import ExitCode
from zi_docs.findings import Severity, error
from zi_docs.model import Decree, DecreeKind, Plan
from zi_docs.product import Family
from zi_docs.revision import report
from zi_docs.revision.changes import ChangeKind
from zi_docs.revision.compare import compare_plans
from zi_docs.revision.fields import months_text
from zi_docs.revision.states import (
    State,
    Year,
    in_force,
    names_no_row,
    not_in_force,
    path_of,
    state_of,
    states,
    stray,
)
from zi_docs.wording.dates import long_date
from zi_docs.wording.lists import enumeration
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.reading.package import place_of_file

_SHEET = "Revisi"


@click.command(cls=Verb)
@click.argument("lama", required=False, type=FILE, metavar="[LAMA.xlsx]")
@click.argument("baru", required=False, type=FILE, metavar="[BARU.xlsx]")
@click.option("--naskah", type=REVISION_ID, help="Buat keputusan perubahan dan matriksnya.")
@click.option(
    "--simpan",
    type=DECREED_ID,
    help="Simpan LAMA.xlsx (atau buku kerja sumber) sebagai keadaan yang ditetapkan keputusan ID.",
)
@click.option("--per", type=DAY, help="Tampilkan rencana aksi yang berlaku pada tanggal ini.")
@common_options
def revisi(
    run: Run,
    lama: Path | None,
    baru: Path | None,
    naskah: str | None,
    simpan: str | None,
    per: datetime | None,
) -> None:
    """Bandingkan dua buku kerja, buat naskah perubahannya, atau tampilkan keadaan per tanggal.

    Tanpa LAMA.xlsx, buku kerja sumber dibandingkan dengan keadaan terakhir yang ditetapkan.
    """
    if sum(option is not None for option in (naskah, simpan, per)) > 1:
        raise click.UsageError("Pilihlah satu saja: --naskah, --simpan, atau --per.")
    if ((naskah or per) and lama) or (simpan and baru):
        raise click.UsageError("Berkas yang dibandingkan tidak disebut bersama pilihan ini.")
    if simpan is not None:
        _save(run, lama or run.source, simpan)
    if naskah is not None:
        _make(run, naskah)
    if per is not None:
        _show(run, per.date())
    _compare(run, lama, baru)


def _compare(run: Run, lama: Path | None, baru: Path | None) -> NoReturn:
    new = _sound(run, baru) if baru else run.sound_plan()
    year = run.year(new)
    old = _sound(run, lama) if lama else _last_decreed(run, year)
    # What a change touches is asked of the two plans alone, as if each were in force all year.
    old, new = (replace(each, kept=()) for each in (old, new))
    year = replace(year, plan=new)
    # Read first: to compare all papers of a year takes seconds.
    register = signed_papers.read(run.folder(new))
    changes = compare_plans(old, new)
    alterations = touched(catalog(replace(year, plan=old)), catalog(year))
    signed = frozenset(t.product.name for t in alterations if register.signed(t.product.name))
    if not run.as_json:
        for line in (*report.change_lines(changes), *_touched_lines(alterations, signed)):
            click.echo(line)
    documents = [_touched_dict(alteration, signed) for alteration in alterations]
    run.finish(data={"changes": report.changes_as_dict(changes), "documents": documents})


def _touched_dict(alteration: Touched, signed: frozenset[str]) -> dict[str, Any]:
    product = alteration.product
    return {
        "name": product.name,
        "title": f"{product.title}, {product.about.name}",
        "kind": product.about.family.title,
        "change": alteration.change.value,
        "signed": product.name in signed,
    }


def _sound(run: Run, path: Path) -> Plan:
    """The plan of a workbook other than the source; its errors end the run."""
    plan, findings = read_plan(path, beside=run.source.parent)
    if names_no_row(findings):
        former = run.former_rows()
        plan, findings = read_plan(path, beside=run.source.parent, former_rows=former)
    run.report(finding for finding in findings if finding.severity is Severity.ERROR)
    if plan is None or run.faulty:
        run.finish(code=ExitCode.TEMUAN)
    return plan


def _last_decreed(run: Run, year: Year) -> Plan:
    """The newest saved state of the plan's decree; without one, leave and say what to give."""
    saved = [
        plan
        for decree in _planned(year.plan)
        for state in states(year.plan, decree)
        if state.id.casefold() in year.decreed and (plan := year.plan_of(state))
    ]
    if not saved:
        raise click.UsageError(
            "Sebutkan LAMA.xlsx; belum ada keadaan yang disimpan dengan --simpan."
        )
    return saved[-1]


def _planned(plan: Plan) -> list[Decree]:
    return [decree for decree in plan.decrees if decree.jenis is DecreeKind.PLAN]


def _save(run: Run, path: Path, key: str) -> NoReturn:
    """Copy a sound workbook as the state that a decree decreed; nothing is written over."""
    plan = run.sound_plan()
    state = state_of(plan, key)
    if state is None:
        known = [decree.id for decree in plan.decrees] + [each.id for each in plan.revisions]
        run.absent(f"Keputusan atau revisi {key}", _SHEET, key, known)
    saved = _sound(run, path)
    if saved.office.tahun != plan.office.tahun:
        run.report([stray(path, saved.office.tahun, plan.office.tahun, place_of_file(path))])
        run.finish(code=ExitCode.TEMUAN)
    _refuse_unlike_signed(run, plan, state, saved, path)
    target = path_of(state, run.source)
    publish.write_new(target, path.read_bytes())
    run.finish([target])


def _refuse_unlike_signed(run: Run, plan: Plan, state: State, saved: Plan, path: Path) -> None:
    """Leave with TEMUAN when the decree of this state was signed, and signed with other words."""
    entry = signed_papers.read(run.folder(plan)).entry_of_id(state.id)
    if entry is None:
        return
    cells = unlike_signed(run, run.year(plan), state, saved, entry.records, entry.cells)
    if cells:
        message = (
            f"Keadaan {state.id} tidak disimpan, sebab buku kerja ini berbeda dari naskah yang "
            f"ditandatangani pada {enumeration(cells)}. Sebutkan buku kerja sebagaimana "
            "ditandatangani; perubahan sesudahnya ditetapkan dengan keputusan perubahan."
        )
        run.report([error("REV-TTD", message, place_of_file(path))])
        run.finish(code=ExitCode.TEMUAN)


def _make(run: Run, key: str) -> NoReturn:
    plan = run.plan_for_papers()
    topics = run.catalog(plan).about([Family.AMENDMENT], key)
    if not topics:
        run.absent(f"Revisi {key}", _SHEET, key, [revision.id for revision in plan.revisions])
    run.make_topics(
        plan, topics, lambda product: product.about.family is Family.AMENDMENT, wanted=key
    )


def _show(run: Run, day: date) -> NoReturn:
    year = run.year(run.sound_plan())
    shown = [_state_dict(run, year, decree, day) for decree in _planned(year.plan)]
    if not run.as_json:
        for state in shown:
            click.echo("\n".join(_state_lines(state)))
    run.finish(data={"states": shown})


def _state_dict(run: Run, year: Year, decree: Decree, day: date) -> dict[str, Any]:
    state = in_force(year.plan, decree, day)
    if state is None:
        run.report([not_in_force(decree, day)])
        run.finish(code=ExitCode.TEMUAN)
    plan = year.plan_of(state)
    if plan is None:
        run.report(year.unknown(state))
        run.finish(code=ExitCode.TEMUAN)
    return {
        "per": day.isoformat(),
        "id": state.id,
        "number": state.number,
        "decreed": state.day.isoformat() if state.day else None,
        "rows": [
            {
                "id": row.id,
                "area": row.area,
                "component": row.komponen.plain,
                "indicator": row.indikator.plain,
                "action": row.langkah_aksi.plain,
                "evidence": row.bukti.plain,
                "months": sorted(row.bulan),
                "target": row.target,
            }
            for row in plan.activities
        ],
    }


def _state_lines(state: dict[str, Any]) -> Iterator[str]:
    day, decreed = (date.fromisoformat(state[key]) for key in ("per", "decreed"))
    yield (
        f"Berlaku pada {long_date(day)}: {state['id']}, ditetapkan {long_date(decreed)}, "
        f"{len(state['rows'])} baris."
    )
    area = ""
    for row in state["rows"]:
        if row["area"] != area:
            area = row["area"]
            yield area
        words = " ".join(row["indicator"].split())
        yield f"  {row['id']:10}{words}"
        yield f"  {'':10}{months_text(row['months'])}; target {row['target'] or '-'}"


def _touched_lines(alterations: Sequence[Touched], signed: frozenset[str]) -> Iterator[str]:
    """A line for each folder, since a moved row alters most forms of a year."""
    if not alterations:
        yield "Tidak ada naskah yang terpengaruh."
        return
    counts = Counter(alteration.product.about.family.title for alteration in alterations)
    yield "NASKAH YANG TERPENGARUH: " + ", ".join(f"{n} {kind}" for kind, n in counts.items())
    folders: dict[str, list[str]] = {}
    for alteration in alterations:
        folder, _, name = alteration.product.name.rpartition("/")
        change = alteration.change
        mark = "" if change is ChangeKind.CHANGED else f" ({change.value.lower()})"
        folders.setdefault(folder, []).append(f"{name}{mark}")
    for folder, names in folders.items():
        yield f"  {folder}/: {', '.join(names)}"
    for name in sorted(signed):
        yield f"  {name} sudah ditandatangani: perubahannya memerlukan keputusan perubahan."
