"""Letters of the office's own: whom they name, what they say, which series they belong to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.cases.meetings import meeting
from tests.cases.plans import plan, rich
from tests.cases.products import named
from zi_docs.catalog import catalog
from zi_docs.checks.meeting_rules import check_letter_days
from zi_docs.checks.year_rules import check_year
from zi_docs.model import Plan
from zi_docs.numbering.numbered_papers import find_numbered_paper
from zi_docs.papers import surat
from zi_docs.product import Product
from zi_docs.revision.states import Year
from zi_docs.text import Flow
from zi_docs.workbook.sheets.letter_sheets import Letter, LetterKind

TASK = Letter(
    "ST-01",
    LetterKind.ASSIGNMENT,
    "Mengikuti bimbingan teknis",
    kepada=("KSB", "SEK"),
    penanda_tangan="KETUA",
    dasar=rich("Surat KPU Provinsi Contoh"),
    isi=rich("mengikuti bimbingan teknis; dan\nmelaporkan hasilnya."),
    mulai=date(2026, 3, 9),
    selesai=date(2026, 3, 10),
    tempat="Aula",
)
SENT = Letter(
    "SP-01",
    LetterKind.COVERING,
    "Penyampaian laporan",
    kepada=("KSB",),
    penanda_tangan="KETUA",
    isi=rich("Laporan triwulan I | 1 berkas | Untuk diketahui\nRekapitulasi | 2 lembar"),
)


def with_letters(*letters: Letter) -> Plan:
    """The small plan: a Ketua, a Sekretaris without a name yet, a head of a subdivision."""
    return replace(plan(), meetings=(meeting(),), records=letters)


def letter(of: Plan, key: str) -> Product:
    (topic,) = catalog(Year(of)).about([surat.FAMILY], key)
    return named(topic.compose(), "")


def content(of: Plan, key: str) -> dict[str, object]:
    return dict(letter(of, key).inputs().content)


def words(flow: object) -> list[tuple[str, str]]:
    assert isinstance(flow, Flow)
    return [(paragraph.style, paragraph.text.plain) for paragraph in flow.paragraphs]


class TestAssignment:
    def test_who_is_to_do_what_and_when(self) -> None:
        said = content(with_letters(TASK), "st-01")
        assert [(row["nama"], row["jabatan"]) for row in said["petugas"]] == [  # type: ignore[attr-defined]
            ("Nama Kasubbag", "Kepala Subbagian Hukum"),
            ("................................", "Sekretaris"),
        ]
        assert words(said["dasar"]) == [("Isi", "Surat KPU Provinsi Contoh")]
        assert words(said["tugas"]) == [
            ("Butir Tugas", "mengikuti bimbingan teknis; dan"),
            ("Butir Tugas", "melaporkan hasilnya."),
        ]
        assert [fact["isi"] for fact in said["rincian"]] == [  # type: ignore[attr-defined]
            "Senin s.d. Selasa, 9 s.d. 10 Maret 2026",
            "Aula",
        ]

    def test_what_it_does_not_say_the_meeting_says(self) -> None:
        """R-01 is on 4 February in the Ruang Rapat."""
        to_attend = replace(TASK, isi=rich(""), mulai=None, selesai=None, tempat="", rapat="R-01")
        event = meeting()
        said = content(with_letters(to_attend), "ST-01")
        acara = f"{event.acara[:1].lower()}{event.acara[1:]}"
        assert words(said["tugas"]) == [("Isi", f"Mengikuti {acara}.")]
        assert [fact["isi"] for fact in said["rincian"]][1] == event.tempat  # type: ignore[attr-defined]

    def test_nobody_is_assigned_by_the_program(self) -> None:
        empty = Letter("ST-02", LetterKind.ASSIGNMENT, "Mengikuti rapat koordinasi")
        paper = letter(with_letters(empty), "ST-02")
        said = dict(paper.inputs().content)
        assert {row["nama"] for row in said["petugas"]} == {""}  # type: ignore[attr-defined]
        assert {style for style, _ in words(said["tugas"])} == {"Garis Tulis"}
        assert paper.draft
        assert [lack.what for lack in paper.lacks] == [
            "yang dituju",
            "isi surat",
            "penanda tangan",
            "nomor surat",
            "tanggal surat",
        ]


class TestNoteAndCovering:
    def test_a_note_names_the_posts_above_and_the_person_below(self) -> None:
        note = replace(TASK, id="ND-01", jenis=LetterKind.NOTE, isi=rich("Mohon perhatian."))
        said = content(with_letters(note), "ND-01")
        assert words(said["yth"]) == [
            ("Yth Bernomor", "Kepala Subbagian Hukum"),
            ("Yth Bernomor", "Sekretaris"),
        ]
        assert said["dari"] == "Ketua"
        signer = said["penanda_tangan"]
        assert isinstance(signer, dict)
        assert (signer["jabatan"], signer["nama"]) == ("", "Nama Ketua")

    def test_what_is_sent_stands_in_three_columns(self) -> None:
        said = content(with_letters(SENT), "SP-01")
        rows = [
            [str(row[key]) for key in ("nomor", "naskah", "banyaknya", "keterangan")]
            for row in said["kiriman"]  # type: ignore[attr-defined]
        ]
        assert rows == [
            ["1", "Laporan triwulan I", "1 berkas", "Untuk diketahui"],
            ["2", "Rekapitulasi", "2 lembar", ""],
        ]


class TestNumbersAndDays:
    def test_each_kind_has_its_series_and_a_covering_letter_that_of_letters(self) -> None:
        of = with_letters(TASK, SENT)
        series = {key: find_numbered_paper(of, key) for key in ("ST-01", "SP-01")}
        assert {key: paper.jenis for key, paper in series.items() if paper} == {
            "ST-01": "Surat Tugas",
            "SP-01": "Surat Dinas",
        }

    def test_days_that_cannot_be(self) -> None:
        wrong = replace(TASK, selesai=date(2026, 3, 8), tanggal=date(2026, 3, 12))
        assert [(f.code, f.message) for f in check_letter_days(with_letters(wrong))] == [
            (
                "SURAT-HARI",
                "Tugas ST-01 selesai 8 Maret 2026, sebelum mulainya 9 Maret 2026; perbaiki salah "
                "satunya.",
            ),
            (
                "SURAT-TANGGAL",
                "Surat ST-01 bertanggal 12 Maret 2026, sesudah tugasnya mulai (9 Maret 2026); "
                "perbaiki salah satunya.",
            ),
        ]

    def test_a_letter_of_another_year(self) -> None:
        old = replace(TASK, tanggal=date(2025, 3, 1), nomor="3/PW.02-ST/2025")
        codes = [f.code for f in check_year(with_letters(old))]
        assert codes == ["TAHUN-TANGGAL", "TAHUN-NOMOR"]

    def test_a_letter_of_the_plan_is_sound(self) -> None:
        of = with_letters(TASK, SENT)
        assert [*check_letter_days(of), *check_year(of)] == []
