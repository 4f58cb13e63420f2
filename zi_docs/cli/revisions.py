"""The verb of revisions: what changed, the papers of a change, the plan at a date."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, NoReturn

import click

from zi_docs.build import publish as store
from zi_docs.cli.run import FILE, Run, common_options
from zi_docs.cli.states import DAY, papers_of, plan_of, state_at
from zi_docs.errors import ExitCode
from zi_docs.findings import Severity
from zi_docs.model import Decree, DecreeKind, Plan
from zi_docs.papers.affected import Affected, affected
from zi_docs.revision import report
from zi_docs.revision import states as snapshots
from zi_docs.revision.changes import ChangeKind
from zi_docs.revision.compare import compare_plans
from zi_docs.revision.fields import months_text
from zi_docs.revision.states import state_of, states
from zi_docs.wording.dates import long_date
from zi_docs.workbook.reading.load import read_plan

_SHEET = "Revisi"


@click.command()
@click.argument("lama", required=False, type=FILE, metavar="[LAMA.xlsx]")
@click.argument("baru", required=False, type=FILE, metavar="[BARU.xlsx]")
@click.option("--naskah", metavar="ID", help="Buat keputusan perubahan dan matriksnya.")
@click.option(
    "--simpan",
    metavar="ID",
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
    old = _sound(run, lama) if lama else _last_decreed(run, new)
    changes, touched = compare_plans(old, new), affected(old, new)
    signed = signed_ids(run.output / str(new.office.tahun))
    if not run.as_json:
        for line in (*report.change_lines(changes), *_affected_lines(touched, signed)):
            click.echo(line)
    documents = [
        {
            "name": one.name,
            "title": one.title,
            "kind": one.kind,
            "change": one.change.value,
            "signed": is_signed(one, signed),
        }
        for one in touched
    ]
    run.finish(data={"changes": report.changes_as_dict(changes), "documents": documents})


def _sound(run: Run, path: Path) -> Plan:
    """The plan of a workbook other than the source; its errors end the run."""
    plan, findings = read_plan(path, beside=run.source.parent)
    run.report(finding for finding in findings if finding.severity is Severity.ERROR)
    if plan is None or run.faulty:
        run.finish(code=ExitCode.TEMUAN)
    return plan


def _last_decreed(run: Run, plan: Plan) -> Plan:
    """The newest saved state of the plan's decree; without one, leave and say what to give."""
    saved = [
        state
        for decree in _planned(plan)
        for state in states(plan, decree)
        if snapshots.path_of(state, run.source).is_file()
    ]
    if not saved:
        raise click.UsageError(
            "Sebutkan LAMA.xlsx; belum ada keadaan yang disimpan dengan --simpan."
        )
    return plan_of(run, plan, saved[-1])


def _planned(plan: Plan) -> list[Decree]:
    return [decree for decree in plan.decrees if decree.kind is DecreeKind.PLAN]


def _save(run: Run, path: Path, key: str) -> NoReturn:
    """Copy a sound workbook as the state that a decree decreed; nothing is written over."""
    plan = run.sound_plan()
    state = state_of(plan, key)
    if state is None:
        run.absent(f"Keputusan atau revisi {key}", _SHEET)
    _sound(run, path)
    target = snapshots.path_of(state, run.source)
    store.write_new(target, path.read_bytes())
    run.finish([target])


def _make(run: Run, key: str) -> NoReturn:
    plan = run.sound_plan()
    state = state_of(plan, key)
    if state is None or state.revision is None:
        run.absent(f"Revisi {key}", _SHEET)
    run.make(plan, [papers_of(run, plan, state)])


def _show(run: Run, day: date) -> NoReturn:
    plan = run.sound_plan()
    shown = [_state_dict(run, plan, decree, day) for decree in _planned(plan)]
    if not run.as_json:
        for state in shown:
            click.echo("\n".join(_state_lines(state)))
    run.finish(data={"states": shown})


def _state_dict(run: Run, plan: Plan, decree: Decree, day: date) -> dict[str, Any]:
    state = state_at(run, plan, decree, day)
    held = plan_of(run, plan, state)
    return {
        "per": day.isoformat(),
        "id": state.id,
        "number": state.number,
        "decreed": state.day.isoformat() if state.day else None,
        "rows": [
            {
                "id": row.id,
                "area": row.area,
                "komponen": row.komponen.plain,
                "indikator": row.indikator.plain,
                "langkah_aksi": row.langkah_aksi.plain,
                "bukti": row.bukti.plain,
                "bulan": sorted(row.months),
                "target": row.target,
            }
            for row in held.activities
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
        words = " ".join(row["indikator"].split())
        yield f"  {row['id']:10}{words}"
        yield f"  {'':10}{months_text(row['bulan'])}; target {row['target'] or '-'}"


def _affected_lines(touched: Sequence[Affected], signed: frozenset[str]) -> Iterator[str]:
    """A line for each folder, since a moved row alters most forms of a year."""
    if not touched:
        yield "Tidak ada dokumen yang terpengaruh."
        return
    counts = Counter(one.kind for one in touched)
    yield "DOKUMEN YANG TERPENGARUH: " + ", ".join(f"{n} {k}" for k, n in counts.items())
    for folder, found in groupby(touched, key=lambda one: one.name.rpartition("/")[0]):
        yield f"  {folder}/: " + ", ".join(_affected_name(one) for one in found)
    for one in touched:
        if is_signed(one, signed):
            yield f"  {one.name} sudah ditandatangani: perubahannya memerlukan keputusan perubahan."


def _affected_name(one: Affected) -> str:
    name = one.name.rpartition("/")[2]
    return name if one.change is ChangeKind.CHANGED else f"{name} ({one.change.value.lower()})"


def is_signed(document: Affected, signed: frozenset[str]) -> bool:
    """Tell whether the register names a document: by its name, its file, or its bare ID."""
    stem = document.name.rpartition("/")[2]
    names = {document.name, stem, *(stem.removesuffix(end) for end in ("-asli", "-salinan"))}
    return not names.isdisjoint(signed)


def signed_ids(output: Path) -> frozenset[str]:
    """What the register of signed documents in the year's folder names; nothing without one.

    Each entry's `id`, and its `file` without extension, stand for the document.
    """
    try:
        held = json.loads((output / "register.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    entries = held if isinstance(held, list) else held.get("entries", ())
    known = (entry for entry in entries if isinstance(entry, dict))
    return frozenset(
        name
        for entry in known
        for name in (str(entry.get("id", "")), str(entry.get("file", "")).rpartition(".")[0])
        if name
    )
