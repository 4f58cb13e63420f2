"""Whether what came back is the paper: pages, title, number, words, as far as one can read."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from tests.cases.signing import text_pdf
from zi_docs.pdf.returned_fit import Fit, MadePaper, Misfit, fit

TITLE = "Rencana Aksi Pembangunan Zona Integritas Tahun 2026"
WORDS = " ".join(f"kata{number}" for number in range(60))
DECREE = (f"KEPUTUSAN NOMOR 10 TAHUN 2026 TENTANG {TITLE.upper()} {WORDS}", "Lampiran")
OTHER = " ".join(f"lain{number}" for number in range(60))


def titled(*pages: str) -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(text_pdf(*pages))) as document:
        document.docinfo["/Title"] = TITLE
        document.save(made)
    return made.getvalue()


PAPER = MadePaper((titled(*DECREE),), (text_pdf("Lembar paraf", *DECREE, "Salinan"),), "10")


def judged(content: bytes, paper: MadePaper = PAPER) -> tuple[tuple[Misfit, ...], bool]:
    """The misfits, and whether there was text to compare."""
    result = fit(content, paper)
    return result.misfits, result.text


def test_what_begins_with_the_bytes_that_were_made_is_the_paper() -> None:
    assert fit(PAPER.pdfs[0] + b"\n% an increment", PAPER) == Fit()


def test_recognised_text_breaks_lines_and_misreads_letters() -> None:
    page = DECREE[0].replace("ZONA INTEGRITAS", "Z0NA INTEGRI- TAS").replace("kata7", "kala7")
    assert judged(text_pdf(page, "Lampiran")) == ((), True)


@pytest.mark.parametrize("pages", [2, 3, 4])
def test_the_paper_alone_or_with_what_its_bundle_holds(pages: int) -> None:
    scan = text_pdf(*["."] * pages)
    assert fit(scan, PAPER) == Fit(text=False, pages=pages, extent=(2, 4))


@pytest.mark.parametrize(
    ("pages", "misfit"),
    [
        (["."], Misfit.PAGES),
        (["."] * 5, Misfit.PAGES),
        ([DECREE[0].replace("NOMOR 10", "NOMOR 100"), "Lampiran"], Misfit.NUMBER),
        ([DECREE[0].replace(TITLE.upper(), "TIM KERJA"), "Lampiran"], Misfit.TITLE),
        ([DECREE[0].replace(WORDS, OTHER), "Lampiran"], Misfit.WORDS),
    ],
)
def test_another_file(pages: list[str], misfit: Misfit) -> None:
    assert misfit in fit(text_pdf(*pages), PAPER).misfits


def test_blank_pages() -> None:
    with pikepdf.new() as blank:
        blank.add_blank_page()
        blank.add_blank_page()
        content = BytesIO()
        blank.save(content)
    assert judged(content.getvalue()) == ((Misfit.BLANK,), False)


def test_a_number_written_by_hand_is_not_looked_for() -> None:
    blank = MadePaper((titled(DECREE[0].replace("NOMOR 10", "NOMOR"), DECREE[1]),), (), "10")
    scan = text_pdf(DECREE[0].replace("NOMOR 10", "NOMOR lo"), "Lampiran")
    assert judged(scan, blank) == ((), True)


@pytest.mark.parametrize("broken", [b"", b"%PDF-1.7 dipotong"])
def test_a_made_pdf_that_is_broken_by_now_is_compared_with_nothing(broken: bytes) -> None:
    assert fit(text_pdf("Surat lain"), MadePaper((broken,))) == Fit()
    assert fit(text_pdf("."), MadePaper((broken, *PAPER.pdfs))).misfits == (Misfit.PAGES,)


def test_a_line_of_the_scanner_is_no_text_of_the_paper() -> None:
    assert judged(text_pdf("Dipindai dengan CamScanner", "Dipindai")) == ((), False)
