"""Years written out in a workbook's text, with their cells."""

from __future__ import annotations

import pytest

from zi_docs.model import Origin
from zi_docs.next_year.literal_years import literal_years
from zi_docs.text import RichText
from zi_docs.workbook.reading.parse import Tables, TypedRow


def row(**values: object) -> TypedRow:
    cells = {key: f"{key}4" for key in values}
    return TypedRow(values, Origin("zi.xlsx", "Lembar", 4, cells))  # type: ignore[arg-type]


def tables(**sheets: TypedRow) -> Tables:
    office = row(tingkat="Kabupaten", wilayah="Contoh", tahun=2027)
    return Tables({"instansi": [office]} | {key: [one] for key, one in sheets.items()})


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Rencana Aksi Tahun 2026", ["{tahun}"]),
        ("LKjIP 2025 dan PK 2027", ["{tahun-lalu}", "{tahun-depan}"]),
        ("Rencana Aksi Tahun {tahun}", []),
        ("Pemilu 2024 dan nomor 120261", []),
        ("Peraturan Menteri Nomor 3 Tahun 2026 tentang Apa Saja", []),
        ("Peta jalan menurut Grand Design 2010-2025", []),
        ("Keputusan KPU Kabupaten Contoh Nomor 5 Tahun 2026", ["{tahun}"]),
        ("Keputusan {instansi} Nomor 5 Tahun 2026", ["{tahun}"]),
        ("Berita Acara Nomor 3/BA/2026 tanggal 20 Januari 2026", ["{tahun}"]),
    ],
)
def test_text_with_the_old_year(text: str, tokens: list[str]) -> None:
    """Citations of regulations are left out, those of the office's own decrees are not."""
    book = tables(
        peraturan=row(tentang="Grand Design 2010-2025", tahun=2025),
        narasi=row(isi=RichText.of(text)),
    )
    findings = list(literal_years(book, 2026))
    assert [finding.message.split("penanda ")[1].split()[0] for finding in findings] == tokens
    assert {finding.place.cell for finding in findings} <= {"isi4"}


def test_notes_and_ids_are_not_looked_at() -> None:
    book = tables(rencana_aksi=row(id="RA-2026", catatan="Capaian 2026: 40%", target="100% 2026"))
    assert [finding.place.cell for finding in literal_years(book, 2026)] == ["target4"]


def test_what_is_carried_tells_of_its_own_year() -> None:
    """A complaint of the old year keeps its number."""
    book = tables(tindak_lanjut=row(acuan="12/2026"), realisasi=row(rekomendasi="SKM 2026"))
    assert list(literal_years(book, 2026)) == []
