"""What a published decree needs for JDIH: its file name, its metadata, its abstract (NASKAH 7)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping

from zi_docs.findings import Finding, error, has_errors, warning
from zi_docs.model import Decree, Office, Plan
from zi_docs.papers import keputusan
from zi_docs.papers.abstrak_jdih import abstract
from zi_docs.papers.document import ANNEX, Draft, Paper
from zi_docs.papers.keputusan import Version, copy_ready
from zi_docs.papers.keputusan_perubahan import legal_status
from zi_docs.pdf.destinations import anchor_pages, page_count
from zi_docs.product import Given, Inputs, Made, Product, Subject, at_once
from zi_docs.revision.states import state_of
from zi_docs.wording.academic_titles import name_without_titles
from zi_docs.wording.names import decree_author

FOLDER = "jdih"
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
# What JDIH asks for and only the office knows.
_ASKED = {"subjek": "Subjek", "bidang_hukum": "Bidang hukum", "lokasi": "Lokasi"}


def publication_problems(plan: Plan, decree: Decree) -> list[Finding]:
    """What keeps a decree from being published (errors), and what its metadata lack (warnings)."""
    problems = []
    # What an amendment takes over from the decree that it changes is filled in there.
    state = state_of(plan, decree.id)
    catalogued = state.decree.origin if state else decree.origin
    if not _number(decree):
        message = f"Keputusan {decree.id} belum bernomor; isilah kolom Nomor dengan angka."
        problems.append(error("JDIH-NOMOR", message, decree.origin.at("nomor")))
    if decree.tanggal is None:
        message = f"Keputusan {decree.id} belum bertanggal; isilah kolom Tanggal."
        problems.append(error("JDIH-TANGGAL", message, decree.origin.at("tanggal")))
    if not problems and not copy_ready(plan, decree):
        message = (
            f"Salinan keputusan {decree.id} belum dapat dibuat; isilah kolom Penyalin dan lengkapi "
            "data yang disebut oleh perintah pembuat keputusannya."
        )
        problems.append(error("JDIH-SALINAN", message, catalogued.at("penyalin")))
    for key, header in _ASKED.items():
        if not getattr(decree, key):
            message = f"{header} keputusan {decree.id} untuk JDIH belum ada; isilah kolom {header}."
            problems.append(warning("JDIH-ISIAN", message, catalogued.at(key)))
    return problems


def products(plan: Plan, decree: Decree, about: Subject) -> list[Product]:
    """The copy under its JDIH name with the metadata, and the abstract; none before its time.

    Both need the copy's PDF, whose pages they name.
    """
    problems = publication_problems(plan, decree)
    if has_errors(problems):
        return []
    name = f"{FOLDER}/{file_name(plan.office, decree)}"
    copied = keputusan.file_name(decree, Version.COPY)

    def publish(given: Given) -> Made:
        return Made({f"{name}.pdf": given.needs[copied].part().content})

    def describe(given: Given) -> Made:
        return _described(plan, decree, name, given.needs[copied].part().content)

    def draft(needs: Mapping[str, Made]) -> Draft:
        # Nothing is known of the copy's pages while the abstract is only judged.
        extent, annex = _extent(needs[copied].part().content) if needs else (1, 1)
        return lambda pages: abstract(plan, decree, extent, annex, pages)

    file = Product(
        name,
        "berkas-jdih",
        "Salinan untuk JDIH",
        about,
        lambda: Inputs({}),
        at_once(publish),
        (f"{name}.pdf",),
        (copied,),
    )
    record = Product(
        f"{name}-metadata",
        "metadata-jdih",
        "Metadata JDIH",
        about,
        lambda: Inputs({"metadata": metadata(plan, decree, 1, 1)}, findings=tuple(problems)),
        at_once(describe),
        tuple(f"{name}{ending}" for ending in (".json", ".csv")),
        (copied,),
        # A later decree changes the status of one that was signed.
        unsealed=True,
    )
    sheet = Paper(
        f"{name}-abstrak", "abstrak", "Abstrak JDIH", about, "abstrak-jdih.docx", needs=(copied,)
    )
    return [file, record, sheet.product(draft)]


def file_name(office: Office, decree: Decree) -> str:
    """The name of a decree's files without extension: year, kind and number."""
    if decree.tanggal is None or not _number(decree):
        raise ValueError(f"decree {decree.id} has no number or no date")
    return f"{decree.tanggal.year}{office.agency.singkatan_keputusan}{int(_number(decree)):04d}"


def _number(decree: Decree) -> str:
    """The running number, with which a longer number begins."""
    digits = re.match(r"\s*(\d+)", decree.nomor)
    return digits[1] if digits else ""


def _described(plan: Plan, decree: Decree, name: str, pdf: bytes) -> Made:
    record = metadata(plan, decree, *_extent(pdf))
    return Made({f"{name}.json": _as_json(record), f"{name}.csv": _as_csv(record)})


def _extent(pdf: bytes) -> tuple[int, int]:
    """The pages of a copy, and those of its Lampiran; one without its bookmark has none."""
    pages = page_count(pdf)
    return pages, pages - anchor_pages(pdf).get(ANNEX, pages)


def metadata(plan: Plan, decree: Decree, pages: int, annex: int) -> dict[str, str]:
    """The fields of NASKAH sections 7 and 10, the date as ISO 8601; empty is what nobody has given.

    `pages` counts the whole copy, `annex` its Lampiran.
    """
    signer = plan.official(decree.penanda_tangan)
    if signer is None or decree.tanggal is None:
        raise ValueError(f"decree {decree.id} is not ready for JDIH")
    office, year = plan.office, decree.tanggal.year
    author = decree_author(office, signer)
    status, note = legal_status(plan, decree)
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
        "penandatangan": name_without_titles(signer.nama),
        "sumber": f"{office.short_name}: {pages} hlm.",
        "subjek": decree.subjek,
        "status": status,
        "keterangan_status": note,
        "bahasa": decree.bahasa,
        "lokasi": decree.lokasi,
        "asal": office.name,
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
    """A line of names and a line of values, as JDIH's own tables are filled.

    An Indonesian Excel, whose comma is that of decimals, parts columns at semicolons; by the mark
    at the beginning it knows UTF-8.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows((record.keys(), map(_inert, record.values())))
    return text.getvalue().encode("utf-8-sig")


def _inert(text: str) -> str:
    """Text that a spreadsheet would take for a formula, made plain text."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
