"""Which documents must be made again, and why: their inputs against those of the manifest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from zi_docs.build.changed_cells import Changes
from zi_docs.build.digest import Inputs, inputs_of
from zi_docs.build.manifest import Manifest, Record
from zi_docs.build.signed_papers import Register, amendments, needs_amendment
from zi_docs.findings import Finding
from zi_docs.papers.document import Document, Draft
from zi_docs.papers.pages import Pagination
from zi_docs.wording.lists import enumeration

UNPUBLISHED = "*"
"""Ends the name of a record whose document stands in no file of its own."""

_FORCED = "dibuat ulang karena diminta (--paksa-bangun)"
_NEW = "belum pernah dibuat"
_FRESH = "tidak ada yang berubah"
_SEALED = "sudah ditandatangani, tidak dibuat ulang"


@dataclass(frozen=True)
class Tools:
    """The identities of the code and of the office program; None when there is no such program."""

    making: str
    office: str | None


@dataclass(frozen=True)
class Judged:
    """A document as its draft gives it now, its inputs, and why it is stale (nothing: fresh).

    `start` is the key of its inputs before anything is known of the pages. One that is `sealed`
    was signed, or copies what was, and is not made again; `amendment` says what it would need.
    """

    draft: Draft
    document: Document
    inputs: Inputs
    start: str
    record: Record | None
    why: tuple[str, ...] = ()
    sealed: bool = False
    amendment: Finding | None = None

    @property
    def fresh(self) -> bool:
        """Whether what stands there is what would be made."""
        return not self.why


@dataclass(frozen=True)
class Reason:
    """Why a document or bundle is or is not made again."""

    name: str
    fresh: bool
    why: str

    @classmethod
    def sealed(cls, name: str) -> Reason:
        """The reason of one that was signed."""
        return cls(name, True, _SEALED)

    @classmethod
    def of(cls, name: str, why: tuple[str, ...]) -> Reason:
        """The reason of one that is stale for these causes, or fresh for want of any."""
        return cls(name, not why, "; ".join(why) or _FRESH)

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"


@dataclass(frozen=True)
class Judge:
    """Compares documents with the manifest of the folder they stand in."""

    manifest: Manifest
    folder: Path
    templates: Path
    tools: Tools
    changes: Changes
    register: Register
    force: bool = False

    def inputs(self, document: Document) -> Inputs:
        """The inputs of a document made in this workshop."""
        return inputs_of(document, self.templates)

    def document(self, draft: Draft) -> Judged:
        """Judge one document."""
        first = draft(Pagination())
        inputs = self.inputs(first)
        start = inputs.key
        name = record_name(first)
        signed = self.register.signed(name)
        record = signed or self.manifest.records.get(name)
        settled = first
        if record is not None and record.pages != Pagination():
            settled = draft(record.pages)
            inputs = self.inputs(settled)
        if signed is not None:
            return self._signed(Judged(draft, settled, inputs, start, signed, sealed=True))
        why = tuple(self._document_causes(settled, inputs, start, record))
        return Judged(draft, settled, inputs, start, record, why)

    def _signed(self, judged: Judged) -> Judged:
        """A signed document stays as it is; what would alter it needs an amendment."""
        name = judged.document.name
        record = judged.record
        entry = next(one for one in self.register.entries if name in one.documents)
        changed = amendments(record, judged.inputs.values) if record else []
        if not changed:
            return judged
        held = [judged.document.context.get(one) for one in changed]
        cells = self.changes.within(held)
        found = needs_amendment(name, changed, cells, self.folder / entry.file)
        return replace(judged, amendment=found)

    def bundle(self, name: str, values: Mapping[str, str], settings: str) -> tuple[str, ...]:
        """Why a bundle of documents with these keys is stale; nothing if it is fresh."""
        record = self.manifest.records.get(name)
        if record is None or self.force:
            return (_FORCED if record else _NEW,)
        changed = [one for one in values if record.values.get(one) != values[one]]
        causes = []
        if changed or list(values) != list(record.values):
            causes.append(f"naskahnya berubah: {', '.join(changed) or 'susunannya'}")
        if settings != record.settings:
            causes.append("pengaturannya berubah")
        return (*causes, *self._tool_causes(record, office=True), *self._missing(record))

    def _document_causes(
        self, document: Document, inputs: Inputs, start: str, record: Record | None
    ) -> Iterator[str]:
        if record is None or self.force:
            yield _FORCED if record else _NEW
            return
        changed = _changed(inputs.values, record.values)
        if changed:
            yield self._told(document, changed)
        if inputs.settings != record.settings:
            yield "judul, tanggal, kertas, atau cara tanda tangannya berubah"
        if inputs.template != record.template:
            yield f"templat {document.template} berubah"
        if start != record.start and inputs.key == _key(record):
            yield "pembagian halamannya dapat berubah"
        yield from self._tool_causes(record, office=not document.word_only)
        yield from self._missing(record)

    def _told(self, document: Document, changed: list[str]) -> str:
        held = [document.context[name] for name in changed if name in document.context]
        cells = self.changes.within(held)
        where = f" karena {enumeration(cells)}" if cells else ""
        return f"isi {', '.join(changed)} berubah{where}"

    def _tool_causes(self, record: Record, *, office: bool) -> Iterator[str]:
        if record.making != self.tools.making:
            yield "program pembuatnya berubah"
        if office and self.tools.office is not None and record.office != self.tools.office:
            yield "LibreOffice atau hurufnya berubah" if record.office else "PDF-nya belum ada"

    def _missing(self, record: Record) -> Iterator[str]:
        for name in record.outputs:
            output = self.manifest.outputs.get(name)
            place = output.place or name if output else name
            if not (self.folder / place).is_file():
                yield f"berkas {place} tidak ada"


def record_name(document: Document) -> str:
    """Under which name the manifest holds a document."""
    return document.name if document.published else f"{document.name}{UNPUBLISHED}"


def _changed(now: Mapping[str, str], before: Mapping[str, str]) -> list[str]:
    return [name for name in (*now, *(before.keys() - now)) if now.get(name) != before.get(name)]


def _key(record: Record) -> str:
    return Inputs(record.values, record.settings, record.template).key
