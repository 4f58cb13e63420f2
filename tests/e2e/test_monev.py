"""Monitoring on the real plan: forms out, answers in, pages as they are printed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pikepdf
import pytest

from tests.cases.answers import fill, write_form
from tests.cases.pdf import page_size, page_texts
from tests.cases.pdf_facts import inspect
from tests.e2e.conftest import SOURCE
from tests.e2e.conftest import generate_here as generate
from zi_docs.model import Plan
from zi_docs.monev.periods import Cycle, Period
from zi_docs.workbook.reading.load import read_plan

MARCH = Period(2026, Cycle.MONTH, 3)
WORDS = "Rapat pengendalian sudah dilaksanakan"
LINK = "https://contoh.id/notula"


@pytest.fixture(scope="module")
def plan() -> Plan:
    found, _ = read_plan(SOURCE)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, plan: Plan) -> Path:
    """A folder with the workbook, a filled form of area 5, and a broken one."""
    folder = tmp_path_factory.mktemp("kantor")
    shutil.copy(SOURCE, folder / SOURCE.name)
    form = write_form(plan, MARCH, 5, folder / "realisasi" / "pokja-5" / "maret.xlsx")
    answers = {
        "Realisasi (%)": 80,
        "Realisasi": WORDS,
        "Bukti dukung": "Ada",
        "Tautan/berkas": LINK,
    }
    fill(form, {("RA-042", 3): answers, ("RA-040", 1): {"Realisasi (%)": 100}})
    (folder / "realisasi" / "rusak.xlsx").write_bytes(b"PK rusak")
    return folder


@pytest.fixture(scope="module")
def made(office: Path) -> Path:
    result = generate(
        "monev", "--bulan", 3, "--source", office / SOURCE.name, "--output", office / "hasil"
    )
    # The broken form is named; everything else was made.
    assert "rusak.xlsx: kesalahan" in result.stderr
    assert result.returncode == 7
    return office / "hasil" / "2026"


@pytest.mark.libreoffice
class TestMarch:
    """The forms of March."""

    def test_the_files_are_there(self, made: Path) -> None:
        parts = [f"area-{number}" for number in range(1, 7)]
        expected = {f"{part}.{kind}" for part in parts for kind in ("docx", "pdf")}
        expected |= {f"2026-03 Area {number} KPU Batang Hari.xlsx" for number in range(1, 7)}
        expected |= {"rekap.docx", "rekap.pdf"}
        assert {path.name for path in (made / "monev" / "2026-03").iterdir()} == expected

    def test_every_page_is_landscape_with_the_header(self, made: Path) -> None:
        for pdf in (made / "monev" / "2026-03").glob("*.pdf"):
            for number, text in enumerate(page_texts(pdf), start=1):
                assert page_size(pdf, number) == (297, 210)
                heads = ("Langkah Aksi", "Daftar Bukti Dukung")
                assert any(head in text for head in heads), (pdf.name, number)
                assert f"Halaman {number} dari " in text

    def test_the_signatures_are_whole_and_not_alone(self, made: Path) -> None:
        for pdf in (made / "monev" / "2026-03").glob("*.pdf"):
            *others, last = page_texts(pdf)
            assert "Mengetahui" not in "".join(others)
            assert "Muara Bulian" in last
            assert last.count("....") >= 3 or "NIP" in last
            above = last.partition("Mengetahui")[0]
            assert "100%" in above or "[1]" in above, pdf.name

    def test_answers_are_printed_beside_their_rows(self, made: Path) -> None:
        for part in ("area-5", "rekap"):
            text = "".join(page_texts(made / "monev" / "2026-03" / f"{part}.pdf"))
            flat = " ".join(text.split())
            assert WORDS in flat
            assert "80" in flat

    def test_a_link_of_evidence_can_be_clicked(self, made: Path) -> None:
        """In its cell by its number and in the list by its address; in the bundle too."""
        for pdf in ("monev/2026-03/area-5.pdf", "bundel/monev-2026-03.pdf"):
            with pikepdf.open(made / pdf) as document:
                links = [
                    str(link.A.URI)
                    for page in document.pages
                    for link in page.obj.get("/Annots", [])
                ]
            assert set(links) == {LINK}
            assert len(links) == (2 if pdf.endswith("area-5.pdf") else 4)

    def test_four_rows_fit_a_page(self, made: Path) -> None:
        """Area I in March: a row due and three overdue, with room to write and to sign."""
        assert len(page_texts(made / "monev" / "2026-03" / "area-1.pdf")) == 1

    def test_the_bundle_names_each_area(self, made: Path, plan: Plan) -> None:
        facts = inspect((made / "bundel" / "monev-2026-03.pdf").read_bytes())
        titles = [entry.title for entry in facts.outline if entry.depth == 0]
        assert titles == [*plan.areas, "Rekapitulasi"]


def test_without_libreoffice_the_forms_are_still_made(office: Path) -> None:
    result = generate(
        "monev", "--bulan", 1, "--source", office / SOURCE.name, "--output", office / "tanpa",
        ZI_SOFFICE="/tidak/ada/soffice",
    )  # fmt: skip
    assert result.returncode == 3
    forms = office / "tanpa" / "2026" / "monev" / "2026-01"
    assert {path.suffix for path in forms.iterdir()} == {".docx", ".xlsx"}


def test_realisasi_tells_what_came_from_where(office: Path, tmp_path: Path) -> None:
    merged = tmp_path / "gabungan.xlsx"
    result = generate("realisasi", "--json", "--tulis", merged, "--source", office / SOURCE.name)
    rows = json.loads(result.stdout)["realisations"]
    assert [(r["row"], r["month"], r["reported"], r["percent"]) for r in rows] == [
        ("RA-042", 3, 3, 80),
        ("RA-040", 1, 3, 100),
    ]
    assert rows[0]["place"]["file"].endswith("realisasi/pokja-5/maret.xlsx")
    assert merged.exists()
    again = generate("realisasi", "--tulis", merged, "--source", office / SOURCE.name)
    assert again.returncode == 6


def test_bukti_makes_the_folders_and_tells_what_is_missing(office: Path, tmp_path: Path) -> None:
    result = generate("bukti", "--json", "--ke", tmp_path, "--source", office / SOURCE.name)
    evidence = {row["row"]: row for row in json.loads(result.stdout)["evidence"]}
    assert len(evidence) == 68
    assert evidence["RA-042"]["state"] == "tautan"
    assert evidence["RA-001"]["state"] == "belum ada"
    assert Path(evidence["RA-001"]["folder"], "ISI.txt").exists()


@pytest.mark.parametrize("options", [(), ("--bulan", "3", "--tahunan"), ("--bulan", "13")])
def test_a_period_must_be_named_once(options: tuple[str, ...]) -> None:
    assert generate("monev", *options).returncode == 2
