"""Contents of evidence, read once: their hashes, and what their PDFs say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from zi_docs.build.digest import NO_FILE, file_digest
from zi_docs.evidence.pdf_facts import PdfFacts, pdf_facts

_PDF = ".pdf"
Stamp = tuple[int, int]


@dataclass(frozen=True)
class _Content:
    """A file as it was read: size and time by which it is known again, hash, facts of a PDF."""

    stamp: Stamp
    sha256: str
    facts: PdfFacts | None


class FileReader:
    """Reads files and remembers them for as long as their size and time stay the same.

    The page keeps one, so that to look at evidence again costs nothing.
    """

    def __init__(self) -> None:
        self._known: dict[Path, _Content] = {}

    def read(self, paths: Iterable[Path]) -> None:
        """Read what is not known yet; a file that cannot be read has neither hash nor facts."""
        stamps = {path: stamp for path in dict.fromkeys(paths) if (stamp := _stamp(path))}
        known = {p: c for p, c in self._known.items() if stamps.get(p) == c.stamp}
        fresh = [path for path in stamps if path not in known]
        facts = pdf_facts([path for path in fresh if path.suffix.casefold() == _PDF])
        self._known = known | {
            path: _Content(stamps[path], file_digest(path), facts.get(path)) for path in fresh
        }

    def sha256(self, path: Path) -> str:
        """The SHA-256 of a file that was read; empty for one that could not be."""
        content = self._known.get(path)
        return content.sha256 if content and content.sha256 != NO_FILE else ""

    def pdf(self, path: Path) -> PdfFacts | None:
        """What a PDF says; None for any other file."""
        content = self._known.get(path)
        return content.facts if content else None


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
