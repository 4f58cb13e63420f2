"""The verb that takes in what was signed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from zi_docs.build import manifest, signed_papers
from zi_docs.build.lock import lock_folder
from zi_docs.build.publish import publish, restore
from zi_docs.build.signed_papers import Entry, Register
from zi_docs.cli.run import FILE, Run, common_options
from zi_docs.errors import ExitCode
from zi_docs.findings import Finding, Place, error, note, warning
from zi_docs.model import Plan, Revision, same_id
from zi_docs.numbering.numbered_papers import NumberedPaper, numbered_papers
from zi_docs.pdf.signature_check import PdfSignature, read_signatures
from zi_docs.workbook.reading.load import read_plan

_READ_ONLY = 0o444
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("berkas", type=FILE, metavar="BERKAS.pdf")
@click.option(
    "--untuk", required=True, metavar="ID", help="ID keputusan, atau nama naskah pada manifes."
)
@click.option("--nomor", help="Nomor naskah; bila tidak disebut, dari buku kerja.")
@click.option("--tanggal", type=_DAY, help="Tanggal naskah; bila tidak disebut, dari buku kerja.")
@common_options
def tandatangan(
    run: Run, berkas: Path, untuk: str, nomor: str | None, tanggal: datetime | None
) -> None:
    """Simpan dan kunci PDF yang sudah ditandatangani, hasil pindai atau elektronik."""
    plan, findings = read_plan(run.source)
    if plan is None:
        run.report(findings)
        run.finish(code=ExitCode.TEMUAN)
    folder = run.output / str(plan.office.tahun)
    content, signatures = _read(run, berkas)
    run.report(_of_signatures(berkas, signatures))
    if any(not signature.sound for signature in signatures):
        run.finish(code=ExitCode.TEMUAN)
    number, day = _number_and_date(run, plan, untuk)
    entry = Entry(
        untuk,
        f"{signed_papers.FOLDER}/{_file_name(untuk)}.pdf",
        hashlib.sha256(content).hexdigest(),
        tanggal.date().isoformat() if tanggal else day,
        nomor or number,
        tuple(signature.signer for signature in signatures),
        {},
    )
    with lock_folder(folder):
        restore(folder)
        entry = _keep(run, folder, entry, content)
    if not run.as_json:
        click.echo(_signing_text(entry, signatures), err=True)
    run.finish([folder / entry.file])


def _read(run: Run, path: Path) -> tuple[bytes, list[PdfSignature]]:
    """The file and its signatures; leave with TEMUAN when it is no PDF that can be read."""
    try:
        content = path.read_bytes()
        return content, read_signatures(content)
    except (OSError, ValueError):
        message = "Berkas ini tidak dapat dibaca sebagai PDF; periksalah nama dan isinya."
        run.report([error("TTD-BERKAS", message, Place(str(path)))])
        run.finish(code=ExitCode.TEMUAN)


def _keep(run: Run, folder: Path, entry: Entry, content: bytes) -> Entry:
    """Lay the file into the folder and the entry into the register, both or none."""
    register = signed_papers.read(folder)
    before = register.entry(entry.id)
    if before is not None and before.sha256 == entry.sha256:
        (folder / before.file).chmod(_READ_ONLY)
        return before
    if before is not None:
        message = (
            f"{entry.id} sudah mempunyai berkas bertanda tangan lain ({before.file}); berkas itu "
            "tidak ditimpa. Naskah perubahan mempunyai ID sendiri."
        )
        _refuse(run, "TTD-SUDAH", message, folder / before.file)
    records = signed_papers.records_of(entry.id, manifest.read(folder))
    if not records:
        message = (
            f"{entry.id} belum pernah dibuat di folder ini; sebutkan ID keputusan, atau nama "
            "naskah seperti rapat/R-01/undangan."
        )
        _refuse(run, "TTD-ID", message, folder / manifest.NAME)
    entry = replace(entry, records=records)
    files = {entry.file: content}
    files[signed_papers.NAME] = signed_papers.as_bytes(Register((*register.entries, entry)))
    publish(files, folder)
    (folder / entry.file).chmod(_READ_ONLY)
    return entry


def _refuse(run: Run, code: str, message: str, path: Path) -> NoReturn:
    run.report([error(code, message, Place(str(path)))])
    run.finish(code=ExitCode.TEMUAN)


def _number_and_date(run: Run, plan: Plan, key: str) -> tuple[str, str]:
    """Number and date (ISO 8601) that the workbook gives to the paper of this ID or name."""
    products = run.catalog(plan).products()
    about = next((p.about.id for p in products if key and key in (p.name, p.id)), key)
    numbered: tuple[NumberedPaper | Revision, ...] = (*numbered_papers(plan), *plan.revisions)
    paper = next((paper for paper in numbered if same_id(paper.id, about)), None)
    if paper is None:
        return "", ""
    return paper.nomor, paper.tanggal.isoformat() if paper.tanggal else ""


def _of_signatures(path: Path, signatures: list[PdfSignature]) -> Iterator[Finding]:
    place = Place(str(path))
    for signature in signatures:
        if not signature.sound:
            message = (
                f"Tanda tangan elektronik {signature.signer} tidak cocok dengan isi berkas ini: "
                "berkas berubah sesudah ditandatangani. Mintalah kembali berkas yang utuh."
            )
            yield error("TTD-RUSAK", message, place)
        elif not signature.trusted:
            message = (
                f"Sertifikat {signature.signer} tidak dapat ditelusuri sampai penerbit yang "
                "dikenal komputer ini; periksalah dengan layanan verifikasi BSrE."
            )
            yield note("TTD-SERTIFIKAT", message, place)
    if signatures and not signatures[-1].whole:
        message = "Sesuatu ditambahkan pada berkas ini sesudah tanda tangan terakhir; periksalah."
        yield warning("TTD-TAMBAHAN", message, place)


def _signing_text(entry: Entry, signatures: list[PdfSignature]) -> str:
    names = ", ".join(f"{s.signer}{f' ({s.when})' if s.when else ''}" for s in signatures)
    kind = f"ditandatangani secara elektronik oleh {names}" if signatures else "hasil pindai"
    about = f"nomor {entry.number or '-'}, tanggal {entry.date or '-'}"
    return f"{entry.id}: {kind}; {about}; dikunci: {', '.join(entry.records)}."


def _file_name(key: str) -> str:
    return re.sub(r"[^\w.-]+", "-", key.strip())
