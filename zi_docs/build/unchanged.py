"""Everything on disk that a year's papers are made from, as one hash.

As long as it is the same, nothing has to be read to know that nothing changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from zi_docs.build import manifest as manifests
from zi_docs.build import signed_papers
from zi_docs.build.accepted_file import accepted_file
from zi_docs.build.digest import digest, file_digest
from zi_docs.build.journal import WORK_FOLDER
from zi_docs.build.manifest import Manifest, Standing
from zi_docs.build.program import program_identity
from zi_docs.folders import files_below
from zi_docs.pictures import PICTURE_SUFFIXES
from zi_docs.settings import DEFAULTS, neighbour_years

# The folders beside a workbook that are read with it: filled forms, photos, decreed states.
BESIDE = ("realisasi", "rapat", "revisi")


@dataclass(frozen=True)
class Sources:
    """A workbook, the templates, the identity of the converter, and the output folder, in which
    the evidence lies."""

    workbook: Path
    templates: Path
    converter: str
    output: Path | None = None

    def key(self, beside: Iterable[str]) -> str:
        """The hash of the sources with the files `beside` that the workbook names."""
        parent = self.workbook.parent
        files = [accepted_file(self.workbook), *(parent / name for name in beside)]
        for folder in (*(parent / name for name in BESIDE), self.templates):
            below, barred = files_below(folder)
            files += [*below, *(Path(str(problem.filename)) for problem in barred)]
        read = [(str(path), file_digest(path)) for path in files]
        read += [(str(path), _stamp(path)) for path in self._pictures()]
        # What lies beside a workbook belongs to another year where that year's workbook stands.
        years = sorted(neighbour_years(self.workbook))
        return digest((file_digest(self.workbook), read, years, self.converter, program_identity()))

    def _pictures(self) -> Iterator[Path]:
        """The pictures among the evidence of any year, which sheets of photos show."""
        for folder in sorted(self.output.glob(f"*/{DEFAULTS.evidence}")) if self.output else ():
            below, _ = files_below(folder)
            yield from (path for path in below if path.suffix.casefold() in PICTURE_SUFFIXES)

    def standing(self, beside: Iterable[str], *, whole: bool = True) -> Standing:
        """What the manifest is to hold of a year made from these."""
        names = tuple(beside)
        return Standing(_written(self.workbook), self.key(names), names, whole=whole)


def _written(path: Path) -> str:
    """The whole path as a record may hold it: bytes that are no text are written as their codes."""
    return str(path.absolute()).encode(errors="backslashreplace").decode()


def _stamp(path: Path) -> str:
    """Size and time of a file: pictures are many and large, and are not read to see a change."""
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"


def unchanged(sources: Sources, output: Path) -> tuple[Path, Manifest] | None:
    """The year's folder with its manifest when all of it still stands, made from these sources.

    Raises OutputError for a register that does not protect what was signed.
    """
    for folder in _years(output):
        manifest = manifests.read(folder)
        standing = manifest.standing
        if standing is None or standing.source != _written(sources.workbook):
            continue
        stands = _stands(folder, manifest, standing) and _signed_papers_stand(folder)
        if stands and sources.key(standing.beside) == standing.key:
            return folder, manifest
    return None


def _years(output: Path) -> Iterator[Path]:
    return (path.parent for path in sorted(output.glob(f"*/{manifests.NAME}")))


def _signed_papers_stand(folder: Path) -> bool:
    return not any(signed_papers.altered(folder, signed_papers.read(folder)))


def _stands(folder: Path, manifest: Manifest, standing: Standing) -> bool:
    """Whether every file holds what was made, under its own name, and no run was cut short."""
    outputs = [(name, manifest.outputs.get(name)) for name in standing.outputs]
    return not (folder / WORK_FOLDER).exists() and all(
        output is not None and not output.place and file_digest(folder / name) == output.sha256
        for name, output in outputs
    )
