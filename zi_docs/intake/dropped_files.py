"""A file that somebody dropped in: read within limits, judged apart, laid whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from zi_docs.build.publish import write_new_whole
from zi_docs.confined import Child, Ending, Limits, module_command
from zi_docs.errors import system_reason
from zi_docs.file_names import numbered, room_in, safe_name
from zi_docs.findings import Finding, Place, Severity, error, note
from zi_docs.folders import files_below, open_regular
from zi_docs.intake import look
from zi_docs.workbook.reading.package import place_of_file

_MIB = 1024 * 1024
MOST_BYTES = 200 * _MIB
LIMITS = Limits(seconds=60.0, memory_bytes=1536 * _MIB, output_bytes=4 * _MIB)
_USED_UP = {
    Ending.TIME: f"lebih dari {LIMITS.seconds:.0f} detik",
    Ending.MEMORY: "terlalu banyak memori",
    Ending.OUTPUT: "terlalu banyak keluaran",
    Ending.CANCELLED: "waktu sampai dibatalkan",
}


@dataclass(frozen=True)
class Destination:
    """Where a file is to be laid, as what it is judged, and the detail that this asks for."""

    kind: str
    folder: Path
    detail: str


@dataclass(frozen=True)
class Intake:
    """What became of a file: where it now stands (None: refused), and what is to be said of it.

    `new`: it was laid there now.
    """

    source: Path
    target: Path | None
    findings: tuple[Finding, ...]
    new: bool = False


def take_in(path: Path, destination: Destination, limits: Limits = LIMITS) -> Intake:
    """Judge a file in a process of its own, and lay it under a safe name. Raises OutputError.

    What is judged and laid is the file as it was read once. No file is written over.
    """
    place = place_of_file(path)
    try:
        content, changed = _content(path)
    except OSError as problem:
        return Intake(path, None, (_unreadable(place, problem),))
    if len(content) > MOST_BYTES:
        return Intake(path, None, (_too_large(place),))
    fits, findings = _judged(path.suffix, content, changed, destination, limits)
    findings = [_of(place, finding) for finding in findings]
    if not fits:
        return Intake(path, None, tuple(map(_refusal, findings)) or (_unsafe(place),))
    return _laid(path, content, changed, destination.folder, findings)


def _content(path: Path) -> tuple[bytes, int]:
    """The content of a file, as far as it may be long, and when it was changed. Raises OSError."""
    with open_regular(path) as stream:
        return stream.read(MOST_BYTES + 1), os.fstat(stream.fileno()).st_mtime_ns


def _judged(
    suffix: str, content: bytes, changed: int, destination: Destination, limits: Limits
) -> look.Look:
    """What a process of its own says of the content."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, safe_name(f"berkas{suffix}", room_in(Path(folder))))
        copy.write_bytes(content)
        os.utime(copy, ns=(changed, changed))
        name = "zi_docs.intake.look"
        command = module_command(name, destination.kind, str(copy), destination.detail)
        with Child(command, limits) as child:
            outcome = child.result()
        if outcome.ending is not Ending.BY_ITSELF:
            return False, [_used_up(Place(str(copy)), outcome.ending)]
        try:
            return look.from_json(outcome.stdout)
        except ValueError:
            return False, []


def _laid(
    source: Path, content: bytes, changed: int, folder: Path, findings: list[Finding]
) -> Intake:
    place = place_of_file(source)
    twin = _twin(content, folder)
    if twin is not None:
        message = f"Berkas dengan isi yang sama sudah ada: {twin}; tidak disimpan lagi."
        return Intake(source, twin, (*findings, note("MASUK-ADA", message, place)))
    name = safe_name(source.name, room_in(folder))
    target = folder / _free_name(name, folder)
    write_new_whole(target, content)
    # A file stays as old as it was.
    os.utime(target, ns=(changed, changed))
    if target.name != name:
        message = (
            f"Di folder itu sudah ada {name} dengan isi lain, yang tidak ditimpa; berkas ini "
            f"disimpan sebagai {target.name}. Hapuslah yang tidak berlaku lagi."
        )
        findings = [*findings, note("MASUK-NAMA", message, place)]
    return Intake(source, target, tuple(findings), new=True)


def _twin(content: bytes, folder: Path) -> Path | None:
    """A file below a folder that has the same content."""
    for path in files_below(folder)[0]:
        try:
            if path.stat().st_size == len(content) and path.read_bytes() == content:
                return path
        except OSError:
            continue
    return None


def _free_name(name: str, folder: Path) -> str:
    """The name, or the first one with a number that no file has, whatever its capitals."""
    taken = {path.name.casefold() for path in folder.iterdir()} if folder.is_dir() else set()
    return next(free for free in _names(name) if free.casefold() not in taken)


def _names(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield numbered(name, number)
        number += 1


def _of(place: Place, finding: Finding) -> Finding:
    """A finding on the copy, as one on the file that was dropped."""
    return replace(finding, place=replace(finding.place, file=place.file))


def _refusal(finding: Finding) -> Finding:
    """What keeps a file out is an error, whatever it is where the file stands already."""
    if finding.severity is Severity.WARNING:
        return replace(finding, severity=Severity.ERROR)
    return finding


def _unreadable(place: Place, problem: OSError) -> Finding:
    message = (
        f"Berkas ini tidak dapat dibaca ({system_reason(problem)}); periksa nama dan izinnya, lalu "
        "masukkan kembali."
    )
    return error("MASUK-BERKAS", message, place)


def _too_large(place: Place) -> Finding:
    message = (
        f"Berkas ini lebih besar dari {MOST_BYTES // _MIB} MiB, jadi tidak diterima; perkecillah, "
        "atau simpan di tempat lain dan laporkan tautannya."
    )
    return error("MASUK-UKURAN", message, place)


def _used_up(place: Place, ending: Ending) -> Finding:
    message = (
        f"Membaca berkas ini menghabiskan {_USED_UP[ending]}, jadi tidak diterima; mungkin rusak. "
        "Simpanlah ulang dari program asalnya, atau perkecil isinya."
    )
    return error("MASUK-BATAS", message, place)


def _unsafe(place: Place) -> Finding:
    message = (
        "Berkas ini tidak dapat dibaca dengan aman, jadi tidak diterima. Simpanlah ulang dari "
        "program asalnya, lalu masukkan kembali."
    )
    return error("MASUK-BACA", message, place)
