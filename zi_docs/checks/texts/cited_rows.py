"""Which regulations a plan cites and where: by the ID of a row, or by number in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zi_docs.checks.texts.worded_cells import WordedCell, decree_cells
from zi_docs.data.known_regulations import KnownRegulation, folded_kind, known_regulation
from zi_docs.findings import Place
from zi_docs.model import Plan, Regulation
from zi_docs.wording.citation_reader import CitedRegulation, own_citations

LN, TLN, BN = "ln_nomor", "tln_nomor", "bn_nomor"
"""The columns that name the gazettes of a regulation."""
# Where regulations of a kind are promulgated (Law 12/2011, articles 81 to 84).
_PROMULGATED = (
    ("undang-undang", (LN, TLN)),
    ("peraturan pemerintah", (LN, TLN)),
    ("peraturan presiden", (LN,)),
    ("peraturan daerah", ()),
    ("peraturan gubernur", ()),
    ("peraturan bupati", ()),
    ("peraturan wali", ()),
    ("peraturan direktur", ()),
    ("peraturan sekretaris", ()),
    ("peraturan", (BN,)),
)
_PERIOD = re.compile(r"\b(?:19|20)\d{2}\s*[-–—]?\s*((?:19|20)\d{2})\b(?!\s+tentang)")


@dataclass(frozen=True)
class RegulationUse:
    """A regulation where a decree cites it: by a row of the sheet Peraturan, or in its text."""

    cell: WordedCell
    place: Place
    row: Regulation | None
    cited: CitedRegulation | None
    known: KnownRegulation | None

    @property
    def name(self) -> str:
        """`Peraturan Presiden Nomor 81 Tahun 2010`."""
        if self.cited is not None:
            return self.cited.name
        return regulation_name(self.row) if self.row else ""

    @property
    def tentang(self) -> str:
        """Its title as it is cited; empty where a text gives none."""
        if self.cited is not None:
            return self.cited.tentang
        return self.row.tentang if self.row else ""


def regulation_name(row: Regulation) -> str:
    """`Peraturan Presiden Nomor 81 Tahun 2010`."""
    return f"{row.jenis} Nomor {row.nomor} Tahun {row.tahun}"


def known_row(row: Regulation) -> KnownRegulation | None:
    """What the program knows of the regulation of a row."""
    return known_regulation(row.jenis, row.nomor, row.tahun)


def row_of(plan: Plan, cited: CitedRegulation) -> Regulation | None:
    """The row of the sheet Peraturan that a text cites by kind, number and year."""
    kind = folded_kind(cited.jenis)
    return next(
        (
            row
            for row in plan.regulations
            if (row.nomor.strip(), row.tahun) == (cited.nomor, cited.tahun)
            and folded_kind(row.jenis) == kind
        ),
        None,
    )


def sheet_rows(plan: Plan) -> Iterator[Regulation]:
    """The rows of the sheet Peraturan that stand in cells."""
    return (row for row in plan.regulations if row.origin.file)


def uses(plan: Plan) -> Iterator[RegulationUse]:
    """Every citation of a regulation in the decrees of a plan, in order."""
    for decree in plan.decrees:
        for cell in decree_cells(decree):
            if cell.text:
                for cited in own_citations(cell.text):
                    row = row_of(plan, cited)
                    known = known_regulation(cited.jenis, cited.nomor, cited.tahun)
                    yield RegulationUse(cell, cell.place, row, cited, known)
            elif row := plan.regulation(cell.regulation):
                yield RegulationUse(cell, cell.place, row, None, known_row(row))


def period_end(tentang: str, known: KnownRegulation | None) -> int | None:
    """The last year of a regulation's period, as the program knows it or its title says."""
    if known is not None and known.ends is not None:
        return known.ends
    match = _PERIOD.search(tentang)
    return int(match[1]) if match else None


def plan_day(plan: Plan, day: date | None = None) -> date:
    """The day for which a regulation is judged: that of the decree, else the plan's last one."""
    return day or date(plan.office.tahun, 12, 31)


def promulgated(jenis: str) -> tuple[str, ...]:
    """The gazettes of a kind of regulation, by their columns."""
    kind = folded_kind(jenis)
    return next((gazettes for name, gazettes in _PROMULGATED if kind.startswith(name)), ())
