"""Conversions kept by content: the same DOCX by the same tools is not converted twice.

A file of the cache holds the hash of its PDF and the PDF, so that a damaged one is not believed.
The folder may be deleted at any time; when it grows too large, what was not used for longest goes.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from zi_docs.errors import ConversionError
from zi_docs.pdf.libreoffice import Job

_HASH = 64


class Converts(Protocol):
    """What makes PDFs of DOCX files, and tells by what it makes them."""

    def convert(self, jobs: Sequence[Job]) -> list[ConversionError | None]:
        """Write the PDF of every job that gives one; for each None, or what is wrong with it."""

    def identity(self) -> str:
        """A hash that changes with the tools."""

    def version(self) -> str:
        """What the tool calls itself."""


@dataclass(frozen=True)
class CachedConverter:
    """A converter that looks into `folder` first; the folder holds at most `limit` bytes."""

    converter: Converts
    folder: Path
    limit: int
    tools: str

    def identity(self) -> str:
        """That of the converter itself."""
        return self.tools

    def version(self) -> str:
        """That of the converter itself."""
        return self.converter.version()

    def convert(self, jobs: Sequence[Job]) -> list[ConversionError | None]:
        """Write the PDF of every job, converting only what is not in the cache."""
        keys = [self._key(job) for job in jobs]
        missing = {
            key: job for key, job in zip(keys, jobs, strict=True) if not self._fetch(key, job)
        }
        problems: dict[str, ConversionError | None] = {}
        if missing:
            answers = self.converter.convert(list(missing.values()))
            problems = dict(zip(missing, answers, strict=True))
        for key, job in zip(keys, jobs, strict=True):
            if not job.pdf.is_file() and problems.get(key) is None:
                job.pdf.write_bytes(missing[key].pdf.read_bytes())
        for key, job in missing.items():
            if problems[key] is None:
                self._keep(key, job.pdf.read_bytes())
        if missing:
            self._shrink()
        return [problems.get(key) for key in keys]

    def _key(self, job: Job) -> str:
        profile = f"{self.tools} {job.archival} ".encode()
        return hashlib.sha256(profile + job.docx.read_bytes()).hexdigest()

    def _fetch(self, key: str, job: Job) -> bool:
        path = self.folder / key
        try:
            held = path.read_bytes()
        except OSError:
            return False
        seal, pdf = held[:_HASH], held[_HASH:]
        if hashlib.sha256(pdf).hexdigest().encode() != seal:
            with suppress(OSError):
                path.unlink()
            return False
        job.pdf.write_bytes(pdf)
        with suppress(OSError):
            os.utime(path)
        return True

    def _keep(self, key: str, pdf: bytes) -> None:
        """A cache that cannot be written costs time only."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".", dir=self.folder)
            with os.fdopen(handle, "wb") as stream:
                stream.write(hashlib.sha256(pdf).hexdigest().encode() + pdf)
            Path(name).replace(self.folder / key)

    def _shrink(self) -> None:
        with suppress(OSError):
            held = [(path, path.stat()) for path in self.folder.iterdir()]
            size = sum(state.st_size for _, state in held)
            for path, state in sorted(held, key=lambda one: one[1].st_mtime_ns):
                if size <= self.limit:
                    break
                path.unlink(missing_ok=True)
                size -= state.st_size
