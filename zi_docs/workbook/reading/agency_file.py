"""The words of the office's agency: known to the program, or in a file beside the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from zi_docs.data import DataFileError
from zi_docs.data.agencies import own_agency, shipped_agency, shipped_names
from zi_docs.findings import Finding, error
from zi_docs.model import Office, same_id
from zi_docs.wording.nearest_names import suggestion


def with_agency(
    office: Office, folder: Path, groups: Sequence[str]
) -> tuple[Office, list[Finding]]:
    """The office with the words that it names, a file being looked for in `folder`.

    `groups` are the names of the list Kelompok. What is wrong with the words is a finding at
    their cell, and the office keeps the words it has.
    """
    if not office.words_file:
        return _with_shipped(office)
    try:
        if Path(office.words_file).name != office.words_file:
            raise DataFileError("bukan nama berkas saja")
        agency = own_agency(folder / office.words_file)
        for group in agency.tanpa_nip:
            if not any(same_id(group, name) for name in groups):
                raise DataFileError(f"menyebut “{group}” yang tidak ada di daftar Kelompok")
        return replace(office, agency=agency), []
    except DataFileError as problem:
        message = (
            f"Berkas kata instansi “{office.words_file}” {problem}. Perbaiki berkas itu di folder "
            "buku kerja ini menurut contoh di panduan, atau kosongkan isiannya."
        )
        return office, [_faulty(office, message)]


def _with_shipped(office: Office) -> tuple[Office, list[Finding]]:
    name = office.kata_instansi.casefold()
    if name in shipped_names():
        return replace(office, agency=shipped_agency(name)), []
    message = (
        f"Kata instansi “{office.kata_instansi}” tidak dikenal."
        f"{suggestion(office.kata_instansi, shipped_names())} "
        f"Isilah {' atau '.join(shipped_names())}, atau nama berkas TOML di folder buku kerja ini."
    )
    return office, [_faulty(office, message)]


def _faulty(office: Office, message: str) -> Finding:
    return error("WB-KATA", message, office.origin.at("kata_instansi"))
