"""Conversions kept by content: the same DOCX by the same tools is not converted twice.

A file of the cache holds the PDF behind a seal, the hash of the file's name and the PDF, so that a
damaged one is not believed, nor one that stands under another name.
The folder may be deleted at any time; when it grows too large, what was not used for longest goes.
Of a folder that is a link nothing is kept, and somebody's own files in it are not counted.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from threading import Lock

from zi_docs.folders import is_link, read_regular
from zi_docs.pdf.jobs import Converts, Job, is_whole

_HASH = 64
# A file that was kept, or begun.
_OWN_NAME = re.compile(rf"[0-9a-f]{{{_HASH}}}|\.tembolok-.*")


class CachedConverter:
    """A converter that looks into `folder` first; the folder holds at most `limit` bytes."""

    def __init__(self, converter: Converts, folder: Path, limit: int) -> None:
        self._converter, self._folder, self._limit = converter, folder, limit
        self._tools = converter.identity()
        self._running: dict[str, Future[bytes]] = {}
        self._lock = Lock()
        # As far as it is known; the folder is measured when that may be too much.
        self._size = limit

    def identity(self) -> str:
        """That of the converter itself."""
        return self._tools

    def version(self) -> str:
        """That of the converter itself."""
        return self._converter.version()

    def submit(self, job: Job) -> Future[bytes]:
        """The PDF of a job from the cache, or of the conversion of an equal document under way."""
        key = self._key(job)
        # Looked for before the folder: what is done stands there before it is no longer here.
        future = self._running.get(key)
        if future is None and (pdf := self._fetch(key)) is not None:
            future = Future()
            future.set_result(pdf)
        if future is None:
            future = self._running[key] = self._converter.submit(job)
            future.add_done_callback(lambda done: self._take(key, done))
        return future

    def _take(self, key: str, future: Future[bytes]) -> None:
        """Keep what was converted on disk alone; called in the thread that converted it."""
        if not future.cancelled() and future.exception() is None:
            self._keep(key, future.result())
            self._running.pop(key, None)

    def _key(self, job: Job) -> str:
        profile = f"{self._tools} {job.archival} ".encode()
        return hashlib.sha256(profile + job.docx).hexdigest()

    def _fetch(self, key: str) -> bytes | None:
        path = self._folder / key
        try:
            content = read_regular(path)
        except OSError:
            return None
        seal, pdf = content[:_HASH], content[_HASH:]
        # A seal is no proof of a PDF: an older program may have kept anything.
        if _seal(key, pdf) != seal or not is_whole(pdf):
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):
            os.utime(path)
        return pdf

    def _keep(self, key: str, pdf: bytes) -> None:
        """A cache that cannot be written costs time only."""
        if is_link(self._folder):
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".tembolok-", dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(_seal(key, pdf) + pdf)
                Path(name).replace(self._folder / key)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        with self._lock:
            self._size += _HASH + len(pdf)
            if self._size > self._limit:
                self._size = self._shrunk()

    def _shrunk(self) -> int:
        """Delete what was not used for longest until the rest is small enough; its size."""
        size = 0
        with suppress(OSError):
            paths = [path for path in self._folder.iterdir() if _OWN_NAME.fullmatch(path.name)]
            files = [(path, path.lstat()) for path in paths if not path.is_dir()]
            size = sum(state.st_size for _, state in files)
            for path, state in sorted(files, key=lambda file: file[1].st_mtime_ns):
                if size <= self._limit:
                    break
                with suppress(OSError):
                    path.unlink(missing_ok=True)
                    size -= state.st_size
        return size


def _seal(key: str, pdf: bytes) -> bytes:
    return hashlib.sha256(key.encode() + pdf).hexdigest().encode()
