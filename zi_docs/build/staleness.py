"""Which products must be made again, and why: their inputs against those of the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from zi_docs.build import manifest as manifests
from zi_docs.build import signed_papers
from zi_docs.build.changed_cells import Changes
from zi_docs.build.digest import input_hashes
from zi_docs.build.manifest import Manifest, Record
from zi_docs.build.signed_papers import Register, amended_content, needs_amendment
from zi_docs.build.soundness import Condition, condition
from zi_docs.findings import Finding
from zi_docs.model import Plan
from zi_docs.product import Product
from zi_docs.wording.lists import enumeration

_FORCED = "dibuat ulang karena diminta (--paksa-bangun)"
_NEW = "belum pernah dibuat"
_FRESH = "tidak ada yang berubah"
_SEALED = "sudah ditandatangani, tidak dibuat ulang"


@dataclass(frozen=True)
class Tools:
    """The identities of this program and of the office program; None when there is none."""

    program: str
    office: str | None


@dataclass(frozen=True)
class Verdict:
    """A product judged: the record it would leave now, the one it left, and why it is stale.

    `read` gives the first of them, and composes the paper for it when it is first called: nobody
    need do that for a paper that was never made, until it is.
    One that is `sealed` was signed, or holds or copies what was, and is not made again;
    `amendment` says that the plan would have it read differently.
    """

    product: Product
    read: Callable[[], Record]
    before: Record | None
    why: tuple[str, ...] = ()
    sealed: bool = False
    amendment: Finding | None = None

    @property
    def now(self) -> Record:
        """The record that it would leave, by its inputs as they were when first read."""
        return self.read()

    @property
    def stale(self) -> bool:
        """Whether it must be made again."""
        return bool(self.why) and not self.sealed

    @property
    def key(self) -> str:
        """The key of what stands there, or will stand there."""
        return self.now.key if self.stale or self.before is None else self.before.key


@dataclass(frozen=True)
class Reason:
    """Why a product is or is not made again."""

    name: str
    fresh: bool
    why: str

    @classmethod
    def of(cls, verdict: Verdict) -> Reason:
        """The reason of a verdict."""
        if verdict.sealed:
            return cls(verdict.product.name, True, _SEALED)
        return cls(verdict.product.name, not verdict.why, "; ".join(verdict.why) or _FRESH)

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"


@dataclass(frozen=True)
class Judge:
    """Compares products with the manifest of the folder they stand in."""

    manifest: Manifest
    folder: Path
    templates: Path
    tools: Tools
    changes: Changes
    register: Register
    force: bool = False

    @classmethod
    def of(
        cls, folder: Path, templates: Path, tools: Tools, plan: Plan | None, *, force: bool = False
    ) -> Judge:
        """The judge of what stands in a folder, by its manifest and register.

        Raises OutputError where the register of signed papers cannot be relied on.
        """
        manifest = manifests.read(folder)
        changes = Changes.since(manifest.cells, plan)
        register = signed_papers.read(folder)
        return cls(manifest, folder, templates, tools, changes, register, force)

    def verdicts(self, products: Iterable[Product]) -> list[Verdict]:
        """Every product judged that can be made here, in its order, behind those that it needs."""
        verdicts: dict[str, Verdict] = {}
        for product in products:
            # What is made of the PDFs of others cannot be where there are none.
            if self.tools.office is not None or not product.needs:
                verdicts[product.name] = self._verdict(product, verdicts)
        return list(verdicts.values())

    def _verdict(self, product: Product, others: Mapping[str, Verdict]) -> Verdict:
        needs = {name: others[name] for name in product.needs}
        read = cache(partial(self._record, product, needs))
        signed = self.register.record(product.name)
        before = signed or self.manifest.records.get(product.name)
        if signed is not None:
            amendment = self._amendment(product, signed, read())
            return Verdict(product, read, before, (), True, amendment)
        original = others.get(product.original)
        # A copy follows its signed original, and not a plan beyond it.
        beyond = original is not None and original.amendment is not None
        if beyond or any(self._seals(need, product) for need in needs.values()):
            return Verdict(product, read, before, (), sealed=True)
        if before is None or self.force:
            return Verdict(product, read, before, (_FORCED if before else _NEW,))
        return Verdict(product, read, before, tuple(self._causes(product, read(), before)))

    def _seals(self, need: Verdict, product: Product) -> bool:
        """Whether a need keeps a product from being made again.

        What only tells of a signed paper is made again, unless the plan went beyond that paper.
        """
        as_signed = self.register.signed(need.product.name) and need.amendment is None
        return need.sealed and not (product.unsealed and as_signed)

    def _record(self, product: Product, needs: Mapping[str, Verdict]) -> Record:
        hashes = input_hashes(product, self.templates)
        depends_on_office = product.converts or bool(product.needs)
        return Record(
            hashes.content,
            hashes.form,
            hashes.template,
            {name: need.key for name, need in needs.items()},
            self.tools.program,
            (self.tools.office or "") if depends_on_office else "",
            product.targets,
            blanks=hashes.blanks,
            id=product.id,
        )

    def _amendment(self, product: Product, signed: Record, now: Record) -> Finding | None:
        """What a signed paper needs where the plan would alter it."""
        inputs, content_now = product.inputs, now.content
        if product.later is not None:
            # Made from what it decreed: it is the workbook that may have gone beyond it.
            inputs = product.later
            content_now = input_hashes(replace(product, inputs=inputs), self.templates).content
        changed = amended_content(signed, content_now)
        entry = self.register.entry_of(product.name)
        if not changed or entry is None:
            return None
        content = inputs().content
        changes = self.changes.since_signing(entry.cells)
        cells = changes.within([content.get(name) for name in changed])
        return needs_amendment(product.name, changed, cells, self.folder / entry.file)

    def _causes(self, product: Product, now: Record, before: Record) -> Iterator[str]:
        content = _changed(now.content, before.content)
        if content:
            yield self._content_cause(product, content)
        form = _changed(now.form, before.form)
        if form:
            yield f"{enumeration(form)} berubah"
        if now.template != before.template:
            yield f"templat {product.template} berubah"
        needs = _changed(now.needs, before.needs)
        if needs or list(now.needs) != list(before.needs):
            yield f"naskahnya berubah: {', '.join(needs) or 'susunannya'}"
        yield from self._tool_causes(now, before)
        yield from self._missing(before)

    def _content_cause(self, product: Product, names: Sequence[str]) -> str:
        content = product.inputs().content
        cells = self.changes.within([content[name] for name in names if name in content])
        where = f" karena {enumeration(cells)}" if cells else ""
        return f"isi {', '.join(names)} berubah{where}"

    def _tool_causes(self, now: Record, before: Record) -> Iterator[str]:
        if before.program != now.program:
            yield "program pembuatnya berubah"
        if now.office and before.office != now.office:
            yield "LibreOffice atau hurufnya berubah" if before.office else "PDF-nya belum ada"

    def _missing(self, record: Record) -> Iterator[str]:
        for name in record.targets:
            output = self.manifest.outputs.get(name)
            place = output.place or name if output else name
            state = condition(self.folder / place, output.sha256 if output else "")
            if state is Condition.MISSING:
                yield f"berkas {place} tidak ada"
            elif state is Condition.FOREIGN:
                yield f"berkas {place} rusak atau bukan yang dibuat program"


def _changed(now: Mapping[str, str], before: Mapping[str, str]) -> list[str]:
    return [name for name in (*now, *(before.keys() - now)) if now.get(name) != before.get(name)]
