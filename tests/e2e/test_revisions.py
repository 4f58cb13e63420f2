"""Three successive revisions of the real plan: matrices, ordinals, the plan at each date."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.cases.bare_books import brief
from tests.cases.golden import same_picture
from tests.cases.pdf import letters, page_size, page_texts
from tests.cases.pdf_facts import inspect
from tests.cases.revisions import NEW_ROW, changed, revised_year
from tests.e2e.conftest import SOURCE
from tests.e2e.conftest import generate_here as generate
from zi_docs.build.manifest import Record
from zi_docs.build.signed_papers import Entry, Register, as_bytes
from zi_docs.cli import cli
from zi_docs.errors import ExitCode, OutputError
from zi_docs.model import Plan
from zi_docs.papers.keputusan_perubahan import title
from zi_docs.revision.compare import compare_plans
from zi_docs.revision.report import change_lines
from zi_docs.revision.states import in_force, read_year, states
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.rewrite import WorkbookRows


def call(*arguments: object, **environment: str) -> Result:
    """The program in this process: the same verbs without the start of another."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], env=environment)


def as_docx(*arguments: object) -> None:
    """Make the DOCX alone, as on a machine without LibreOffice."""
    made = call(*arguments, ZI_SOFFICE="/tidak/ada/soffice")
    assert made.exit_code == ExitCode.PROGRAM_HILANG, made.output


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of a year with three revisions, its snapshots beside it."""
    return revised_year(tmp_path_factory.mktemp("tahun"))


@pytest.fixture(scope="module")
def brief_states(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the saved states of such a year that has few rows and meetings."""
    start = brief(SOURCE, tmp_path_factory.mktemp("awal") / "zi.xlsx")
    return revised_year(tmp_path_factory.mktemp("ringkas"), start).parent / "revisi"


def read(path: Path) -> Plan:
    plan, _ = read_plan(path)
    assert plan is not None
    return plan


def decreed(book: Path) -> list[Plan]:
    """The plans of all states, the base first."""
    plan = read(book)
    year = read_year(plan, book)
    plans = [year.plan_of(state) for state in states(plan, plan.decrees[0])]
    assert None not in plans and len(plans) == 4
    return [state for state in plans if state is not None]


def test_each_revision_tells_its_own_changes_and_no_others(book: Path) -> None:
    base, one, two, three = decreed(book)
    assert [line.strip() for line in change_lines(compare_plans(base, one))] == [
        "RENCANA AKSI: 2 baris diubah",
        "RA-004      Diubah  I MANAJEMEN PERUBAHAN › 4. Perubahan Pola Pikir dan Budaya Kerja",
        "Indikator: Pemimpin dan pejabat struktural berperan sebagai role model dalam "
        "pelaksanaan pembangunan WBK/WBBM",
        "Indikator: Pemimpin {+dan pejabat struktural+} berperan sebagai role model dalam "
        "pelaksanaan pembangunan WBK/WBBM",
        "RA-005      Diubah  I MANAJEMEN PERUBAHAN › 4. Perubahan Pola Pikir dan Budaya Kerja",
        "Indikator: Telah menetapkan agen perubahan",
        "Pelaksanaan: [-Mei-] {+Juni, Juli+}",
        "Target: {+100%+}",
        "NASKAH KEPUTUSAN",
        "renaksi     Diubah  Narasi Lampiran angka 3 (Proses Pembangunan Zona Integritas Menuju "
        "WBK/WBBM)",
        "Isi: Mengelola sumber daya {+dan anggaran+} yang cukup besar;",
    ]
    assert [(c.id, [kind.value for kind in c.kinds]) for c in compare_plans(one, two).rows] == [
        (NEW_ROW, ["Ditambahkan"]),
        ("RA-003", ["Dipindahkan"]),
        ("RA-010", ["Dihapus"]),
    ]
    (last,) = compare_plans(two, three).rows
    assert [(f.label, f.before.plain, f.after.plain) for f in last.fields] == [
        ("Target", "100%", "90%")
    ]


def test_ordinals(book: Path) -> None:
    plan = read(book)
    named = [title(plan, state) for state in states(plan, plan.decrees[0])]
    assert [name.partition(" Komisi")[0] for name in named[1:]] == [
        "Perubahan atas Keputusan",
        "Perubahan Kedua atas Keputusan",
        "Perubahan Ketiga atas Keputusan",
    ]
    assert all("Nomor 10 Tahun 2026 tentang Rencana Aksi" in name for name in named[1:])


@pytest.mark.parametrize(
    ("day", "state", "months", "rows"),
    [
        (date(2026, 1, 22), "renaksi", {5}, ("RA-003", "RA-010")),
        (date(2026, 3, 31), "renaksi", {5}, ("RA-003", "RA-010")),
        (date(2026, 6, 30), "renaksi-p1", {6, 7}, ("RA-003", "RA-010")),
        (date(2026, 7, 1), "renaksi-p2", {6, 7}, (NEW_ROW,)),
        (date(2026, 12, 31), "renaksi-p2", {6, 7}, (NEW_ROW,)),
    ],
)
def test_the_plan_at_each_date(
    book: Path, day: date, state: str, months: set[int], rows: tuple[str, ...]
) -> None:
    plan = read(book)
    found = in_force(plan, plan.decrees[0], day)
    assert found is not None and found.id == state
    held = read_year(plan, book).plan_of(found)
    assert held is not None
    by_id = {row.id: row for row in held.activities}
    assert by_id["RA-005"].bulan == months
    assert by_id["RA-002"].target == "100%"
    assert set(rows) <= set(by_id)
    assert ("RA-010" in by_id) == (state != "renaksi-p2")


def test_the_plan_in_june_as_json_and_for_people(book: Path, tmp_path: Path) -> None:
    result = call("revisi", "--per", "2026-06-30", "--json", "--source", book, "--output", tmp_path)
    (state,) = json.loads(result.stdout)["states"]
    assert (state["id"], state["decreed"], len(state["rows"])) == ("renaksi-p1", "2026-04-01", 68)
    shown = call("revisi", "--per", "2026-06-30", "--source", book, "--output", tmp_path)
    assert shown.exit_code == ExitCode.BERES, shown.output
    first, *_, last = shown.stdout.splitlines()
    assert first == "Berlaku pada 30 Juni 2026: renaksi-p1, ditetapkan 1 April 2026, 68 baris."
    assert "; target " in last
    early = call("revisi", "--per", "2026-01-21", "--source", book, "--output", tmp_path)
    assert early.exit_code == ExitCode.TEMUAN
    assert "Keputusan renaksi belum berlaku pada 21 Januari 2026" in early.stderr


def test_what_changed_and_which_signed_paper_it_touches(brief_states: Path, tmp_path: Path) -> None:
    """Done when 3: the register names the decree; it is told, and left alone."""
    signed = tmp_path / "2026" / "ditandatangani" / "renaksi.pdf"
    signed.parent.mkdir(parents=True)
    signed.write_bytes(b"ditandatangani")
    entry = Entry("renaksi", "ditandatangani/renaksi.pdf", "0", "2026-01-22", "10", (),
                  {"keputusan/renaksi-asli": Record()})  # fmt: skip
    (tmp_path / "2026" / "register.json").write_bytes(as_bytes(Register((entry,))))
    base, one = brief_states / "renaksi.xlsx", brief_states / "renaksi-p1.xlsx"
    given = ("revisi", base, one, "--source", SOURCE, "--output", tmp_path)
    result = call(*given)
    assert result.exit_code == ExitCode.BERES
    assert (
        "keputusan/renaksi-asli sudah ditandatangani: perubahannya memerlukan keputusan perubahan."
        in result.stdout
    )
    told = json.loads(call(*given, "--json").stdout)
    touched = {one["name"]: one["signed"] for one in told["documents"]}
    assert touched["keputusan/renaksi-asli"] is True
    assert touched["monev/2026-06/area-1"] is False
    assert touched["monev/2026-06/area-1.xlsx"] is False
    assert touched["bundel/keputusan-renaksi"] is False
    assert "monev/2026-06/area-2" not in touched
    assert [row["id"] for row in told["changes"]["rows"]] == ["RA-004", "RA-005"]
    assert signed.read_bytes() == b"ditandatangani"


def test_a_damaged_register_stops_the_comparison(book: Path, tmp_path: Path) -> None:
    """Without the register nobody can tell what was signed: better to stop than to guess."""
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "register.json").write_text("rusak", encoding="utf-8")
    base, one = book.parent / "revisi" / "renaksi.xlsx", book.parent / "revisi" / "renaksi-p1.xlsx"
    result = call("revisi", base, one, "--source", book, "--output", tmp_path)
    assert isinstance(result.exception, OutputError)


def test_a_revised_decree_is_made_as_it_was_decreed(book: Path, tmp_path: Path) -> None:
    before, after, june = (tmp_path / name for name in ("dahulu", "kini", "juni"))
    as_docx("keputusan", "--source", SOURCE, "--output", before)
    as_docx("keputusan", "--source", book, "--output", after)
    name = "2026/keputusan/renaksi-asli.docx"
    assert (before / name).read_bytes() == (after / name).read_bytes()
    as_docx("keputusan", "--per", "2026-06-30", "--source", book, "--output", june)
    names = {path.name for path in june.rglob("*.docx")}
    assert names == {"renaksi-p1-asli.docx", "renaksi-p1-salinan.docx", "renaksi-p1-matriks.docx"}


def test_a_state_is_kept_once_and_never_written_over(tmp_path: Path) -> None:
    book = tmp_path / "zi.xlsx"
    shutil.copy(SOURCE, book)
    kept = call("revisi", "--simpan", "renaksi", "--source", book)
    assert kept.stdout.split() == [str(tmp_path / "revisi" / "renaksi.xlsx")]
    assert (tmp_path / "revisi" / "renaksi.xlsx").read_bytes() == book.read_bytes()
    again = call("revisi", "--simpan", "renaksi", "--source", book)
    assert isinstance(again.exception, OutputError)
    assert "tidak akan ditimpa" in str(again.exception)
    unknown = call("revisi", "--simpan", "tiada", "--source", book)
    assert unknown.exit_code == ExitCode.TEMUAN


def test_mistakes_are_told_with_their_cells(book: Path, tmp_path: Path) -> None:
    def spoil(rows: WorkbookRows) -> None:
        _, two, three = rows["revisi"]
        two["tanggal"] = date(2026, 3, 1)
        three["keputusan"] = "renaksl"

    spoilt = changed(book, tmp_path / "zi.xlsx", spoil)
    result = call("periksa", "--source", spoilt)
    assert result.exit_code == ExitCode.TEMUAN
    assert "Revisi!B6: kesalahan:" in result.stderr
    assert "Revisi!D5: kesalahan: Perubahan renaksi-p2 bertanggal 1 Maret 2026" in result.stderr
    assert "Revisi!G4-G5: peringatan: Keadaan sebagaimana ditetapkan oleh renaksi-p1 belum " \
        "tersimpan" in result.stderr  # fmt: skip
    # Nobody can tell the June plan any more: it is not made up from the newest one.
    whole = changed(book, tmp_path / "utuh.xlsx", lambda rows: None)
    lost = call("keputusan", "--per", "2026-06-30", "--source", whole, "--output", tmp_path)
    assert lost.exit_code == ExitCode.TEMUAN
    assert "keadaan renaksi-p1 tidak diketahui" in lost.stderr


@pytest.fixture(scope="module")
def year(book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the year with the papers of the second change."""
    output = tmp_path_factory.mktemp("output")
    result = generate("revisi", "--naskah", "renaksi-p2", "--source", book, "--output", output)
    assert result.returncode == ExitCode.BERES, result.stderr
    return output / "2026"


@pytest.mark.libreoffice
def test_the_papers_of_the_second_change(year: Path) -> None:
    decree, table = year / "keputusan/renaksi-p2-asli.pdf", year / "revisi/renaksi-p2-matriks.pdf"

    pages = page_texts(decree)
    assert "NOMOR 31 TAHUN 2026" in pages[0]
    assert letters("TENTANG PERUBAHAN KEDUA ATAS KEPUTUSAN KOMISI") in letters(pages[0])
    # The closing block stands with the end of the dictum.
    closing = next(page for page in pages if "Ditetapkan di" in page)
    assert "Keputusan ini mulai berlaku" in closing
    annex = next(page for page in pages if page.lstrip().startswith(("LAMPIRAN", "- 6 -")))
    assert letters("TENTANG PERUBAHAN KEDUA ATAS") in letters(annex)
    printed = letters("".join(pages))
    assert letters("Agen perubahan menyusun rencana tindak") in printed

    assert page_size(table, 1) == (330, 215)
    sheets = page_texts(table)
    assert len(sheets) == 2
    for sheet in sheets:
        assert "Semula" in sheet and "Menjadi" in sheet and "Keterangan" in sheet
    # Rows are whole: what the last row says stands on one page with its number.
    assert "Keterbukaan Informasi Publik" in sheets[1] and "Dihapus" in sheets[1]

    bundle = inspect((year / "bundel/revisi-renaksi-p2.pdf").read_bytes())
    # Decree and matrix begin on a sheet of their own, printed on both sides.
    assert bundle.pages == 2 + len(pages) + len(pages) % 2 + len(sheets)


@pytest.mark.libreoffice
@pytest.mark.parametrize("page", [1, 2])
def test_the_matrix_looks_as_it_did(year: Path, page: int) -> None:
    table = year / "revisi" / "renaksi-p2-matriks.pdf"
    same_picture(f"matriks-{page}.png", table, page, "matriks-perubahan.docx")
