"""Tokens in cell text."""

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from workbook_bench import Bench

from zi_docs.findings import Severity


def test_tokens_are_filled_in_texts_and_in_spans(bench: Bench) -> None:
    bench.set(
        "Rencana Aksi",
        "D4",
        CellRichText(["{INSTANSI} ", TextBlock(InlineFont(i=True), "{wilayah} {tahun-lalu}")]),
    )
    bench.set("Keputusan", "F4", "{instansi-singkat}, {nama-wilayah}, {lembaga}, {tahun-depan}")
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    head, tail = plan.activities[0].indikator.spans
    assert head.text == "KOMISI PEMILIHAN UMUM KABUPATEN BATANG HARI "
    assert (tail.text, tail.italic) == ("Kabupaten Batang Hari 2025", True)
    assert plan.decrees[0].judul == (
        "KPU Kabupaten Batang Hari, Batang Hari, Komisi Pemilihan Umum, 2027"
    )


def test_a_later_token_is_left_alone(bench: Bench) -> None:
    bench.set("Konsiderans", "C4", "sebagaimana dimaksud dalam {huruf-sebelumnya}")
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    assert "{huruf-sebelumnya}" in plan.decrees[0].considerations[0].isi.plain


def test_an_unknown_token_stays_with_a_warning(bench: Bench) -> None:
    bench.set("Rencana Aksi", "D4", "{instnsi}")
    plan, (finding,) = bench.read()
    assert plan is not None
    assert plan.activities[0].indikator.plain == "{instnsi}"
    assert (finding.code, finding.severity) == ("WB-PENANDA", Severity.WARNING)
    assert "“instansi”" in finding.message
    assert finding.place.cell == "D4"


def test_a_token_that_emphasis_parts_is_an_error(bench: Bench) -> None:
    parted = CellRichText(["{inst", TextBlock(InlineFont(b=True), "ansi}")])
    bench.set("Rencana Aksi", "D4", parted)
    (finding,) = bench.findings()
    assert finding.code == "WB-PENANDA-TERBAGI"


def test_a_token_without_a_value_is_an_error(bench: Bench) -> None:
    row = next(c.row for c in bench.book["Instansi"]["A"] if c.value == "Predikat sasaran")
    bench.set("Instansi", f"B{row}", None)
    bench.set("Rencana Aksi", "D4", "menuju {predikat}")
    (finding,) = bench.findings()
    assert finding.code == "WB-PENANDA-KOSONG"


def test_other_braces_are_only_text(bench: Bench) -> None:
    bench.set("Rencana Aksi", "D4", "{{ 7 * 7 }} {% x %} {}")
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    assert plan.activities[0].indikator.plain == "{{ 7 * 7 }} {% x %} {}"


def decreed_by(bench: Bench, signer: str) -> str:
    """What Menimbang of the decree says of who decrees it when this official signs."""
    head = {c.value: c.column_letter for c in bench.book["Keputusan"][3]}
    bench.set("Keputusan", f"{head['Penanda tangan']}4", signer)
    bench.set("Konsiderans", "C4", "menetapkan Keputusan {penetap} tentang {PENETAP}")
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    return plan.decrees[0].considerations[0].isi.plain


def test_who_decrees_follows_the_signer(bench: Bench) -> None:
    office = "Komisi Pemilihan Umum Kabupaten Batang Hari"
    assert decreed_by(bench, "KETUA") == (f"menetapkan Keputusan {office} tentang {office.upper()}")
    assert decreed_by(bench, "SEKRETARIS") == (
        f"menetapkan Keputusan Sekretaris {office} tentang SEKRETARIS {office.upper()}"
    )


def test_nobody_decrees_in_a_row_without_a_decree(bench: Bench) -> None:
    bench.set("Rencana Aksi", "D4", "menurut Keputusan {penetap}")
    (finding,) = bench.findings()
    assert finding.code == "WB-PENANDA-KOSONG"
    assert "baris yang menyebut keputusan" in finding.message
