"""Options of `buku-kerja` that say which office and year the new workbook is for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from zi_docs.cli.period_options import YearOption
from zi_docs.data.agencies import fresh_words
from zi_docs.data.office_kinds import (
    DEFAULT_KIND,
    NewOffice,
    OfficeKind,
    OfficeName,
    OfficeNameError,
    kind_of_level,
    named_office,
    office_kind,
    office_kinds,
)

_SHORT = fresh_words()["singkatan"]
_YEARS = YearOption(2000, 2100)
_YEAR_IN_NAME = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def office_options(verb: Callable[..., None]) -> Callable[..., None]:
    """Add the options; the verb gets them as `office`, a NewOffice, beside its `baru`."""

    @click.option("--tahun", type=_YEARS, help="Tahun rencana aksi; tanpa ini menurut nama berkas.")
    @click.option(
        "--instansi", metavar="NAMA", help=f"Nama kantor, misalnya “{_SHORT} Kabupaten X”."
    )
    @click.option(
        "--jenis", type=click.Choice(office_kinds()), help="Jenis kantor; menentukan jabatannya."
    )
    @click.option("--kedudukan", default="", metavar="TEMPAT", help="Tempat penetapan keputusan.")
    @wraps(verb)
    def with_office(
        *arguments: Any,
        tahun: int | None,
        instansi: str | None,
        jenis: str | None,
        kedudukan: str,
        **options: Any,
    ) -> None:
        name = _named(instansi) if instansi is not None else None
        baru: Path = options["baru"]
        office = NewOffice(
            _kind(name, jenis), name, tahun or _year_of(baru), " ".join(kedudukan.split())
        )
        verb(*arguments, office=office, **options)

    return with_office


def _named(text: str) -> OfficeName:
    try:
        return named_office(text)
    except OfficeNameError as problem:
        raise click.BadParameter(f"{problem}.", param_hint="--instansi") from None


def _kind(name: OfficeName | None, jenis: str | None) -> OfficeKind:
    """The kind that is asked for, else that of the name; the two must not differ."""
    if jenis is None:
        if name is not None and not name.tingkat:
            raise click.BadParameter(
                "nama itu tidak menyebut Kabupaten, Kota, atau Provinsi; sebutkanlah, atau "
                "tambahkan --jenis.",
                param_hint="--instansi",
            )
        return kind_of_level(name.tingkat) if name is not None else office_kind(DEFAULT_KIND)
    kind = office_kind(jenis)
    if name is not None and name.tingkat not in ("", kind.tingkat):
        raise click.BadParameter(
            f"{jenis} tidak cocok dengan --instansi, yang menyebut {name.tingkat}.",
            param_hint="--jenis",
        )
    return kind


def _year_of(path: Path) -> int | None:
    """The year that the workbook's file is named by: `zi-2027.xlsx`."""
    match = _YEAR_IN_NAME.search(path.stem)
    return int(match[1]) if match else None
