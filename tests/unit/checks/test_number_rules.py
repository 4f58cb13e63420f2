"""Checks of numbers: a slip in, a finding with its cell out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.cases.plans import decree, office, plan
from zi_docs.checks.number_rules import CHECKS
from zi_docs.findings import Finding, Severity
from zi_docs.model import Decree, GivenNumber, Meeting, NumberPattern, Origin, Plan, Revision

LETTER = "{no}/{klasifikasi}-{jenis}/{satker}/{tahun}"
PATTERN_CELLS = {"pola": "C5"}


def check_numbers(plan: Plan) -> list[Finding]:
    return [finding for check in CHECKS for finding in check(plan)]


def given(row: int, number: int, day: int | None, document: str, full: str = "") -> GivenNumber:
    cells = {"nomor": f"B{row}", "lengkap": f"D{row}"}
    return GivenNumber(
        "Undangan",
        number,
        date(2026, 2, day) if day else None,
        full,
        document,
        origin=Origin("zi.xlsx", "Nomor", row, cells),
    )


def letter(row: int, key: str, number: str) -> Meeting:
    origin = Origin("zi.xlsx", "Rapat", row, {"nomor": f"K{row}"})
    return Meeting(
        key, "Evaluasi", date(2026, 2, 9), nomor=number, klasifikasi="PW.02", origin=origin
    )


def year(*register: GivenNumber, meetings: tuple[Meeting, ...] = (), pola: str = LETTER) -> Plan:
    pattern = NumberPattern(
        "Undangan", pola, "Und", origin=Origin("zi.xlsx", "Pola Nomor", 5, PATTERN_CELLS)
    )
    return replace(
        plan(),
        office=replace(office(), kode_satker="1504"),
        decrees=(),
        number_patterns=(pattern,),
        numbers=register,
        meetings=meetings,
    )


def told(whole: Plan) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.place.cell) for finding in check_numbers(whole)]


def test_a_register_in_order_has_no_findings() -> None:
    one = letter(4, "R-01", "1/PW.02-Und/1504/2026")
    register = (given(4, 1, 3, "R-01", "1/PW.02-Und/1504/2026"), given(5, 2, 3, ""))
    assert told(year(*register, meetings=(one,))) == []


def test_a_number_given_twice_names_the_other_cell() -> None:
    (finding,) = check_numbers(year(given(4, 7, 3, "R-01"), given(5, 7, 4, "R-02")))
    assert str(finding) == (
        "zi.xlsx › Nomor!B5: kesalahan: Nomor 7 Undangan tahun 2026 sudah dipakai di Nomor!B4 "
        "(R-01); setiap naskah memerlukan nomor sendiri. Gantilah salah satunya. [NO-GANDA]"
    )


def test_two_papers_with_one_number_and_a_paper_with_anothers() -> None:
    both = (letter(4, "R-01", "7/PW.02-Und/1504/2026"), letter(5, "R-02", "7/PW.02-Und/1504/2026"))
    assert ("NO-GANDA", "K5") in told(year(meetings=both))
    assert told(year(given(4, 7, 3, "R-02"), meetings=both[:1])) == [
        ("NO-GANDA", "K4"),
        ("NO-REGISTER", "K4"),
    ]


def test_a_gap_is_a_note_at_the_number_after_it() -> None:
    (finding,) = check_numbers(year(given(4, 7, 3, ""), given(5, 10, 4, "")))
    assert (finding.code, finding.severity, finding.place.cell) == (
        "NO-LOMPAT",
        Severity.NOTE,
        "B5",
    )
    assert finding.message.startswith("Nomor 8 sampai dengan 9 Undangan tahun 2026 belum dicatat")


def test_a_number_that_the_register_lacks() -> None:
    lacking = letter(4, "R-01", "2/PW.02-Und/1504/2026")
    assert told(year(given(4, 1, 3, ""), meetings=(lacking,))) == [("NO-REGISTER", "K4")]


def test_an_empty_register_is_one_note_only() -> None:
    real = replace(plan(), numbers=(), number_patterns=(NumberPattern("Keputusan", "{no}"),))
    (finding,) = check_numbers(real)
    assert (finding.code, finding.severity) == ("NO-REGISTER-KOSONG", Severity.NOTE)
    assert "Keputusan 10 belum dicatat" in finding.message


def test_a_date_that_goes_backwards() -> None:
    register = (given(4, 1, 9, ""), given(5, 2, None, ""), given(6, 3, 4, ""))
    (finding,) = check_numbers(year(*register))
    assert (finding.code, finding.place.cell) == ("NO-MUNDUR", "B6")
    assert "4 Februari 2026, lebih awal daripada nomor 1 (9 Februari 2026) di sel B4" in (
        finding.message
    )


def test_full_numbers_that_do_not_fit() -> None:
    register = (
        given(4, 1, 3, "", "1/PW.02-Und/1504/2026"),
        given(5, 2, 3, "", "3/PW.02-Und/1504/2026"),
        given(6, 3, 3, "", "3/PW.02-SD/1504/2026"),
    )
    assert told(year(*register)) == [("NO-POLA", "D5"), ("NO-POLA", "D6")]


def test_patterns_that_cannot_be_used() -> None:
    assert told(year(pola="{no}/{klas}/{tahun}")) == [("NO-POLA-ISIAN", "C5")]
    assert told(year(pola="{jenis}/{tahun}")) == [("NO-POLA-URUT", "C5")]
    assert told(year(pola="{no}/{no}")) == [("NO-POLA-URUT", "C5")]


def decreed(number: str, day: int, key: str, row: int) -> Decree:
    origin = Origin("zi.xlsx", "Keputusan", row, {"nomor": f"C{row}"})
    return replace(decree(), id=key, nomor=number, tanggal=date(2026, 1, day), origin=origin)


def test_papers_that_the_register_lacks_are_in_order_too() -> None:
    """Number 11 dated before number 10, and an amendment before either of them."""
    register = (replace(plan().numbers[0], nomor=1, dokumen="", tanggal=date(2026, 1, 2)),)
    pair = (decreed("10", 22, "renaksi", 4), decreed("11", 15, "sk-tim", 5))
    whole = replace(plan(), decrees=pair, numbers=register)
    assert [f for f in told(whole) if f[0] == "NO-MUNDUR"] == [("NO-MUNDUR", "C5")]
    ordered = (decreed("10", 12, "renaksi", 4), pair[1])
    assert "NO-MUNDUR" not in dict(told(replace(whole, decrees=ordered)))
    amended = Revision("renaksi-p1", "renaksi", "12", date(2026, 1, 14), origin=Origin(
        "zi.xlsx", "Revisi", 4, {"nomor": "C4"}))  # fmt: skip
    (finding,) = [
        finding
        for finding in check_numbers(replace(whole, decrees=ordered, revisions=(amended,)))
        if finding.code == "NO-MUNDUR"
    ]
    assert str(finding).startswith(
        "zi.xlsx › Revisi!C4: peringatan: Nomor 12 Keputusan bertanggal 14 Januari 2026, lebih "
        "awal daripada nomor 11 (15 Januari 2026) di sel Keputusan!C5."
    )


def test_a_paper_dated_otherwise_than_the_register_says() -> None:
    sent = replace(letter(4, "R-01", "1/PW.02-Und/1504/2026"), tanggal_surat=date(2026, 2, 4))
    entry = given(4, 1, 3, "R-01", "1/PW.02-Und/1504/2026")
    (finding,) = check_numbers(year(entry, meetings=(sent,)))
    assert finding.code == "NO-TANGGAL"
    assert "dicatat bertanggal 3 Februari 2026, padahal R-01 bertanggal 4 Februari" in (
        finding.message
    )


def test_one_number_for_two_berita_acara() -> None:
    both = tuple(replace(letter(n, f"R-0{n}", ""), nomor_ba="5/BA/2026") for n in (1, 2))
    assert told(year(meetings=both)) == [("NO-BA-GANDA", "A2")]
