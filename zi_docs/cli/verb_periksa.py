"""The verb that checks the workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from zi_docs.cli.common_options import DAY, FILE, common_options
from zi_docs.cli.finding_lines import counts, families, family
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.errors import ExitCode
from zi_docs.findings import Finding
from zi_docs.wording.nearest_names import did_you_mean

if TYPE_CHECKING:
    from zi_docs.model import Acceptance, Plan

# From this many findings on it helps to look at one family after the other.
_MANY = 20


@click.command(cls=Verb)
@click.option("--semua", is_flag=True, help="Sebutkan pula temuan yang sudah diterima.")
@click.option(
    "--kode",
    multiple=True,
    metavar="KODE",
    help="Hanya temuan berkode ini, atau sekeluarga: RA-BULAN, atau RA; boleh diulang.",
)
@click.option(
    "--lembar",
    multiple=True,
    metavar="NAMA",
    help="Hanya temuan pada lembar ini: “Rencana Aksi”; boleh diulang.",
)
@click.option(
    "--sarif", type=FILE, metavar="BERKAS.sarif", help="Tulis pula temuannya sebagai SARIF 2.1.0."
)
@click.option(
    "--salinan",
    type=FILE,
    metavar="BARU.xlsx",
    help="Salinan buku kerja; setiap temuan menjadi sel berwarna dengan komentar.",
)
@click.option("--terima", metavar="KODE", help="Terima temuan berkode ini di sel --sel.")
@click.option("--batalkan", metavar="KODE", help="Sebutkan kembali temuan yang diterima itu.")
@click.option("--sel", metavar="LEMBAR!SEL", help="Sel temuannya: “Rencana Aksi!G63”.")
@click.option("--alasan", help="Mengapa temuan itu diterima.")
@click.option("--oleh", help="Yang menerimanya.")
@click.option("--tanggal", type=DAY, help="Tanggal diterima.")
@common_options
def periksa(
    run: Run,
    semua: bool,
    kode: tuple[str, ...],
    lembar: tuple[str, ...],
    sarif: Path | None,
    salinan: Path | None,
    **wish: Any,
) -> None:
    """Periksa buku kerja tanpa membuat dokumen.

    Temuan yang dicatat pada lembar Diterima, atau diterima dengan --terima, hanya disebut
    jumlahnya. Kode keluar menurut semua temuan, juga bila hanya sebagian yang ditampilkan.
    """
    decide = _decision(wish)
    if salinan is not None:
        from zi_docs.build.publish import refuse_existing

        refuse_existing(salinan)
    run.every_finding = True
    plan = run.read()
    if plan is not None:
        from zi_docs.checks.accepted import entry_findings

        run.report(entry_findings(plan, run.findings, run.accepted.values()))
        if decide is not None:
            decide(run, plan)
    code = ExitCode.TEMUAN if run.faulty else ExitCode.BERES
    hidden = _choose(run, kode, lembar)
    files = _written(run, sarif, salinan)
    if run.as_json:
        accepted = [_accepted_as_dict(*entry) for entry in run.accepted.items()]
        run.finish(files, code, {"accepted": accepted} if accepted else {})
    run.tell()
    for line in _last_lines(run, hidden, (*kode, *lembar), every=semua):
        run.say(line)
    run.finish(files, code)


def _decision(wish: Mapping[str, Any]) -> Callable[[Run, Plan], NoReturn] | None:
    """What is to be accepted or told again; None when nothing is. Raises click.UsageError."""
    if all(value is None for value in wish.values()):
        return None
    from zi_docs.cli.accepting import decision

    return decision(**wish)


def _choose(run: Run, codes: tuple[str, ...], sheets: tuple[str, ...]) -> list[Finding]:
    """Keep the findings that were asked for, all without options; those that are left out."""

    def chosen(finding: Finding) -> bool:
        names = {finding.code.casefold(), family(finding.code).casefold()}
        sheet = (finding.place.sheet or "").casefold()
        return (not codes or any(code.strip().casefold() in names for code in codes)) and (
            not sheets or any(name.strip().casefold() == sheet for name in sheets)
        )

    hidden = [finding for finding in run.findings if not chosen(finding)]
    run.findings = [finding for finding in run.findings if chosen(finding)]
    run.accepted = {f: entry for f, entry in run.accepted.items() if chosen(f)}
    return hidden


def _accepted_as_dict(finding: Finding, entry: Acceptance) -> dict[str, Any]:
    """A finding with its reason, and where it is accepted: a row of the sheet, or an entry."""
    day = entry.tanggal.isoformat() if entry.tanggal else ""
    reason = {"reason": entry.alasan, "by": entry.oleh, "date": day}
    return finding.as_dict() | reason | {"entry": entry.place("kode").as_dict()}


def _written(run: Run, sarif: Path | None, copy: Path | None) -> list[Path]:
    """Write the files that were asked for. Raises OutputError."""
    if copy is None and sarif is None:
        return []
    from zi_docs.build.publish import existing_file_error, own_file, replace_own, write_new

    if copy is not None:
        from zi_docs.workbook.writing.marked_copy import marked_copy

        year = run.states.plan.office.tahun if run.states else date.min.year
        content, lost = marked_copy(run.source, run.findings, date(max(year, 1980), 1, 1))
        write_new(copy, content)
        run.report(lost)
    if sarif is not None:
        from zi_docs.cli.sarif_log import is_own_log, sarif_log

        if (former := own_file(sarif)) and not is_own_log(former):
            raise existing_file_error(sarif)
        reasons = {finding: entry.alasan for finding, entry in run.accepted.items()}
        replace_own(sarif, sarif_log(run.findings, reasons))
    return [path for path in (copy, sarif) if path is not None]


def _none_such(findings: Iterable[Finding], asked: Iterable[str]) -> str:
    """That nothing was found of what was asked for; what that was perhaps meant to be."""
    names = {name for each in findings for name in (each.code, family(each.code), each.place.sheet)}
    known = sorted(filter(None, names))
    meant = "".join(did_you_mean(name.strip(), known) for name in asked)
    return f"Tidak ada temuan yang demikian.{meant}"


def _last_lines(run: Run, hidden: list[Finding], asked: Iterable[str], *, every: bool) -> list[str]:
    """What stands below the findings: how to see a part of them, and what was left out."""
    lines = []
    if not run.findings:
        lines.append("Tidak ada temuan." if not hidden else _none_such(hidden, asked))
    names = families(run.findings)
    if len(run.findings) >= _MANY and "," in names:
        first = names.partition(" ")[0]
        lines.append(f"Menurut kodenya: {names}. Satu keluarga saja: `periksa --kode {first}`.")
    if hidden:
        lines.append(f"Tidak ditampilkan: {counts(hidden)}.")
    if every:
        lines += [f"{finding} Diterima: {entry.alasan}" for finding, entry in run.accepted.items()]
    elif run.accepted:
        lines.append(f"{len(run.accepted)} temuan diterima; lihat `periksa --semua`.")
    return lines
