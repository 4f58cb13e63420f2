"""The components of the LKE by the codes of its items, as `lke_components.toml` lists them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from zi_docs.data import areas, shipped

FULFILMENT, REFORM = "pemenuhan", "reform"
# Pengungkit; Pemenuhan or Reform; the area's letter; the component; the question.
_CODE = re.compile(r"P([PR])([A-F])(\d)([A-Z])", re.I)
_LETTERS = "ABCDEFGH"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
# A.1.III.ii.b: pengungkit; Pemenuhan or Reform; area; component; question.
_OUTLINE = re.compile(r"A\.([12])\.([IV]+)\.([ivx]+|\d)\.([a-h])", re.I)
_PARTED = re.compile(r"[\s,;/+&]+")


@dataclass(frozen=True)
class LkeComponent:
    """A component of the LKE: its area's title and its name; "" where none has that number."""

    area: str
    name: str

    @property
    def foreign(self) -> bool:
        """Whether the name is in another language, and so printed in italics."""
        return self.name in shipped("lke_components")["asing"]


def lke_component(part: str, area: int, number: int) -> LkeComponent | None:
    """A component by part (FULFILMENT or REFORM) and the numbers of area and component, from 1.

    None where there is no such area.
    """
    titles = areas()
    if not 1 <= area <= len(titles):
        return None
    title = titles[area - 1]
    names = shipped("lke_components")[part].get(title.split()[0], ())
    return LkeComponent(title, names[number - 1] if 1 <= number <= len(names) else "")


def component_names() -> tuple[str, ...]:
    """The names of all components, once each, in the order of the LKE."""
    parts = shipped("lke_components")
    areas_of_parts = (area for part in (FULFILMENT, REFORM) for area in parts[part].values())
    return tuple(dict.fromkeys(name for area in areas_of_parts for name in area if name))


@cache
def item_codes() -> tuple[str, ...]:
    """The codes of all items, in the order of the LKE."""
    return tuple(row["kode"] for row in shipped("lke_items")["butir"])


def component_of_code(code: str) -> LkeComponent | None:
    """The component of an item's code (`PPA1A`); None for other text."""
    match = _CODE.fullmatch(code.strip())
    if match is None:
        return None
    part = FULFILMENT if match[1].upper() == "P" else REFORM
    return lke_component(part, ord(match[2].upper()) - ord("A") + 1, int(match[3]))


def codes_in(cell: str) -> tuple[str, ...]:
    """The codes that a cell names, each once, in capitals; known or not.

    Commas, semicolons, slashes, plus signs and white space part them; `A.1.I.i.a` is `PPA1A`.
    """
    outlined = _OUTLINE.sub(_of_outline, cell)
    parts = (part.strip(".").upper() for part in _PARTED.split(outlined))
    return tuple(dict.fromkeys(part for part in parts if part and part != "DAN"))


def _of_outline(match: re.Match[str]) -> str:
    area, component = match[2].upper(), match[3].upper()
    if area not in _ROMAN or not (component.isdigit() or component in _ROMAN):
        return match[0]
    number = int(component) if component.isdigit() else _ROMAN.index(component) + 1
    kind = "P" if match[1] == "1" else "R"
    return f"P{kind}{_LETTERS[_ROMAN.index(area)]}{number}{match[4].upper()}"
