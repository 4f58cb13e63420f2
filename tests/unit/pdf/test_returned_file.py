"""A PDF that came back is looked at apart: what it does there ends there."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from tests.cases.signing import heavy_pdf, signed, text_pdf, throw_away_signer
from zi_docs.confined import Ending, Limits
from zi_docs.confined_calls import CallEndedError
from zi_docs.pdf import returned_file
from zi_docs.pdf.returned_file import ReturnedFile, compare_returned, read_returned
from zi_docs.pdf.returned_fit import Fit, MadePaper, Misfit
from zi_docs.pdf.signature_check import read_signatures

MIB = 1024 * 1024
SCAN = text_pdf("hasil pindai")


def test_a_scan_and_a_signed_file_are_seen_as_they_are_here() -> None:
    paper = signed(SCAN, "Ketua", throw_away_signer())
    assert read_returned(SCAN) == ReturnedFile((), readable=True)
    assert read_returned(paper) == ReturnedFile(tuple(read_signatures(paper)), readable=True)
    assert read_returned(paper).sound
    assert not read_returned(b"%PDF-1.7 dipotong").sound


def test_a_closed_file_is_told_as_one() -> None:
    saved = BytesIO()
    with pikepdf.open(BytesIO(SCAN)) as document:
        document.save(saved, encryption=pikepdf.Encryption(user="rahasia", owner="rahasia"))
    with pytest.raises(pikepdf.PasswordError):
        read_returned(saved.getvalue())


def test_a_bomb_fills_only_the_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(returned_file, "LIMITS", Limits(seconds=60.0, memory_bytes=200 * MIB))
    big = heavy_pdf(300)
    assert len(big) < MIB
    for look in (read_returned, lambda pdf: compare_returned(pdf, MadePaper((SCAN,)))):
        with pytest.raises(CallEndedError) as ended:
            look(big)
        assert ended.value.ending is Ending.MEMORY
    other = compare_returned(text_pdf("a", "b"), MadePaper((SCAN,)))
    assert other == Fit((Misfit.PAGES,), text=False, pages=2, extent=(1, 1))
