"""What the text of PDFs says, read in a process of its own: `python -m zi_docs.evidence.pdf_facts`.

Evidence comes from anywhere, so that what parses it may fail, hang or fill the memory. On stdout
stands a line of JSON for each file of a list, as soon as it was read.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from zi_docs.checks.rows.evidence_kinds import DRAFT_WORD
from zi_docs.confined import Child, Limits, module_command
from zi_docs.pdf.readers import opened_pdf

_MIB = 1024 * 1024
# A paper says on its first pages of which year it is.
_MOST_PAGES, _MOST_LETTERS = 20, 200_000
_BATCH = 25
_LIMITS = Limits(seconds=60.0, memory_bytes=1024 * _MIB, output_bytes=_MIB)
_MODULE = "zi_docs.evidence.pdf_facts"
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
# The year of a regulation that is cited is none of the paper's own.
_CITED = re.compile(
    r"(?:nomor|no\.?)\s*\S+\s+tahun\s+20\d\d|tahun\s+20\d\d\s+nomor|\S/20\d\d", re.IGNORECASE
)


@dataclass(frozen=True)
class PdfFacts:
    """What the first pages of a PDF say: the years, those that it only cites, a mark of a draft.

    `has_text` is false of a scan. One that is not `readable` is broken, or was too much to read.
    """

    years: tuple[int, ...] = ()
    cited: tuple[int, ...] = ()
    draft: bool = False
    has_text: bool = False
    readable: bool = True


UNREADABLE = PdfFacts(readable=False)


def pdf_facts(paths: Sequence[Path]) -> dict[Path, PdfFacts]:
    """What PDFs say; one that cannot be read within the limits costs the others nothing."""
    facts: dict[Path, PdfFacts] = {}
    waiting = iter(paths)
    while batch := list(islice(waiting, _BATCH)):
        while batch:
            answers = _read_apart(batch)
            facts.update(zip(batch, answers, strict=False))
            if len(answers) == len(batch):
                break
            # What it was reading when it ended is to blame.
            facts[batch[len(answers)]] = UNREADABLE
            batch = batch[len(answers) + 1 :]
    return facts


def _read_apart(paths: Sequence[Path]) -> list[PdfFacts]:
    """What a process of its own says of the files, as far as it came."""
    with tempfile.TemporaryDirectory() as folder:
        names = Path(folder, "berkas.json")
        names.write_text(json.dumps([str(path) for path in paths]), encoding="utf-8")
        with Child(module_command(_MODULE, str(names)), _LIMITS) as child:
            lines = child.result().stdout.splitlines()
    return [_from_line(line) for line in lines[: len(paths)]]


def _from_line(line: bytes) -> PdfFacts:
    try:
        values = json.loads(line)
        years, cited = (tuple(map(int, values[name])) for name in ("years", "cited"))
        marks = [bool(values[name]) for name in ("draft", "has_text", "readable")]
    except (ValueError, KeyError, TypeError):
        return UNREADABLE
    return PdfFacts(years, cited, *marks)


def facts_of_text(pages: Iterable[str]) -> PdfFacts:
    """What a text of pages says. A line that is KONSEP or DRAF alone marks a draft."""
    lines = [line.strip().casefold() for page in pages for line in page.splitlines()]
    text = " ".join(lines)
    own = years_in(_CITED.sub(" ", text))
    cited = tuple(year for year in years_in(text) if year not in own)
    draft = any(DRAFT_WORD.fullmatch(line) for line in lines)
    return PdfFacts(own, cited, draft, bool(text.strip()))


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names, each once and in order."""
    return tuple(sorted({int(year) for year in _YEAR.findall(text)}))


def _facts(path: Path) -> PdfFacts:
    try:
        with opened_pdf(path.read_bytes()) as document:
            pages = range(min(len(document), _MOST_PAGES))
            texts = (document[n].get_textpage().get_text_range() for n in pages)
            return facts_of_text(_cut(texts))
    except (OSError, ValueError, RuntimeError):
        return UNREADABLE


def _cut(texts: Iterable[str]) -> Iterator[str]:
    room = _MOST_LETTERS
    for text in texts:
        yield text[:room]
        room -= len(text)
        if room <= 0:
            return


def main(names: str) -> None:
    """Read the PDFs that a file lists, and say of each what was seen."""
    for name in json.loads(Path(names).read_text(encoding="utf-8")):
        sys.stdout.write(f"{json.dumps(asdict(_facts(Path(name))))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
