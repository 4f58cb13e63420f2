"""What a published decree needs for JDIH: its file name, its metadata, its abstract (NASKAH 7)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from zi_docs.findings import Finding, error, warning
from zi_docs.model import Decree, Office, Plan
from zi_docs.papers.abstrak_jdih import abstract
from zi_docs.papers.document import ANNEX, Document, MadePdf, Papers
from zi_docs.papers.keputusan import copy, copy_ready
from zi_docs.papers.pages import Pagination
from zi_docs.wording.names import decree_author

FOLDER = "jdih"
# What JDIH asks for and only the office knows.
_ASKED = {"subjek": "Subjek", "bidang_hukum": "Bidang hukum", "lokasi": "Lokasi"}


def problems(plan: Plan, decree: Decree) -> list[Finding]:
    """What keeps a decree from being published (errors), and what its metadata lack (warnings)."""
    found = []
    if not _number(decree):
        message = f"Keputusan {decree.id} belum bernomor; isilah kolom Nomor dengan angka."
        found.append(error("JDIH-NOMOR", message, decree.origin.at("nomor")))
    if decree.tanggal is None:
        message = f"Keputusan {decree.id} belum bertanggal; isilah kolom Tanggal."
        found.append(error("JDIH-TANGGAL", message, decree.origin.at("tanggal")))
    if not found and not copy_ready(plan, decree):
        message = (
            f"Salinan keputusan {decree.id} belum dapat dibuat; isilah kolom Penyalin dan lengkapi "
            "data yang disebut oleh perintah pembuat keputusannya."
        )
        found.append(error("JDIH-SALINAN", message, decree.origin.at("penyalin")))
    for key, header in _ASKED.items():
        if not getattr(decree, key):
            message = f"{header} keputusan {decree.id} untuk JDIH belum ada; isilah kolom {header}."
            found.append(warning("JDIH-ISIAN", message, decree.origin.at(key)))
    return found


def papers(plan: Plan, decree: Decree) -> Papers:
    """The copy under its JDIH name, the abstract and the metadata.

    The two last follow from the copy's PDF, whose pages they name. Raises ValueError when
    `problems` tells an error.
    """
    return Papers((partial(_copy, plan, decree),), then=partial(_described, plan, decree))


def file_name(office: Office, decree: Decree) -> str:
    """The name of a decree's files without extension: year, kind and number."""
    if decree.tanggal is None or not _number(decree):
        raise ValueError(f"decree {decree.id} has no number or no date")
    return f"{decree.tanggal.year}{office.agency.singkatan_keputusan}{int(_number(decree)):04d}"


def _number(decree: Decree) -> str:
    """The running number, with which a longer number begins."""
    found = re.match(r"\s*(\d+)", decree.nomor)
    return found[1] if found else ""


def _copy(plan: Plan, decree: Decree, pages: Pagination) -> Document:
    return replace(copy(plan, decree, pages), published=False)


def _described(plan: Plan, decree: Decree, pdfs: Mapping[str, MadePdf]) -> Papers:
    made = pdfs[copy(plan, decree).name]
    # A decree without the bookmark of its Lampiran has none.
    annex = made.pages - made.anchors.get(ANNEX, made.pages)
    name = f"{FOLDER}/{file_name(plan.office, decree)}"
    record = metadata(plan, decree, made.pages, annex)
    return Papers(
        (partial(abstract, plan, decree, f"{name}-abstrak", made.pages, annex),),
        extras={
            f"{name}.pdf": made.content,
            f"{name}.json": _as_json(record),
            f"{name}.csv": _as_csv(record),
        },
    )


def metadata(plan: Plan, decree: Decree, pages: int, annex: int) -> dict[str, str]:
    """The fields of NASKAH section 7, the date as ISO 8601; empty is what nobody has given.

    `pages` counts the whole copy, `annex` its Lampiran.
    """
    signer = plan.official(decree.penanda_tangan)
    if signer is None or decree.tanggal is None:
        raise ValueError(f"decree {decree.id} is not ready for JDIH")
    office, year = plan.office, decree.tanggal.year
    author = decree_author(office, signer)
    return {
        "tipe_dokumen": "Peraturan Perundang-undangan",
        "judul": f"Keputusan {author} Nomor {decree.nomor} Tahun {year} tentang {decree.judul}",
        "teu_badan": office.teu_badan or _heading(office),
        "nomor": decree.nomor,
        "tahun": str(year),
        "jenis": f"Keputusan {author}",
        "singkatan_jenis": office.agency.singkatan_keputusan.upper(),
        "tempat_penetapan": decree.tempat or office.kedudukan,
        "tanggal_penetapan": decree.tanggal.isoformat(),
        "sumber": f"{office.short_name}: {pages} hlm.",
        "subjek": decree.subjek,
        "status": "Berlaku",
        "bahasa": decree.bahasa,
        "lokasi": decree.lokasi,
        "bidang_hukum": decree.bidang_hukum,
        "lampiran": f"{annex} hlm." if annex else "Tidak ada",
        "berkas": f"{file_name(office, decree)}.pdf",
        "abstrak": f"{file_name(office, decree)}-abstrak.pdf",
    }


def _heading(office: Office) -> str:
    """The office as catalogues enter it: region (level), then `lembaga`."""
    level = "" if office.tingkat == "Lainnya" else f" ({office.tingkat})"
    return f"{office.wilayah}{level}. {office.lembaga}"


def _as_json(record: Mapping[str, str]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def _as_csv(record: Mapping[str, str]) -> bytes:
    """A line of names and a line of values, as JDIH's own tables are filled; Excel reads UTF-8."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows((record.keys(), map(_inert, record.values())))
    return text.getvalue().encode("utf-8-sig")


def _inert(text: str) -> str:
    """Text that a spreadsheet would take for a formula, made plain text."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
