"""The logo that the sheet Instansi names: a picture beside the workbook, or a finding."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from zi_docs.findings import Finding, error
from zi_docs.model import Office
from zi_docs.pictures import Frame, NoPictureError, read_logo

_FRAME = Frame(22, 24)


def with_logo(office: Office, folder: Path) -> tuple[Office, list[Finding]]:
    """The office with its logo read from `folder`; without one, and a finding, when that fails."""
    if not office.logo:
        return office, []
    try:
        if Path(office.logo).name != office.logo:
            raise NoPictureError("bukan nama berkas saja")
        logo = read_logo(folder / office.logo, _FRAME)
        return replace(office, lambang=replace(logo, description=f"Logo {office.lembaga}")), []
    except NoPictureError as problem:
        message = (
            f"Berkas logo “{office.logo}” {problem}. Letakkan gambar PNG atau JPEG dengan nama itu "
            "di folder buku kerja ini, atau kosongkan isiannya."
        )
        return office, [error("WB-LOGO", message, office.origin.at("logo"))]
