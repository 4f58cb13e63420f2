"""A finding accepted for good, or told again: what `periksa --terima` and `--batalkan` do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NoReturn

import click

from zi_docs.build.accepted_file import accepted_bytes, accepted_file, read_accepted
from zi_docs.build.publish import replace_own
from zi_docs.checks.accepted import Acceptances
from zi_docs.cli.run import Run
from zi_docs.errors import ExitCode
from zi_docs.findings import Finding, Place, Severity, error, note
from zi_docs.model import Acceptance, Plan, same_id
from zi_docs.wording.lists import enumeration
from zi_docs.workbook.reading.package import place_of_file


@dataclass(frozen=True)
class Choice:
    """The finding that is meant: its code, and `Lembar!C5`, or `entri 3` of the file."""

    code: str
    spot: str

    def means(self, code: str) -> bool:
        """Whether a code is the one that was given."""
        return same_id(self.code.strip("[] "), code)

    def at(self, place: Place) -> bool:
        """Whether a place is the one that was given, in whatever file."""
        where = f"{place.sheet}!{place.cell}" if place.cell else place.sheet or place.part or ""
        return _folded(where) == _folded(self.spot)


def _folded(spot: str) -> str:
    sheet, mark, cell = spot.replace("'", "").rpartition("!")
    return " ".join(f"{sheet}{mark}{cell.replace('$', '')}".split()).casefold()


def decision(
    *,
    terima: str | None,
    batalkan: str | None,
    sel: str | None,
    alasan: str | None,
    oleh: str | None,
    tanggal: datetime | None,
) -> Callable[[Run, Plan], NoReturn]:
    """What the options ask for. Raises click.UsageError for half of it."""
    reason = (alasan or "").strip()
    if sel is None or (terima is None) is (batalkan is None):
        raise click.UsageError("Sebutkan --terima KODE atau --batalkan KODE, beserta --sel.")
    if terima is None:
        if reason:
            raise click.UsageError("--alasan hanya untuk --terima.")
        choice = Choice(batalkan or "", sel)
        return lambda run, plan: withdraw(run, choice)
    if not reason:
        raise click.UsageError("Sebutkan --alasan: mengapa temuan itu diterima.")
    day = tanggal.date() if tanggal else None
    entry = Acceptance(terima, "", reason, oleh or "", day)
    return lambda run, plan: accept(run, plan, Choice(terima, sel), entry)


def accept(run: Run, plan: Plan, choice: Choice, entry: Acceptance) -> NoReturn:
    """Accept the findings of a code at a cell for the reason of an entry, and leave.

    Raises OutputError.
    """
    there = [finding for finding in run.findings if choice.at(finding.place)]
    chosen = [finding for finding in there if choice.means(finding.code)]
    former = [f for f in run.accepted if choice.at(f.place) and choice.means(f.code)]
    run.findings = []
    if not chosen and not former:
        _refuse_absent(run, choice, there)
    errors = [finding for finding in chosen if finding.severity is Severity.ERROR]
    if errors:
        message = f"Kesalahan {errors[0].code} tidak dapat diterima; perbaiki selnya."
        run.report([error("TERIMA-KESALAHAN", message, errors[0].place)])
        run.finish(code=ExitCode.TEMUAN)
    if not chosen:
        message = f"Temuan {former[0].code} di sel ini sudah diterima."
        run.report([note("TERIMA-SUDAH", message, former[0].place)])
        run.finish()
    acceptances = Acceptances(plan)
    entries = dict.fromkeys(
        replace(entry, kode=f.code, untuk=acceptances.subject(f), temuan=f.message) for f in chosen
    )
    _write(run, (*_entries(run), *entries))
    _leave(run, "accepted", "Diterima", chosen)


def withdraw(run: Run, choice: Choice) -> NoReturn:
    """Take back what accepts the findings of a code at a cell, and leave. Raises OutputError."""
    entries = _entries(run)
    accepted = {f: e for f, e in run.accepted.items() if choice.at(f.place)}
    accepted = {f: e for f, e in accepted.items() if choice.means(f.code)}
    there = [finding for finding in run.findings if choice.at(finding.place)]
    run.findings, run.acceptances = [], None
    gone = [
        entry
        for entry in entries
        if choice.means(entry.kode)
        and (choice.at(entry.place("kode")) or entry in accepted.values())
    ]
    on_sheet = [entry for entry in accepted.values() if entry.origin.sheet]
    if on_sheet and not gone:
        message = (
            f"Temuan {on_sheet[0].kode} ini diterima pada lembar Diterima; hapuslah barisnya di "
            "buku kerja."
        )
        run.report([error("TERIMA-LEMBAR", message, on_sheet[0].place("kode"))])
        run.finish(code=ExitCode.TEMUAN)
    if not gone:
        _refuse_absent(run, choice, there)
    _write(run, [entry for entry in entries if entry not in gone])
    _leave(run, "withdrawn", "Tidak lagi diterima", [f for f, e in accepted.items() if e in gone])


def _entries(run: Run) -> tuple[Acceptance, ...]:
    """The entries of the file as it stands now; leave with TEMUAN for a damaged one."""
    entries, damage = read_accepted(run.source)
    if damage:
        run.findings = [replace(finding, severity=Severity.ERROR) for finding in damage]
        run.finish(code=ExitCode.TEMUAN)
    return entries


def _write(run: Run, entries: Sequence[Acceptance]) -> None:
    replace_own(accepted_file(run.source), accepted_bytes(entries))


def _refuse_absent(run: Run, choice: Choice, there: Sequence[Finding]) -> NoReturn:
    codes = enumeration(list(dict.fromkeys(finding.code for finding in there)))
    hint = f"Di sel itu ada {codes}." if codes else "Jalankan `periksa` untuk melihat sel temuan."
    message = f"Tidak ada temuan {choice.code} di “{choice.spot}”. {hint}"
    run.report([error("TERIMA-SEL", message, place_of_file(run.source))])
    run.finish(code=ExitCode.TEMUAN)


def _leave(run: Run, key: str, word: str, findings: Sequence[Finding]) -> NoReturn:
    if not run.as_json:
        for finding in findings:
            run.say(f"{word}: {finding}")
    data = {key: [finding.as_dict() for finding in findings]}
    run.finish([accepted_file(run.source)], data=data)
