"""How people are named in references: by ID, however it was typed; by name; as guests in words."""

import pytest
from workbook_bench import RawBench

from zi_docs.findings import Severity
from zi_docs.papers.undangan import addressees, invitees

INVITED = "I4"


@pytest.mark.parametrize(
    "typed",
    [
        "\u200eKETUA",
        "\u2066KETUA\u2069",
        "ketua\u200b",
        "ＫＥＴＵＡ",  # full width
        "KETUА",  # the last letter is Cyrillic
        "Ahmad Halim",
        "ahmad  halim",
    ],
)
def test_a_reference_is_read_however_the_id_was_typed(raw_bench: RawBench, typed: str) -> None:
    raw_bench.set("Keputusan", "G4", typed)
    plan, findings = raw_bench.read()
    assert findings == []
    assert plan.decrees[0].penanda_tangan == "KETUA"


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011", "\u2013", "\u2212"])
def test_every_hyphen_of_an_id_is_one_hyphen(raw_bench: RawBench, hyphen: str) -> None:
    raw_bench.set("Rapat", INVITED, f"P{hyphen}01")
    raw_bench.set("Nomor", "E4", f"R{hyphen}01")
    plan, findings = raw_bench.read()
    assert findings == []
    assert plan.meetings[0].undangan == ("P-01",)
    assert plan.numbers[0].dokumen == "R-01"


def test_ids_that_differ_in_their_hyphen_only_are_the_same_id(raw_bench: RawBench) -> None:
    raw_bench.set("Rencana Aksi", "A5", "RA–001")
    (finding,) = raw_bench.findings()
    assert (finding.code, finding.place.cell) == ("WB-ID-GANDA", "A5")


@pytest.mark.parametrize(
    "typed", ["KETUA dan SEKRETARIS", "KETUA/SEKRETARIS", "ketua & sekretaris"]
)
def test_several_people_may_be_joined(raw_bench: RawBench, typed: str) -> None:
    raw_bench.set("Rapat", INVITED, typed)
    plan, findings = raw_bench.read()
    assert findings == []
    assert plan.meetings[0].undangan == ("KETUA", "SEKRETARIS")


def test_a_guest_is_named_in_words(raw_bench: RawBench) -> None:
    """He is printed as given, and a note says so."""
    raw_bench.set("Rapat", INVITED, "KETUA; Bapak Wali Kota; Dr. Siti Aminah, S.H., M.H.; Bupati")
    plan, findings = raw_bench.read()
    assert [(f.code, f.severity, f.place.cell) for f in findings] == [
        ("WB-TAMU", Severity.NOTE, INVITED)
    ] * 3
    guests = invitees(plan, plan.meetings[0])
    assert addressees(plan.office, guests) == [
        "Ketua KPU Kabupaten Batang Hari",
        "Bapak Wali Kota",
        "Dr. Siti Aminah, S.H., M.H.",
        "Bupati",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("KETUWA", " Mungkin yang dimaksud “KETUA”."),
        ("Komisoner", " Mungkin yang dimaksud “Komisioner”."),
        ("P-02", " Mungkin yang dimaksud “P-01”."),
        ("KASUBAG", ""),
        ("KETUA dan KASUBAG", ""),
    ],
)
def test_a_mistyped_id_is_no_guest(raw_bench: RawBench, typed: str, meant: str) -> None:
    raw_bench.set("Rapat", INVITED, f"SEKRETARIS; {typed}")
    (finding,) = raw_bench.findings()
    assert (finding.code, finding.place.cell) == ("WB-ACUAN", INVITED)
    assert finding.message.startswith(
        f"“{typed}” tidak ada di lembar Pejabat atau lembar Peserta atau daftar Kelompok.{meant}"
    )


def test_nobody_else_may_lead_or_sign_in_words(raw_bench: RawBench) -> None:
    raw_bench.set("Rapat", "G4", "Bapak Wali Kota")
    assert [f.code for f in raw_bench.findings()] == ["WB-ACUAN"]
