"""A file of evidence as evaluators would judge it: by its kind, its name and its year.

Office files count as drafts, and evidence is judged by its year and its name (NASKAH section 10).
The year is that of the name, else of the text, and never that of the file's time.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path, PurePath

from zi_docs.checks.rows.evidence_kinds import DRAFT_WORD
from zi_docs.data import shipped
from zi_docs.errors import system_reason
from zi_docs.evidence.addresses import SHORTCUTS, address_finding, is_address, is_sound_address
from zi_docs.evidence.pdf_facts import PdfFacts, years_in
from zi_docs.file_names import safe_name
from zi_docs.findings import Finding, Place, suggestion, warning
from zi_docs.pictures import PICTURE_SUFFIXES
from zi_docs.wording.lists import enumeration

PDF = ".pdf"
LONGEST_NAME = 120
_FIRST_BYTES = {
    PDF: (b"%PDF-",),
    ".jpg": (b"\xff\xd8",),
    ".jpeg": (b"\xff\xd8",),
    ".png": (b"\x89PNG",),
}
_ZIPPED = (".docx", ".xlsx", ".pptx", ".zip")
_MOST_SHORTCUT = 4096
_UNREAD = (
    "Isi PDF ini tidak terbaca: rusak, berkata sandi, atau terlalu berat. Pastikan dapat dibuka "
    "tanpa kata sandi; bila tidak, simpanlah ulang."
)
# A day without signs, as cameras name their photos: 20260312.
_DAY = re.compile(r"(?<!\d)(20\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)")


class FileStanding(Enum):
    """What a file is for evaluators; the values are the words that users read."""

    COUNTS = "dihitung"
    DRAFT = "konsep"
    LINK = "tautan"
    NEITHER = "tidak dihitung"

    @property
    def is_evidence(self) -> bool:
        """Whether it is a paper or picture, be it a draft."""
        return self in (FileStanding.COUNTS, FileStanding.DRAFT)


@dataclass(frozen=True)
class EvidenceFile:
    """A file of evidence: how it stands and why it does not count, the year it bears, in words.

    `odd_year`: it bears another year than the plan's and those that its row names. `safe_name` is
    what it is called in the dossier, `sha256` empty for what cannot be read. `address` is where a
    shortcut leads, `twins` are files with the same content.
    """

    path: Path
    standing: FileStanding
    reason: str
    year: str
    odd_year: bool
    safe_name: str
    sha256: str
    findings: tuple[Finding, ...]
    address: str = ""
    twins: tuple[Path, ...] = ()

    @property
    def remark(self) -> str:
        """What is to be known of it, in a line: why it does not count, its year, its twin."""
        twins = f"sama isinya dengan {self.twins[0].name}" if self.twins else ""
        notes = (self.reason, "tahun lain" if self.odd_year else "", twins)
        return "; ".join(filter(None, notes))

    @property
    def counts(self) -> bool:
        """Whether evaluators take it as evidence."""
        return self.standing is FileStanding.COUNTS


def judged_file(
    path: Path, name: PurePath, wanted: Collection[int], sha256: str, facts: PdfFacts | None
) -> EvidenceFile:
    """Judge a file. `name` is its path below the row's folder, which tells the year as well.

    `wanted` are the years that fit, the plan's first; `facts` are what a PDF says.
    """
    place = Place(path.as_posix())
    unsound = unsound_finding(path)
    address = _address(path) if path.suffix.casefold() in SHORTCUTS and unsound is None else ""
    standing, reason = _standing(path, facts, address, sound=unsound is None)
    year, odd = _year(name, wanted, facts)
    findings = [unsound] if unsound else []
    if unsound is None:
        findings += _of_standing(standing, reason, address, place)
        if facts is not None and not facts.readable:
            findings.append(warning("BUKTI-BACA", _UNREAD, place))
        elif standing.is_evidence:
            findings += _of_year(year, odd, wanted, place)
    safe = safe_name(path.name, LONGEST_NAME)
    if safe != path.name:
        findings.append(_unsafe(path.name, safe, place))
    return EvidenceFile(path, standing, reason, year, odd, safe, sha256, tuple(findings), address)


def _standing(
    path: Path, facts: PdfFacts | None, address: str, *, sound: bool
) -> tuple[FileStanding, str]:
    """How a file stands, and why it does not count; empty for one that does."""
    if not sound:
        return FileStanding.NEITHER, "rusak atau kosong"
    suffix = path.suffix.casefold()
    if suffix in SHORTCUTS:
        if is_sound_address(address):
            return FileStanding.LINK, "pintasan tautan"
        return FileStanding.NEITHER, "teks tanpa tautan"
    if suffix in _suffixes("konsep"):
        return FileStanding.DRAFT, "berkas pengolah kata atau lembar kerja"
    if suffix != PDF and suffix not in PICTURE_SUFFIXES:
        what = (
            "gambar yang belum tentu terbuka" if suffix in _suffixes("gambar_lain") else "bukan PDF"
        )
        return FileStanding.NEITHER, f"{what} ({suffix or 'tanpa akhiran'})"
    if DRAFT_WORD.search(" ".join(re.findall(r"[a-z]+", path.stem.casefold()))):
        return FileStanding.DRAFT, "namanya menyebut konsep"
    if facts is not None and facts.draft:
        return FileStanding.DRAFT, "isinya bertanda konsep"
    return FileStanding.COUNTS, ""


def _year(name: PurePath, wanted: Collection[int], facts: PdfFacts | None) -> tuple[str, bool]:
    """The year that a file bears, in words, and whether it is an odd one."""
    named = sorted({*years_in(str(name)), *map(int, _DAY.findall(str(name)))})
    written = facts.years if facts else ()
    cited = facts.cited if facts else ()
    if named:
        fits = not _apart(wanted, named)
        # A name of this year over a text of others only.
        belied = fits and bool(written) and _apart(wanted, (*written, *cited))
        words = f"{_listed(named)} (nama)"
        return (f"{words}, {max(written)} (isi)", True) if belied else (words, not fits)
    if fitting := [year for year in (*written, *cited) if year in wanted]:
        return f"{fitting[0]} (isi)", False
    if written:
        # A paper tells of what was before it.
        return f"{max(written)} (isi)", True
    if facts is None:
        return "tanpa tahun", False
    why = "tidak terbaca" if not facts.readable else "pindaian tanpa teks"
    return ("tanpa tahun" if facts.has_text else f"tanpa tahun, {why}"), False


def _apart(wanted: Collection[int], years: Collection[int]) -> bool:
    """Whether none of the years is wanted."""
    return not set(wanted) & set(years)


def _listed(years: Collection[int]) -> str:
    return enumeration([str(year) for year in sorted(years)])


def _of_standing(
    standing: FileStanding, reason: str, address: str, place: Place
) -> Iterator[Finding]:
    if standing is FileStanding.DRAFT:
        message = (
            f"Berkas ini dinilai sebagai konsep: {reason}. Letakkan PDF yang sudah ditetapkan atau "
            "ditandatangani, atau gambarnya."
        )
        yield warning("BUKTI-KONSEP", message, place)
    elif address and standing is FileStanding.NEITHER:
        yield address_finding(address, place)
    elif standing is FileStanding.NEITHER:
        message = (
            f"Berkas ini tidak dihitung sebagai bukti: {reason}. Simpanlah sebagai PDF, JPEG, atau "
            "PNG."
        )
        yield warning("BUKTI-JENIS", message, place)


def _of_year(year: str, odd: bool, wanted: Collection[int], place: Place) -> Iterator[Finding]:
    if odd:
        message = (
            f"Berkas ini bertahun {year}, sedangkan yang dinilai tahun {_listed(wanted)}. Pastikan "
            "buktinya benar; bila tahunnya keliru, gantilah berkas atau namanya."
        )
        yield warning("BUKTI-TAHUN", message, place)
    elif not year[0].isdigit():
        why = year.partition(", ")[2]
        seen = f"tidak tampak ({why})" if why else "tidak tampak"
        message = (
            f"Tahun berkas ini {seen}; sebutkan tahunnya pada nama berkas, misalnya "
            f"“notula {next(iter(wanted))}”."
        )
        yield suggestion("BUKTI-TANPA-TAHUN", message, place)


def _unsafe(name: str, safe: str, place: Place) -> Finding:
    message = (
        f"Nama “{name}” tidak diterima Windows atau terlalu panjang; dalam dosir berkas ini "
        f"bernama “{safe}”. Gantilah namanya."
    )
    return suggestion("BUKTI-NAMA", message, place)


def unsound_finding(path: Path) -> Finding | None:
    """Why a file cannot be evidence at all: empty or broken; None for a sound one."""
    place = Place(path.as_posix())
    try:
        if not path.stat().st_size:
            return warning("BUKTI-KOSONG", "Berkas ini kosong; gantilah dengan isinya.", place)
        if not _is_readable(path):
            message = "Berkas ini tidak dapat dibaca atau rusak; simpanlah ulang."
            return warning("BUKTI-RUSAK", message, place)
    except OSError as problem:
        reason = system_reason(problem)
        message = f"Berkas ini tidak dapat dibuka ({reason}); periksa izinnya."
        return warning("BUKTI-RUSAK", message, place)
    return None


def _is_readable(path: Path) -> bool:
    """Whether the content matches the file's suffix; other suffixes need only be opened."""
    suffix = path.suffix.casefold()
    if suffix in _ZIPPED:
        return zipfile.is_zipfile(path)
    with path.open("rb") as stream:
        return stream.read(8).startswith(_FIRST_BYTES.get(suffix, (b"",)))


@cache
def _suffixes(name: str) -> frozenset[str]:
    """The endings of a kind of files in `evidence_papers.toml`."""
    return frozenset(shipped("evidence_papers")["akhiran"][name])


def _address(path: Path) -> str:
    """The address that a shortcut or text file holds; empty where there is none."""
    with path.open("rb") as stream:
        text = stream.read(_MOST_SHORTCUT).decode("utf-8", "replace")
    shortcut = re.search(r"\bURL=(\S+)", text)
    words = [shortcut[1]] if shortcut else text.split()
    return next((word for word in words if is_address(word)), "")
