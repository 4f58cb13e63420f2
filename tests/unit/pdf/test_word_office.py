"""PDF through Word where only Word is: judged by a docx2pdf that hangs and lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.pdf.offices import jobs
from zi_docs.errors import ConversionError
from zi_docs.pdf.jobs import Job
from zi_docs.pdf.word_office import WordConverter, word_at_hand

WORD = Path(__file__).parents[2] / "fakes" / "word"
Docx = Callable[[str], bytes]


@pytest.fixture
def with_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which docx2pdf is installed, also for the Python that calls it."""
    monkeypatch.syspath_prepend(str(WORD))
    monkeypatch.setenv("PYTHONPATH", str(WORD))
    for setting in ("ZI_LIBREOFFICE", "ZI_SOFFICE"):
        monkeypatch.delenv(setting, raising=False)


def test_without_docx2pdf_there_is_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZI_SOFFICE", raising=False)
    assert word_at_hand() is None


def test_a_setting_for_libreoffice_is_not_passed_over(
    with_word: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert word_at_hand() is not None
    monkeypatch.setenv("ZI_LIBREOFFICE", "/tidak/ada")
    assert word_at_hand() is None


@pytest.mark.parametrize(
    ("mood", "reason"),
    [
        ("hangs", "batas waktu terlampaui"),
        ("silent", "PDF tidak dihasilkan"),
        ("garbage", "yang dihasilkan bukan PDF yang utuh"),
    ],
)
def test_what_word_does_not_make_is_told(
    mood: str, reason: str, with_word: None, make_docx: Docx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZI_UJI_WORD", mood)
    word = WordConverter(timeout_seconds=0.5 if mood == "hangs" else 20)
    problem = word.submit(jobs(make_docx, 1)[0]).exception()
    word.close()
    assert isinstance(problem, ConversionError)
    assert f"naskah-0.docx tidak dapat diubah menjadi PDF oleh Word: {reason}" in str(problem)
    assert "dengan Word" in problem.remedy


@pytest.mark.libreoffice
def test_word_makes_one_document_after_another(
    with_word: None, make_docx: Docx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZI_UJI_KANTOR", "soffice")
    word = WordConverter()
    word.warm()
    pdfs = [future.result() for future in [word.submit(job) for job in jobs(make_docx, 2)]]
    word.close()
    assert all(pdf.startswith(b"%PDF") for pdf in pdfs)


def test_what_is_no_docx_is_not_given_to_word(with_word: None) -> None:
    word = WordConverter()
    problem = word.submit(Job("naskah-1", b"bukan DOCX")).exception()
    word.close()
    assert "naskah-1.docx tidak ada atau bukan berkas DOCX" in str(problem)


def test_it_says_what_it_is(with_word: None) -> None:
    word = WordConverter()
    assert word.version().startswith("Microsoft Word, docx2pdf")
    assert word.identity() == WordConverter().identity()
    word.close()
