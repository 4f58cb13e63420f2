"""Where the page works: the files it reads, and the options of the verbs it runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zi_docs.build.unchanged import BESIDE
from zi_docs.folders import files_below
from zi_docs.settings import DEFAULTS

Stamp = tuple[str, int, int]


@dataclass(frozen=True)
class Workplace:
    """A workbook, the folder of what is made from it, and the folder of the Word templates."""

    source: Path
    output: Path = DEFAULTS.output
    templates: Path = DEFAULTS.templates

    @property
    def options(self) -> tuple[str, ...]:
        """The options by which a verb works on the same files."""
        return (
            "--source", str(self.source),
            "--output", str(self.output),
            "--templat", str(self.templates),
        )  # fmt: skip

    def stamps(self) -> tuple[Stamp, ...]:
        """Name, size and time of every file that says how the year stands: unchanged, it stands.

        What verbs lay into the output folder is among them, the kept conversions are not.
        """
        return tuple(sorted(self._stamps()))

    def _stamps(self) -> Iterator[Stamp]:
        beside = self.source.parent
        own = [path for path in _listed(beside) if path.suffix.casefold() in (".xlsx", ".json")]
        for folder in (*(beside / name for name in BESIDE), *self._years()):
            own += files_below(folder)[0]
        for path in own:
            try:
                state = path.stat()
            except OSError:
                continue
            yield str(path), state.st_size, state.st_mtime_ns

    def _years(self) -> Iterator[Path]:
        return (path for path in _listed(self.output) if path.name.isdecimal() and path.is_dir())


def working_folder(place: Workplace) -> Path:
    """The folder of the office, in which `source` and `output` stand."""
    return place.source.parent.parent


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
