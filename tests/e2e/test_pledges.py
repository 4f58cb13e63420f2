"""What people sign, taken in: only then are they counted, and a new person signs anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.bare_books import bare_rewrite
from tests.cases.pdf import page_texts
from tests.e2e.conftest import SOURCE, generate_here
from zi_docs.workbook.writing.rewrite import WorkbookRows

pytestmark = pytest.mark.libreoffice

SIGNED = "pakta/KETUA-ahmad-halim/pakta-integritas"
FOLLOWED = "pakta/KETUA-rina-contoh/pakta-integritas"


def workbook(folder: Path, chief: str) -> Path:
    """The real workbook with a chief of this name."""

    def change(rows: WorkbookRows) -> None:
        rows["pejabat"][0]["nama"] = chief

    path = folder / "zi-2026.xlsx"
    path.write_bytes(bare_rewrite(SOURCE, change))
    return path


def made(source: Path, output: Path, *wanted: str) -> None:
    result = generate_here("naskah", "pakta", *wanted, "--sumber", source, "--keluaran", output)
    assert result.returncode == 0, result.stderr


def counted(output: Path) -> str:
    """The sentence of the recap that counts."""
    text = " ".join("".join(page_texts(output / "2026/pakta/rekap-pakta.pdf")).split())
    return text.partition("Pakta Integritas sudah ")[2].partition(".")[0]


def test_a_scan_is_counted_and_stays_when_somebody_follows(tmp_path: Path) -> None:
    source, output = workbook(tmp_path, "Ahmad Halim"), tmp_path / "output"
    made(source, output)
    assert counted(output) == (
        "ditandatangani oleh 0 dari 7 orang, dan pernyataan benturan kepentingan oleh 0 dari 7 "
        "orang"
    )
    scan = tmp_path / "pindai.pdf"
    scan.write_bytes((output / f"2026/{SIGNED}.pdf").read_bytes())
    taken = generate_here(
        "tandatangan", scan, "--untuk", SIGNED, "--sumber", source, "--keluaran", output
    )
    assert taken.returncode == 0, taken.stderr
    made(source, output)
    assert counted(output).startswith("ditandatangani oleh 1 dari 7 orang")

    followed = workbook(tmp_path, "Dr. Rina Contoh, M.Si.")
    made(followed, output)
    assert counted(output).startswith("ditandatangani oleh 0 dari 7 orang")
    assert (output / f"2026/{FOLLOWED}.pdf").is_file()
    assert (output / "2026/ditandatangani/pakta-KETUA-ahmad-halim-pakta-integritas.pdf").is_file()


def test_of_one_official_only_his_papers_are_made(tmp_path: Path) -> None:
    made(SOURCE, tmp_path, "ketua")
    files = [p.relative_to(tmp_path / "2026").as_posix() for p in tmp_path.rglob("*.pdf")]
    assert sorted(files) == [
        "pakta/KETUA-ahmad-halim/benturan-kepentingan.pdf",
        f"{SIGNED}.pdf",
    ]


def test_an_official_that_is_not_there() -> None:
    result = generate_here("naskah", "pakta", "KETUAA")
    assert result.returncode == 1
    assert "Pejabat KETUAA tidak ada" in result.stderr
