"""What the texts of a decree call it, and where it is decreed, beside its signer and its office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cases.plans import decree, plan, rich, with_decree
from zi_docs.checks.signer_rules import check_decree_authors, check_decree_places
from zi_docs.model import Consideration, Origin, Part, Plan

OFFICE = "Komisi Pemilihan Umum Kabupaten Contoh"


def saying(text: str, signer: str) -> Plan:
    """The small plan, its closing Menimbang saying `text`, signed by somebody."""
    cells = Origin("zi.xlsx", "Konsiderans", 6, {"isi": "C6"})
    first, second, _, *others = decree().considerations
    item = Consideration(Part.CONSIDERING, rich(text), origin=cells)
    return with_decree(plan(), considerations=(first, second, item, *others), penanda_tangan=signer)


@pytest.mark.parametrize(
    ("signer", "text", "said"),
    [
        # A post decrees, and the text still speaks of the office; and the other way round.
        ("SEK", f"bahwa perlu menetapkan Keputusan {OFFICE} tentang Tim", f"Keputusan {OFFICE}"),
        (
            "SEK",
            "bahwa perlu menetapkan Keputusan KPU Kabupaten Contoh tentang Tim",
            "Keputusan KPU",
        ),
        (
            "KETUA",
            f"bahwa perlu menetapkan Keputusan Sekretaris {OFFICE} tentang Tim",
            "Sekretaris",
        ),
        # An office that copied another's workbook.
        ("KETUA", "menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Lain tentang Tim", "Lain"),
        ("SEK", "Keputusan Ketua Komisi Pemilihan Umum ini mulai berlaku hari ini.", "Ketua"),
    ],
)
def test_a_text_that_names_another_signers_decree(signer: str, text: str, said: str) -> None:
    (finding,) = check_decree_authors(saying(text, signer))
    assert (finding.code, str(finding.place)) == ("KEP-PENETAP", "zi.xlsx › Konsiderans!C6")
    assert "Teks ini menyebut Keputusan" in finding.message
    assert said in finding.message
    assert "Tuliskan Keputusan {penetap}" in finding.message


@pytest.mark.parametrize(
    ("signer", "text"),
    [
        ("KETUA", f"bahwa perlu menetapkan Keputusan {OFFICE} tentang Tim"),
        ("KETUA", "bahwa perlu menetapkan Keputusan KPU Kabupaten Contoh tentang Tim"),
        ("SEK", f"bahwa perlu menetapkan Keputusan Sekretaris {OFFICE} tentang Tim"),
        ("SEK", "Keputusan Sekretaris ini mulai berlaku pada tanggal ditetapkan."),
        ("SEK", "bahwa perlu menetapkan Keputusan tentang Tim"),
        ("SEK", "bahwa perlu menetapkan Keputusan Sekretaris KPU Kab. Contoh tentang Tim"),
        # Another decree, cited by its number, is another's by right.
        ("SEK", f"bahwa dengan Keputusan {OFFICE} Nomor 5 Tahun 2026 tentang Renja ditetapkan Tim"),
        ("SEK", "sebagaimana tercantum dalam Lampiran Keputusan yang merupakan bagian tidak "
                "terpisahkan dari Keputusan ini"),
    ],
)  # fmt: skip
def test_a_text_that_names_the_decree_as_its_signers(signer: str, text: str) -> None:
    assert not list(check_decree_authors(saying(text, signer)))


def test_a_place_that_is_not_the_offices() -> None:
    """Of a workbook taken over from another office; the office's own place needs no finding."""
    cells = Origin("zi.xlsx", "Keputusan", 4, {"tempat": "E4"})
    placed = replace(with_decree(plan(), tempat="Muara Bulian", origin=cells))
    (finding,) = check_decree_places(placed)
    assert (finding.code, finding.place.cell) == ("KEP-TEMPAT", "E4")
    assert "ditetapkan di Muara Bulian" in finding.message
    assert "lembar Instansi adalah Kota Contoh" in finding.message
    assert not list(check_decree_places(with_decree(plan(), tempat="Kota Contoh")))
