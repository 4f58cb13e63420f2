"""Citations of regulations read out of running text; what their dates change in writing them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cases.plans import office
from zi_docs.data.known_regulations import known_regulation
from zi_docs.model import Plan, Regulation
from zi_docs.wording.citation_reader import CitedRegulation, citations_in, own_citations
from zi_docs.wording.citations import cite_regulation

MINISTRY = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"


def read(text: str) -> list[str]:
    return [f"{cited.name}: {cited.tentang}" for cited in own_citations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "berdasarkan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran "
            "Negara Republik Indonesia Tahun 2009 Nomor 112), perlu",
            ["Undang-Undang Nomor 25 Tahun 2009: Pelayanan Publik"],
        ),
        (
            "Berdasarkan Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design Reformasi "
            "Birokrasi 2010-2025, saat ini pelaksanaannya",
            [
                "Peraturan Presiden Nomor 81 Tahun 2010: "
                "Grand Design Reformasi Birokrasi 2010-2025"
            ],
        ),
        (
            f"dengan mengacu pada {MINISTRY} Nomor 52 Tahun 2014 tentang Pedoman Pembangunan "
            "Zona Integritas. Untuk itu",
            [f"{MINISTRY} Nomor 52 Tahun 2014: Pedoman Pembangunan Zona Integritas"],
        ),
        (
            "menurut Undang-Undang Nomor 1 Tahun 2001 tentang Satu dan Tiga dan Undang-Undang "
            "Nomor 2 Tahun 2002 tentang Dua",
            [
                "Undang-Undang Nomor 1 Tahun 2001: Satu dan Tiga",
                "Undang-Undang Nomor 2 Tahun 2002: Dua",
            ],
        ),
        (
            "bahwa Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik "
            "mengamanatkan setiap badan publik untuk membuka akses",
            ["Undang-Undang Nomor 14 Tahun 2008: Keterbukaan Informasi Publik"],
        ),
        ("menurut PermenPANRB 52/2014", ["PermenPANRB Nomor 52 Tahun 2014: "]),
        ("menurut Permen PAN-RB 52/2014", ["Permen PAN-RB Nomor 52 Tahun 2014: "]),
        ("menurut UU 25/2009 dan PP 60/2008",
         ["UU Nomor 25 Tahun 2009: ", "PP Nomor 60 Tahun 2008: "]),
        ("Keputusan ini berlaku pada Tahun 2026", []),
        ("surat Nomor 2410 Tahun 2025", []),
    ],
)  # fmt: skip
def test_what_a_text_cites(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_an_amendment_and_what_stands_in_its_title() -> None:
    text = (
        "Undang-Undang Nomor 28 Tahun 1999 tentang Negara yang bersih dari korupsi, kolusi, "
        "nepotisme (Lembaran Negara Republik Indonesia Tahun 1999 Nomor 75); sebagaimana telah "
        "diubah dengan Undang-Undang Nomor 5 Tahun 2001 tentang Perubahan atas Undang-Undang "
        "Nomor 28 Tahun 1999 tentang Negara yang Bersih"
    )
    first, amending, inner = citations_in(text)
    assert first.tentang == "Negara yang bersih dari korupsi, kolusi, nepotisme"
    assert (amending.nomor, amending.amends, amending.changes_another) == ("5", True, True)
    assert (inner.nomor, inner.within, inner.amends) == ("28", True, False)


def test_the_program_finds_a_cited_regulation_again() -> None:
    for text in (
        f"{MINISTRY} Republik Indonesia Nomor 52 Tahun 2014",
        "PermenPANRB 52/2014",
        "Peraturan Menteri PANRB Nomor 52 Tahun 2014",
    ):
        (cited,) = own_citations(text)
        known = known_regulation(cited.jenis, cited.nomor, cited.tahun)
        assert known is not None and known.replaced_by == "PERMENPANRB-90-2021"
    assert known_regulation("Undang-Undang", "999", 2009) is None


def test_citations_are_values() -> None:
    assert own_citations("UU 25/2009")[0] == CitedRegulation("UU", "25", 2009, "", 0, 10)


def test_papers_around_an_amendment_cite_differently() -> None:
    """Regulation 1 of 2026 is in force from 20 January; the decree of the week before is right."""
    kind = "Peraturan Komisi Pemberantasan Korupsi"
    base = Regulation("LAMA", kind, "2", 2019, "Pelaporan Gratifikasi", diubah="BARU")
    title = f"Perubahan atas {kind} Nomor 2 Tahun 2019 tentang Pelaporan Gratifikasi"
    plan = Plan(office(), regulations=(base, Regulation("BARU", kind, "1", 2026, title)))
    before, after = (cite_regulation(base, plan, date(2026, 1, day)) for day in (13, 22))
    assert before == f"{kind} Nomor 2 Tahun 2019 tentang Pelaporan Gratifikasi"
    assert after == (
        f"{before} sebagaimana telah diubah dengan {kind} Nomor 1 Tahun 2026 tentang {title}"
    )
