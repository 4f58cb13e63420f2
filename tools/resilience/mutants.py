"""Which mutant a number stands for: the kinds of damage in turn, the damage itself by chance."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from tools.resilience.cell_mutations import CELL_MUTATIONS, in_sheet
from tools.resilience.package_mutations import PACKAGE_MUTATIONS, dice
from tools.resilience.xml_mutations import XML_MUTATIONS, in_part

Mutation = Callable[[bytes, Random], bytes]

# What is read of a workbook; the drawings and comments of a sheet are not.
_BOOK_XML = r"worksheets/sheet\d+\.xml$|workbook\.xml|\.rels$|styles|sharedStrings|Types"


@dataclass(frozen=True)
class Mutant:
    """A damaged file: its number, which original it was, the kind of damage, its bytes."""

    number: int
    original: str
    damage: str
    content: bytes

    def __str__(self) -> str:
        return f"{self.number} ({self.original}, {self.damage})"


def workbook_mutations() -> dict[str, Mutation]:
    """The kinds of damage of a workbook, by name; those of cells are the most likely ones."""
    return {
        **{f"paket {change.__name__}": change for change in PACKAGE_MUTATIONS},
        **{f"XML {change.__name__}": in_part(change, _BOOK_XML) for change in XML_MUTATIONS},
        **{
            f"sel {number} {change.__name__}": in_sheet(change)
            for number, change in enumerate((*CELL_MUTATIONS, *CELL_MUTATIONS))
        },
    }


def mutant(
    number: int, originals: Mapping[str, bytes], mutations: Mapping[str, Mutation]
) -> Mutant:
    """The mutant of this number, always the same one."""
    chance = dice(number, *mutations)
    names, kinds = sorted(originals), list(mutations)
    name, kind = names[number % len(names)], kinds[number % len(kinds)]
    return Mutant(number, name, kind, mutations[kind](originals[name], chance))
