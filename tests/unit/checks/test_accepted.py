"""The sheet Diterima silences a finding for good, with a reason, wherever its row moves."""

from __future__ import annotations

from dataclasses import replace

from tests.cases.plans import activity, plan
from zi_docs.checks.accepted import Acceptances, entry_findings
from zi_docs.findings import Finding, Place, error, note, warning
from zi_docs.model import Acceptance, Origin, Plan

AT = Origin("zi.xlsx", "Diterima", 4, {"kode": "A4", "untuk": "B4"})


def entry(kode: str, untuk: str) -> Acceptance:
    return Acceptance(kode, untuk, "Langkah ini menunggu anggaran.", origin=AT)


def accepting(*entries: Acceptance, row: int = 7) -> Plan:
    """A plan with RA-060 in a row of Rencana Aksi."""
    step = replace(
        activity("RA-060", "I MANAJEMEN PERUBAHAN", "Tim Kerja"),
        origin=Origin("zi.xlsx", "Rencana Aksi", row),
    )
    return replace(plan(), activities=(step,), acceptances=entries)


def without_month(row: int = 7) -> Finding:
    place = Place("zi.xlsx", "Rencana Aksi", f"G{row}")
    return warning("RA-BULAN", "Tidak ada tanda bulan pelaksanaan.", place)


def test_a_row_is_known_by_its_id_wherever_it_stands() -> None:
    by_id = entry("ra-bulan", "RA-060")
    for row in (7, 12):
        assert Acceptances(accepting(by_id, row=row)).entry_for(without_month(row)) == by_id
    # The row that now stands where it stood is another one.
    assert Acceptances(accepting(by_id, row=8)).entry_for(without_month(7)) is None


def test_words_of_the_message_are_whole_words() -> None:
    rows = [
        note("NO-CELAH", f"Nomor {n} Undangan dilewati.", Place("zi.xlsx", "Nomor"))
        for n in (6, 60)
    ]
    acceptances = Acceptances(accepting(entry("NO-CELAH", "nomor 6")))
    assert [acceptances.entry_for(finding) is not None for finding in rows] == [True, False]


def test_another_code_is_another_finding() -> None:
    assert Acceptances(accepting(entry("RA-TARGET", "RA-060"))).entry_for(without_month()) is None


def test_an_error_cannot_be_accepted() -> None:
    wrong = error("WB-TANGGAL", "Bukan tanggal.", Place("zi.xlsx", "Rencana Aksi", "G7"))
    accepted = accepting(entry("WB-TANGGAL", "RA-060"))
    assert Acceptances(accepted).entry_for(wrong) is None
    (told,) = entry_findings(accepted, [wrong], ())
    assert str(told) == (
        "zi.xlsx › Diterima!A4: peringatan: Kesalahan WB-TANGGAL tidak dapat diterima; perbaiki "
        "selnya, lalu hapus baris ini. [TERIMA-KESALAHAN]"
    )


def test_an_entry_that_accepts_nothing_is_noted_and_a_used_one_is_not() -> None:
    used, idle = entry("RA-BULAN", "RA-060"), entry("RA-BULAN", "G63")
    (told,) = entry_findings(accepting(used, idle), [], [used])
    assert str(told) == (
        "zi.xlsx › Diterima!B4: keterangan: Tidak ada temuan RA-BULAN untuk “G63”; hapuslah baris "
        "ini, atau tuliskan ID barisnya atau kata-kata temuannya. [TERIMA-TIADA]"
    )


BESIDE = Origin("zi.diterima.json", row=2)


def pointed_at(finding: Finding, untuk: str = "RA-060") -> Acceptance:
    """An entry of the file beside the workbook, which holds the finding's own words."""
    return Acceptance(finding.code, untuk, "Disengaja.", temuan=finding.message, origin=BESIDE)


def misspelt(word: str, cell: str = "E7") -> Finding:
    place = Place("zi.xlsx", "Rencana Aksi", cell)
    return note("BHS-EJAAN", f"“{word}” tidak baku; lihat juga F12.", place)


def test_what_was_pointed_at_follows_its_row_and_its_words() -> None:
    entry = pointed_at(misspelt("apotik"))
    for row in (7, 12):
        acceptances = Acceptances(accepting(entry, row=row))
        assert acceptances.entry_for(misspelt("apotik", f"E{row}")) == entry
        assert acceptances.entry_for(misspelt("apotik", "E8")) is None
        assert acceptances.entry_for(misspelt("ijin", f"E{row}")) is None


def test_cells_that_a_message_names_may_move() -> None:
    finding = misspelt("apotik")
    moved = replace(finding, message=finding.message.replace("F12", "F13"))
    assert Acceptances(accepting(pointed_at(finding))).entry_for(moved) is not None


def test_where_a_row_has_no_id_the_sheet_and_the_words_count() -> None:
    entry = pointed_at(misspelt("apotik"), "Rencana Aksi")
    acceptances = Acceptances(accepting(entry, row=99))
    assert acceptances.entry_for(misspelt("apotik")) == entry
    elsewhere = replace(misspelt("apotik"), place=Place("zi.xlsx", "Narasi", "B3"))
    assert acceptances.entry_for(elsewhere) is None


def test_one_whose_words_changed_is_noted_with_its_place_in_the_file() -> None:
    accepted = accepting(pointed_at(misspelt("apotik")))
    (told,) = entry_findings(accepted, [misspelt("ijin")], ())
    assert str(told) == (
        "zi.diterima.json › entri 2: keterangan: Temuan BHS-EJAAN tentang “RA-060” tidak ada lagi "
        "atau sudah lain bunyinya, sehingga penerimaannya tidak berlaku. Batalkan dengan `python "
        'generate.py periksa --batalkan BHS-EJAAN --sel "entri 2"`, lalu terima kembali temuannya '
        "bila masih perlu. [TERIMA-TIADA]"
    )
