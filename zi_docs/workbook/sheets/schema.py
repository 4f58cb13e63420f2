"""The words in which the workbook is declared: sheets, columns, kinds of value.

The declaration itself stands in `workbook.sheets`. Reader, author, checks of references and the
reference in `docs/panduan-rujukan.md` all come from it, so that a column is described once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

SCHEMA_VERSION = 1
VERSION_PROPERTY = "zi_docs_skema"


class Kind(Enum):
    """What a cell may hold; the value is how the guide names it."""

    ID = "pengenal"
    TEXT = "teks"
    RICH = "teks berformat"
    INTEGER = "bilangan bulat"
    NUMBER = "bilangan"
    PERCENT = "persen"
    DATE = "tanggal"
    TIME = "jam"
    CHOICE = "pilihan"
    FLAG = "ya/tidak"
    MARK = "tanda √"
    REF = "acuan"
    REFS = "beberapa acuan"
    PATTERN = "pola"


class Layout(Enum):
    """How a sheet is laid out."""

    TABLE = "tabel"
    PAIRS = "isian"
    LISTS = "daftar"
    PROSE = "bacaan"


@dataclass(frozen=True)
class Column:
    """A column of a table, or one entry of a sheet of pairs.

    `choices` are the allowed values of a CHOICE, or those of the `members` that the record then
    holds; `list_name` names a list on the sheet Referensi instead, which the office may extend.
    `refers` names the sheets whose IDs a REF may hold; where `guests` is set, other people may be
    named there in words.
    `default` is what an empty cell means, written as in a cell; where the column fills a field, it
    is taken from the record's default, so that it stands in one place.
    `width` is in characters; `aliases` are other headers that mean this column.
    A column fills the record's field of its own key. Where several columns fill one field,
    `field` names that field and `label` is what people call it. One that is not `in_record` fills
    none: a note for the office, or the decree whose list the record stands in. A `later` one came
    after the first workbooks, which do well without it: no finding says that they lack it. What
    stands in a `yearly` one, and in every column of dates, is of one year: next year's workbook
    begins without it. Of a cell with a link, an `address` column takes where it leads. Numbers in a
    `code` column are parted by full stops: 1.10. `rare` columns stand behind the others, folded
    as long as nothing is in them. `offers` names a column by sheet and key, such as
    `pejabat.jabatan`: what stands there may be picked, and anything else typed. In a `several`
    column commas part the values, which are offered singly.
    """

    key: str
    header: str
    kind: Kind
    help: str
    required: bool = False
    choices: tuple[str, ...] = ()
    members: type[Enum] | None = None
    list_name: str = ""
    refers: tuple[str, ...] = ()
    guests: bool = False
    example: str = ""
    default: str = ""
    width: int = 20
    aliases: tuple[str, ...] = ()
    group: str = ""
    field: str = ""
    label: str = ""
    in_record: bool = True
    later: bool = False
    yearly: bool = False
    address: bool = False
    code: bool = False
    rare: bool = False
    offers: str = ""
    several: bool = False

    def __post_init__(self) -> None:
        if self.members is not None:
            object.__setattr__(self, "choices", tuple(member.value for member in self.members))

    @property
    def fills(self) -> str:
        """The name of the field that the column fills."""
        return self.field or self.key

    @property
    def prose(self) -> bool:
        """Whether it holds words of the office's own, which papers print."""
        free = not (self.offers or self.code or self.address)
        return self.in_record and free and self.kind in (Kind.TEXT, Kind.RICH)


@dataclass(frozen=True)
class Sheet:
    """A sheet: its title in the workbook, its columns, what it is for.

    `spare` is the number of empty, open rows that a fresh workbook offers below the data.
    `required`: the workbook is of no use without it. A `later` one came after the first workbooks,
    which do well without it. `starting`: the rows, by column key, that a
    workbook begins with when nobody gave any for this sheet. The rows of a `yearly` one are of one
    year: next year's workbook begins without them. `answers` are the keys of columns that are
    filled elsewhere and come back: without such a column answers are lost, and in it one cell
    answers one row. `formerly` is the key of the sheet where the lines of this one stood in earlier
    workbooks. The rows of a sheet with a `record` are such records, which `Plan.rows` gives by this
    type; `owner` is the key of the column by whose ID a row belongs to one subject's papers only.
    """

    key: str
    title: str
    help: str
    columns: tuple[Column, ...] = ()
    layout: Layout = Layout.TABLE
    required: bool = False
    later: bool = False
    spare: int = 40
    starting: tuple[Mapping[str, str | int], ...] = ()
    yearly: bool = False
    answers: tuple[str, ...] = ()
    formerly: str = ""
    record: type[Any] | None = None
    owner: str = ""
    by_key: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        common_first = tuple(sorted(self.columns, key=lambda column: column.rare))
        object.__setattr__(self, "columns", common_first)
        object.__setattr__(self, "by_key", {column.key: column for column in self.columns})

    def filling(self, name: str) -> tuple[Column, ...]:
        """The columns that fill a field, in their order; none for a field from elsewhere."""
        return tuple(column for column in self.columns if column.in_record and column.fills == name)

    @property
    def supporting(self) -> bool:
        """Whether only supporting papers are made from it."""
        return self.record is not None

    @property
    def id_column(self) -> Column | None:
        """The column whose values name the sheet's rows, if it has one."""
        return next((column for column in self.columns if column.kind is Kind.ID), None)
