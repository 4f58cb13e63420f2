"""Names of columns in plans of other offices -> the parts that such columns play."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz, process

from zi_docs.data import shipped
from zi_docs.workbook.sheets.plan_sheets import MONTH_PREFIX, RENCANA_AKSI

QUARTER_PREFIX = "triwulan_"
SEMESTER_PREFIX = "semester_"
LEFT_OUT = "lewati"
NOTE = "catatan"

_MIN_SCORE = 88
# Names of up to four letters resemble too many others.
_LEAST_LETTERS = 5
# Below a heading of their own these say nothing more.
_PLAIN_LEAVES = {"uraian", "rencana", "deskripsi", "isi", "nama", "rincian", "plan"}
# A year in a header says nothing of what the column holds.
_YEAR = re.compile(r"\b(?:(?:tahun|ta|th)\.?\s*)?(?:anggaran\s*)?20\d\d\b", re.I)
_REALISED = re.compile(
    r"\b(realisasi|capaian|progres+|terlaksana|pencapaian|actual|aktual|realisasi?)\b", re.I
)
# In their first words these name a column, whatever follows.
_TELLING_STARTS = (
    *("indikator", "penanggungjawab", "buktidukung", "rencanaaksi", "langkahaksi", "jadwal"),
    *("waktupelaksanaan", "targetwaktu", "datadukung", "eviden", "keterangan", "areaperubahan"),
    *("komponen", "pelaksana", "uraiankegiatan", "uraianrencanaaksi", "waktupenyelesaian"),
)

Ranked = tuple[str, int]


def squash(name: str) -> str:
    """A name to compare: small letters and digits only."""
    return re.sub(r"[^a-z0-9#]", "", name.casefold())


def column_keys() -> list[str]:
    """Every part that a column may be mapped to."""
    times = [f"{QUARTER_PREFIX}{n}" for n in range(1, 5)] + [
        f"{SEMESTER_PREFIX}{n}" for n in (1, 2)
    ]
    months = [column.key for column in RENCANA_AKSI.columns if column.key.startswith(MONTH_PREFIX)]
    return [*shipped("foreign_columns"), *months, *times, LEFT_OUT]


def mappable_columns() -> list[tuple[str, str]]:
    """Every part that a column may be mapped to, with what people call it."""
    headers = {column.key: column.header for column in RENCANA_AKSI.columns}
    return [(key, headers.get(key) or key.replace("_", " ").capitalize()) for key in column_keys()]


def ranked_key(name: str) -> Ranked | None:
    """The part that a column of this name plays, and how far from its best name it is (0 best).

    Of a name with strokes or brackets (`Kegiatan/Aksi`) every side may tell it.
    """
    name = _YEAR.sub(" ", name)
    sides = [side for side in re.split(r"[/\\()\n|&]|\bdan\b|\batau\b", name) if side.strip()]
    for recognise in (_exact, _starting, _similar):
        ranks = [rank for side in (name, *sides) if (rank := recognise(squash(side)))]
        if ranks:
            return min(ranks, key=lambda rank: rank[1])
    return None


def is_plain_leaf(name: str) -> bool:
    """Whether a lower header only repeats that its column is the heading's (`Uraian`)."""
    return squash(name) in _PLAIN_LEAVES


def is_realised(name: str) -> bool:
    """Whether a header is that of what was done, not of what is planned."""
    return _REALISED.search(name) is not None


def key_of_user(name: str) -> str | None:
    """The part that a user's word stands for: its key, a column of the workbook, a known name."""
    squashed = squash(name)
    for key in column_keys():
        if squashed == squash(key):
            return key
    ranked = _exact(squashed)
    return ranked[0] if ranked else None


def exact_key(name: str) -> Ranked | None:
    """The same without names that only resemble; cheap."""
    name = _YEAR.sub(" ", name)
    return _exact(squash(name)) or next(
        (rank for side in re.split(r"[/\\()\n]", name) if (rank := _exact(squash(side)))), None
    )


def _exact(squashed: str) -> Ranked | None:
    return _vocabulary().get(squashed)


def _starting(squashed: str) -> Ranked | None:
    start = next((word for word in _TELLING_STARTS if squashed.startswith(word)), None)
    ranked = _vocabulary().get(start) if start else None
    return (ranked[0], ranked[1] + 60) if ranked else None


def _similar(squashed: str) -> Ranked | None:
    names = [name for name in _vocabulary() if len(name) >= _LEAST_LETTERS]
    match = process.extractOne(squashed, names, scorer=fuzz.ratio, score_cutoff=_MIN_SCORE)
    return (_vocabulary()[match[0]][0], _vocabulary()[match[0]][1] + 40) if match else None


@cache
def _vocabulary() -> dict[str, Ranked]:
    names: dict[str, Ranked] = {}
    for key, rank, name in _spelled():
        names.setdefault(squash(name), (key, rank))
    return names


def _spelled() -> Iterator[tuple[str, int, str]]:
    for key, spellings in shipped("foreign_columns").items():
        for rank, name in enumerate(spellings):
            yield key, rank, name
    for column in RENCANA_AKSI.columns:
        for name in (column.header, column.key, *column.aliases):
            if not column.key.startswith(MONTH_PREFIX):
                yield column.key, 0, name
