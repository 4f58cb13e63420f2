"""The verb that takes in what was signed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click
from pikepdf import PasswordError

from zi_docs.build import manifest, signed_papers
from zi_docs.build.changed_cells import cells_shown
from zi_docs.build.digest import file_digest
from zi_docs.build.lock import lock_folder
from zi_docs.build.manifest import Record
from zi_docs.build.publish import publish, restore
from zi_docs.build.signed_files import free_name, lock_file, names_for, set_aside
from zi_docs.build.signed_papers import Entry, Register
from zi_docs.cli.common_options import DAY, DECREED_ID, FILE, common_options
from zi_docs.cli.decreed_states import ReadWorkbook, kept_state, read_workbook
from zi_docs.cli.run import Run
from zi_docs.cli.signed_findings import of_fit, of_signatures
from zi_docs.cli.verb_class import Verb
from zi_docs.confined_calls import CallEndedError
from zi_docs.errors import ExitCode
from zi_docs.findings import Place, error, note, warning
from zi_docs.folders import read_regular
from zi_docs.model import Plan, Revision, same_id
from zi_docs.numbering.numbered_papers import NumberedPaper, numbered_papers
from zi_docs.pdf.returned_file import ReturnedFile, compare_returned, read_returned
from zi_docs.pdf.returned_fit import MadePaper
from zi_docs.pdf.signature_check import PdfSignature
from zi_docs.wording.nearest_names import did_you_mean

_TOO_MUCH = (
    "Membaca berkas ini menghabiskan terlalu banyak waktu atau memori, jadi tidak disimpan; "
    "mungkin rusak. Pindailah kembali, atau mintalah berkas yang utuh dari penanda tangannya."
)


@click.command(cls=Verb)
@click.argument("berkas", type=FILE, metavar="BERKAS.pdf", required=False)
@click.option("--untuk", type=DECREED_ID, help="ID keputusan, atau nama naskah pada manifes.")
@click.option("--nomor", metavar="NOMOR", help="Nomor naskah; bila tidak disebut, dari buku kerja.")
@click.option("--tanggal", type=DAY, help="Tanggal naskah; bila tidak disebut, dari buku kerja.")
@click.option("--tetap", is_flag=True, help="Simpan juga berkas yang tidak cocok dengan naskahnya.")
@click.option("--pulihkan", is_flag=True, help="Susun kembali daftar naskah bertanda tangan.")
@common_options
def tandatangan(
    run: Run,
    berkas: Path | None,
    untuk: str | None,
    nomor: str | None,
    tanggal: datetime | None,
    tetap: bool,
    pulihkan: bool,
) -> None:
    """Simpan dan kunci PDF yang sudah ditandatangani, hasil pindai atau elektronik."""
    if pulihkan is (berkas is not None) or (berkas is None) is not (untuk is None):
        raise click.UsageError("Sebutkan BERKAS.pdf dan --untuk, atau --pulihkan saja.")
    book = read_workbook(run)
    plan = book.plan
    folder = run.folder(plan)
    if berkas is None or untuk is None:
        _rebuild(run, plan, folder)
    entry, content, returned = _entry(run, plan, berkas, untuk)
    if not returned.sound:
        run.finish(code=ExitCode.TEMUAN)
    entry = replace(
        entry,
        date=tanggal.date().isoformat() if tanggal else entry.date,
        number=nomor or entry.number,
    )
    with lock_folder(folder):
        run.report(restore(folder))
        entry, state = _keep(run, book, folder, entry, berkas, content, keep=tetap)
    run.say(_signing_text(entry, returned.signatures))
    if state is not None:
        run.say(f"Keadaan {entry.id} disimpan: {state}.")
    run.finish([folder / entry.file])


def _entry(run: Run, plan: Plan, path: Path, key: str) -> tuple[Entry, bytes, ReturnedFile]:
    """The entry of a signed file before it is kept, its content and what is in it."""
    content, returned = _read(run, path)
    run.report(of_signatures(path, returned.signatures))
    if returned.restricted:
        message = (
            "Berkas ini dibatasi dengan kata sandi pemilik; isinya dapat dibaca, tetapi mungkin "
            "tidak dapat dicetak atau digabungkan. Bila dapat, simpan berkas tanpa pembatasan."
        )
        run.report([warning("TTD-PEMBATASAN", message, Place(str(path)))])
    return _entry_of(run, plan, key, content, returned), content, returned


def _entry_of(run: Run, plan: Plan, key: str, content: bytes, returned: ReturnedFile) -> Entry:
    """The entry of a file; without its hash for a damaged one, so that the right one may come."""
    number, day = _number_and_date(run, plan, key)
    signers = tuple(signature.signer for signature in returned.signatures if not signature.stamp)
    digest = hashlib.sha256(content).hexdigest() if returned.sound else ""
    return Entry(key, "", digest, day, number, signers, {})


def _read(run: Run, path: Path) -> tuple[bytes, ReturnedFile]:
    """The file and what is in it; leave with TEMUAN when it is no PDF that can be read."""
    try:
        content = read_regular(path)
        returned = read_returned(content)
    except PasswordError:
        message = (
            "Berkas ini dilindungi kata sandi sehingga tidak dapat dibaca; simpanlah kembali "
            "tanpa kata sandi, atau mintalah berkas yang tidak dilindungi."
        )
        _refuse(run, "TTD-SANDI", message, path)
    except CallEndedError:
        _refuse(run, "TTD-BATAS", _TOO_MUCH, path)
    except OSError:
        content, returned = b"", ReturnedFile()
    if not returned.readable:
        message = "Berkas ini tidak dapat dibaca sebagai PDF; periksalah nama dan isinya."
        _refuse(run, "TTD-BERKAS", message, path)
    return content, returned


def _keep(
    run: Run,
    book: ReadWorkbook,
    folder: Path,
    entry: Entry,
    path: Path,
    content: bytes,
    *,
    keep: bool,
) -> tuple[Entry, Path | None]:
    """Lay the file into the folder, the entry into the register, the state beside the workbook.

    All or none of them. The path is that of a state that was not kept before.

    A file that stands there stays as it is: only a damaged one makes room, under another name,
    for the same bytes as were taken in at first.
    """
    register = signed_papers.read(folder)
    made = manifest.read(folder)
    records = signed_papers.records_of(entry.id, made)
    before = register.entry(entry.id) or register.entry_with(records)
    if before is not None and before.sha256:
        if before.sha256 != entry.sha256:
            message = (
                f"{entry.id} sudah mempunyai berkas bertanda tangan lain ({before.file}); berkas "
                "itu tidak ditimpa. Naskah perubahan mempunyai ID sendiri."
            )
            _refuse(run, "TTD-SUDAH", message, folder / before.file)
        _mend(run, folder, before, content)
        return before, None
    if not records:
        message = (
            f"{entry.id} belum pernah dibuat di folder ini; sebutkan ID keputusan, atau nama "
            "naskah seperti rapat/R-01/undangan."
            f"{did_you_mean(entry.id, _signable(made))}"
        )
        _refuse(run, "TTD-ID", message, folder / manifest.NAME)
    misfits = _compare(run, folder, entry, records, path, content, keep=keep)
    others = [other for other in register.entries if other is not before]
    name = free_name(folder, entry.id, entry.sha256) if before is None else before.file
    cells = _cells(run, book.plan, records, made)
    entry = replace(entry, file=name, records=records, cells=cells, misfits=misfits)
    with kept_state(run, book, records, made.cells) as state:
        if before is not None:
            set_aside(folder / before.file)
        _register(folder, (*others, entry), {name: content})
    return entry, state


def _signable(made: manifest.Manifest) -> list[str]:
    """The IDs and names by which a paper of the manifest may be called."""
    ids = {record.id for record in made.records.values() if record.id}
    return [*sorted(ids), *made.records]


def _cells(
    run: Run, plan: Plan, records: Mapping[str, Record], made: manifest.Manifest
) -> dict[str, str]:
    """The cells that stand in the papers of these records, as the last run read them."""
    papers = [p for p in run.catalog(plan).products() if p.name in records]
    values = [value for paper in papers for value in paper.inputs().content.values()]
    return cells_shown(plan, values, made.cells)


def _compare(
    run: Run, folder: Path, entry: Entry, records: Mapping[str, Record], path: Path,
    content: bytes, *, keep: bool,
) -> tuple[str, ...]:  # fmt: skip
    """The names of what does not fit the paper; leave with TEMUAN unless it is kept all the same.

    A bundle says nothing of its own: its papers are signed, each once.
    """
    papers = [name for name, record in records.items() if record.content]
    if not papers:
        needs = dict.fromkeys(need for record in records.values() for need in record.needs)
        message = (
            f"{entry.id} adalah bundel; sebutkan naskah yang ditandatangani, misalnya "
            f"--untuk {next(iter(needs), 'renaksi')}."
        )
        _refuse(run, "TTD-BUNDEL", message, path)
    bundles = [record for name, record in records.items() if name not in papers]
    made = _pdfs(folder, [records[name] for name in papers])
    try:
        result = compare_returned(content, MadePaper(made, _pdfs(folder, bundles), entry.number))
    except CallEndedError:
        _refuse(run, "TTD-BATAS", _TOO_MUCH, path)
    run.report(of_fit(path, result, entry.number, keep=keep))
    if result.misfits and not keep:
        run.finish(code=ExitCode.TEMUAN)
    return tuple(misfit.name.casefold() for misfit in result.misfits)


def _pdfs(folder: Path, records: Sequence[Record]) -> tuple[bytes, ...]:
    """The PDFs that stand in the folder for these records."""
    paths = [folder / name for record in records for name in record.targets]
    return tuple(path.read_bytes() for path in paths if path.suffix == ".pdf" and path.is_file())


def _mend(run: Run, folder: Path, entry: Entry, content: bytes) -> None:
    """Put back a signed file that is missing or damaged; what stood there is kept beside it."""
    path = folder / entry.file
    if file_digest(path) != entry.sha256:
        aside = set_aside(path)
        publish({entry.file: content}, folder)
        beside = f"; berkas yang rusak disimpan sebagai {aside.name}" if aside else ""
        message = f"Berkas bertanda tangan untuk {entry.id} dipulihkan{beside}; periksalah."
        run.report([note("TTD-PULIH", message, Place(str(path)))])
    lock_file(path)


def _register(folder: Path, entries: Sequence[Entry], files: Mapping[str, bytes]) -> None:
    register = signed_papers.as_bytes(Register(tuple(entries)))
    publish({**files, signed_papers.NAME: register}, folder)
    for entry in entries:
        if (folder / entry.file).is_file():
            lock_file(folder / entry.file)


def _rebuild(run: Run, plan: Plan, folder: Path) -> NoReturn:
    """Rebuild the register from the signed files and the manifest, and tell what is guessed."""
    with lock_folder(folder):
        run.report(restore(folder))
        register = signed_papers.readable(folder)
        if register is None:
            set_aside(folder / signed_papers.NAME)
            register = Register()
        names = signed_papers.unregistered(folder, register)
        entries = [_found_entry(run, plan, folder, name) for name in names]
        if entries:
            _register(folder, (*register.entries, *entries), {})
    if not entries:
        run.say("Daftar naskah bertanda tangan sudah lengkap.")
    run.finish([folder / name for name in names])


def _found_entry(run: Run, plan: Plan, folder: Path, name: str) -> Entry:
    """The entry of a file of which only its name, its content and the manifest tell."""
    made = manifest.read(folder)
    keys = [record.id for record in made.records.values() if record.id] + list(made.records)
    digest = file_digest(folder / name)
    key = next((key for key in keys if name in names_for(key, digest)), Path(name).stem)
    entry = _sound_entry(run, plan, folder / name, key)
    records = signed_papers.records_of(key, made)
    what = (
        f"sebagai {key}; nomor dan tanggalnya diambil dari buku kerja, dan isinya dianggap sama "
        "dengan yang terakhir dibuat"
        if records
        else "tanpa naskah, sebab namanya tidak menunjuk naskah mana pun di manifes"
    )
    message = f"Berkas bertanda tangan ini dicatat kembali {what}; periksalah."
    run.report([warning("TTD-DICATAT", message, Place(str(folder / name)))])
    cells = _cells(run, plan, records, made)
    return replace(entry, file=name, records=records, cells=cells)


def _sound_entry(run: Run, plan: Plan, path: Path, key: str) -> Entry:
    """The entry of a signed file that stands in the folder; one that is damaged is told."""
    try:
        content = read_regular(path)
        returned = read_returned(content)
    except (OSError, PasswordError, CallEndedError):
        content, returned = b"", ReturnedFile()
    if not returned.sound:
        message = (
            "Berkas ini tidak dapat dibaca atau tanda tangannya tidak utuh. Naskahnya tetap "
            "dikunci; simpanlah berkas yang benar dengan `python generate.py tandatangan`."
        )
        run.report([warning("TTD-CACAT", message, Place(str(path)))])
    return _entry_of(run, plan, key, content, returned)


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


def _signing_text(entry: Entry, signatures: Sequence[PdfSignature]) -> str:
    people = [s for s in signatures if not s.stamp]
    names = ", ".join(f"{s.signer}{f' ({s.when})' if s.when else ''}" for s in people)
    kind = f"ditandatangani secara elektronik oleh {names}" if people else "hasil pindai"
    about = f"nomor {entry.number or '-'}, tanggal {entry.date or '-'}"
    return f"{entry.id}: {kind}; {about}; dikunci: {', '.join(entry.records)}."
