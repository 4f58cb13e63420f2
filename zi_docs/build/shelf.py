"""What a run has made, kept on disk until all of it is published.

A year of ten times the documents then needs no more memory than one.
"""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import partial

from zi_docs.product import Made


class Shelf(MutableMapping[str, Made]):
    """Products made, by name, each read from a temporary file when it is asked for.

    The file has no name: it is gone with the run, however that ends. OSError when the disk is full.
    """

    def __init__(self, made: Iterable[tuple[str, Made]] = ()) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (it lives as long as the shelf)
        weakref.finalize(self, self._file.close)
        self._offsets: dict[str, int] = {}
        self.update(made)

    def __getitem__(self, name: str) -> Made:
        self._file.seek(self._offsets[name])
        made: Made = pickle.load(self._file)  # noqa: S301 (this run wrote it)
        return made

    def __setitem__(self, name: str, made: Made) -> None:
        self._offsets[name] = self._file.seek(0, 2)
        pickle.dump(made, self._file, pickle.HIGHEST_PROTOCOL)

    def __delitem__(self, name: str) -> None:
        del self._offsets[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._offsets)

    def __len__(self) -> int:
        return len(self._offsets)

    def __contains__(self, name: object) -> bool:
        return name in self._offsets

    def files(self, name: str) -> dict[str, Callable[[], bytes]]:
        """The files of a product: what reads the content of each, by its path."""
        return {path: partial(self._content, name, path) for path in self[name].files}

    def _content(self, name: str, path: str) -> bytes:
        return self[name].files[path]


class Contents(Mapping[str, bytes]):
    """Files by path, each read when it is asked for."""

    def __init__(self, readers: Mapping[str, Callable[[], bytes]]) -> None:
        self._readers = readers

    def __getitem__(self, path: str) -> bytes:
        return self._readers[path]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._readers)

    def __len__(self) -> int:
        return len(self._readers)
