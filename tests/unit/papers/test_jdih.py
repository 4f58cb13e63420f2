"""What JDIH gets of a decree: file name, metadata, abstract."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pikepdf
import pytest

from tests.cases.plans import plan, with_decree
from tests.cases.products import named, subject
from tests.cases.signing import text_pdf
from zi_docs.model import Plan
from zi_docs.papers import jdih
from zi_docs.papers.abstrak_jdih import TOP, abstract
from zi_docs.papers.pages import Pagination
from zi_docs.product import Family, Given, Made, PdfPart, Product, Properties
from zi_docs.text import Flow, RichText

SUBJECT = {"subjek": "Zona integritas", "bidang_hukum": "Pemilu", "lokasi": "Bagian Hukum"}
YEAR = with_decree(plan(), **SUBJECT)
COPY = "keputusan/renaksi-salinan"


def copied(pages: int, annex_from: int) -> bytes:
    """The PDF of a copy of so many pages; its Lampiran begins on the page of this number."""
    with pikepdf.open(BytesIO(text_pdf(*["isi"] * pages))) as document:
        place = pikepdf.Array([document.pages[annex_from - 1].obj, pikepdf.Name.XYZ, 0, 800, 0])
        document.Root.Dests = pikepdf.Dictionary({"/lampiran": place})
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()


PDF = copied(18, annex_from=4)


def of_decree(year: Plan = YEAR) -> list[Product]:
    return jdih.products(year, year.decrees[0], subject(Family.JDIH, "renaksi"))


def published(year: Plan = YEAR) -> dict[str, bytes]:
    """The files for JDIH, made from the copy above."""
    part = PdfPart(PDF, Properties("", "", "", "", date(2026, 1, 22)))
    files: dict[str, bytes] = {}
    for name in ("2026kpt0010", "2026kpt0010-metadata"):
        making = named(of_decree(year), name).make(Given(Path(), {COPY: Made({}, part)}))
        with pytest.raises(StopIteration) as end:
            next(making)
        files |= end.value.value.files
    return files


def lines(year: Plan, name: str, pages: Pagination | None = None) -> list[str]:
    """The paragraphs of a list of the abstract."""
    document = abstract(year, year.decrees[0], 18, 15, pages or Pagination())
    flow = document.context[name]
    assert isinstance(flow, Flow)
    return [paragraph.text.plain for paragraph in flow.paragraphs]


@pytest.mark.parametrize(
    ("number", "name"),
    [("10", "2026kpt0010"), ("7", "2026kpt0007"), ("123/PW.02/2026", "2026kpt0123")],
)
def test_the_file_is_named_after_year_kind_and_number(number: str, name: str) -> None:
    assert jdih.file_name(plan().office, with_decree(plan(), nomor=number).decrees[0]) == name


def test_the_metadata_are_the_same_in_both_formats() -> None:
    files = published()
    record = json.loads(files["jdih/2026kpt0010.json"])
    text = files["jdih/2026kpt0010.csv"].decode("utf-8-sig").splitlines()
    assert list(csv.DictReader(text, delimiter=";")) == [record]
    assert record == {
        "tipe_dokumen": "Peraturan Perundang-undangan",
        "judul": "Keputusan Komisi Pemilihan Umum Kabupaten Contoh Nomor 10 Tahun 2026 tentang "
        "Rencana Aksi Contoh Tahun 2026",
        "teu_badan": "Contoh (Kabupaten). Komisi Pemilihan Umum",
        "nomor": "10",
        "tahun": "2026",
        "jenis": "Keputusan Komisi Pemilihan Umum Kabupaten Contoh",
        "singkatan_jenis": "KPT",
        "tempat_penetapan": "Kota Contoh",
        "tanggal_penetapan": "2026-01-22",
        "penandatangan": "Nama Ketua",
        "sumber": "KPU Kabupaten Contoh: 18 hlm.",
        "subjek": "Zona integritas",
        "status": "Berlaku",
        "keterangan_status": "",
        "bahasa": "Indonesia",
        "lokasi": "Bagian Hukum",
        "asal": "Komisi Pemilihan Umum Kabupaten Contoh",
        "bidang_hukum": "Pemilu",
        "lampiran": "15 hlm.",
        "berkas": "2026kpt0010.pdf",
        "abstrak": "2026kpt0010-abstrak.pdf",
    }


def test_the_copy_is_published_under_its_jdih_name_only() -> None:
    """The copy itself stands among the decrees; all products for JDIH need its PDF."""
    file, record, sheet = of_decree()
    assert {product.needs for product in (file, record, sheet)} == {(COPY,)}
    assert file.targets == ("jdih/2026kpt0010.pdf",)
    assert record.targets == ("jdih/2026kpt0010.json", "jdih/2026kpt0010.csv")
    assert sheet.targets == ("jdih/2026kpt0010-abstrak.docx", "jdih/2026kpt0010-abstrak.pdf")
    assert published()["jdih/2026kpt0010.pdf"] == PDF


def test_an_indonesian_excel_shows_the_csv_in_columns() -> None:
    """Semicolons part the columns, the mark at the beginning says UTF-8."""
    files = published(with_decree(plan(), **{**SUBJECT, "subjek": "Integritas; mutu, layanan"}))
    content = files["jdih/2026kpt0010.csv"]
    assert content.startswith(b"\xef\xbb\xbftipe_dokumen;judul;teu_badan;nomor;tahun;")
    assert b';"Integritas; mutu, layanan";' in content


@pytest.mark.parametrize("text", ["=1+1", "+62741", "-", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1"])
def test_a_cell_like_a_formula_is_plain_text_in_the_csv(text: str) -> None:
    files = published(with_decree(plan(), **{**SUBJECT, "lokasi": text}))
    table = StringIO(files["jdih/2026kpt0010.csv"].decode("utf-8-sig"), newline="")
    assert [row["lokasi"] for row in csv.DictReader(table, delimiter=";")] == [f"'{text}"]


def test_the_abstract_tells_why_on_what_basis_and_what() -> None:
    """The third consideration only sums up the others, and the last dictum is a note."""
    assert lines(YEAR, "abstrak") == [
        "Keputusan ini ditetapkan dengan pertimbangan bahwa satu; dan bahwa dua.",
        "Dasar hukum Keputusan ini adalah Undang-Undang Nomor 25 Tahun 2009.",
        "Dalam Keputusan ini ditetapkan rencana aksi.",
    ]
    assert lines(YEAR, "catatan") == ["Keputusan ini mulai berlaku.", "Lampiran: 15 halaman."]


def test_the_office_may_word_the_reason_itself() -> None:
    year = with_decree(YEAR, abstrak=RichText.of("Untuk pembangunan zona integritas."))
    assert lines(year, "abstrak")[0] == "Untuk pembangunan zona integritas."


def test_an_abstract_longer_than_a_page_is_set_in_small_type() -> None:
    document = abstract(YEAR, YEAR.decrees[0], 18, 15, Pagination(breaks=frozenset({TOP})))
    flow = document.context["abstrak"]
    assert isinstance(flow, Flow)
    assert {paragraph.style for paragraph in flow.paragraphs} == {"Abstrak Kecil"}


@pytest.mark.parametrize(
    ("missing", "codes"),
    [
        ({"nomor": ""}, ["JDIH-NOMOR"]),
        ({"nomor": "", "tanggal": None}, ["JDIH-NOMOR", "JDIH-TANGGAL"]),
        ({"penyalin": ""}, ["JDIH-SALINAN"]),
        ({"tanggal": date(2026, 1, 22)}, []),
    ],
)
def test_what_is_not_yet_decreed_is_not_published(
    missing: dict[str, object], codes: list[str]
) -> None:
    year = with_decree(YEAR, **missing)
    problems = jdih.publication_problems(year, year.decrees[0])
    assert [finding.code for finding in problems] == codes
    assert bool(of_decree(year)) is not bool(codes)
