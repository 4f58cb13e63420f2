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

from zi_docs.build import manifest as manifests
from zi_docs.build import publish as store
from zi_docs.build import signed_papers as registers
from zi_docs.build.lock import lock_folder
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
    content, signed = _read(run, berkas)
    run.report(_of_signatures(berkas, signed))
    if any(not one.sound for one in signed):
        run.finish(code=ExitCode.TEMUAN)
    number, day = _given(run, plan, untuk)
    entry = Entry(
        untuk,
        f"{registers.FOLDER}/{_file_name(untuk)}.pdf",
        hashlib.sha256(content).hexdigest(),
        tanggal.date().isoformat() if tanggal else day,
        nomor or number,
        tuple(one.signer for one in signed),
        {},
    )
    with lock_folder(folder):
        store.restore(folder)
        kept = _keep(run, folder, entry, content)
    if not run.as_json:
        click.echo(_told(kept, signed), err=True)
    run.finish([folder / kept.file])


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
    register = registers.read(folder)
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
    records = registers.records_of(entry.id, manifests.read(folder))
    if not records:
        message = (
            f"{entry.id} belum pernah dibuat di folder ini; sebutkan ID keputusan, atau nama "
            "naskah seperti rapat/R-01/undangan."
        )
        _refuse(run, "TTD-ID", message, folder / manifests.NAME)
    entry = replace(entry, records=records)
    files = {entry.file: content}
    files[registers.NAME] = registers.as_bytes(Register((*register.entries, entry)))
    store.publish(files, folder)
    (folder / entry.file).chmod(_READ_ONLY)
    return entry


def _refuse(run: Run, code: str, message: str, path: Path) -> NoReturn:
    run.report([error(code, message, Place(str(path)))])
    run.finish(code=ExitCode.TEMUAN)


def _given(run: Run, plan: Plan, key: str) -> tuple[str, str]:
    """Number and date (ISO 8601) that the workbook gives to the paper of this ID or name."""
    products = run.catalog(plan).products()
    about = next((p.about.id for p in products if key and key in (p.name, p.id)), key)
    numbered: tuple[NumberedPaper | Revision, ...] = (*numbered_papers(plan), *plan.revisions)
    paper = next((paper for paper in numbered if same_id(paper.id, about)), None)
    if paper is None:
        return "", ""
    return paper.nomor, paper.tanggal.isoformat() if paper.tanggal else ""


def _of_signatures(path: Path, signed: list[PdfSignature]) -> Iterator[Finding]:
    place = Place(str(path))
    for one in signed:
        if not one.sound:
            message = (
                f"Tanda tangan elektronik {one.signer} tidak cocok dengan isi berkas ini: berkas "
                "berubah sesudah ditandatangani. Mintalah kembali berkas yang utuh."
            )
            yield error("TTD-RUSAK", message, place)
        elif not one.trusted:
            message = (
                f"Sertifikat {one.signer} tidak dapat ditelusuri sampai penerbit yang dikenal "
                "komputer ini; periksalah dengan layanan verifikasi BSrE."
            )
            yield note("TTD-SERTIFIKAT", message, place)
    if signed and not signed[-1].whole:
        message = "Sesuatu ditambahkan pada berkas ini sesudah tanda tangan terakhir; periksalah."
        yield warning("TTD-TAMBAHAN", message, place)


def _told(entry: Entry, signed: list[PdfSignature]) -> str:
    names = ", ".join(f"{one.signer}{f' ({one.when})' if one.when else ''}" for one in signed)
    kind = f"ditandatangani secara elektronik oleh {names}" if signed else "hasil pindai"
    about = f"nomor {entry.number or '-'}, tanggal {entry.date or '-'}"
    return f"{entry.id}: {kind}; {about}; dikunci: {', '.join(entry.records)}."


def _file_name(key: str) -> str:
    return re.sub(r"[^\w.-]+", "-", key.strip())
