"""Reports on a theme: their basis, their figures, what makes them drafts, who signs them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.cases.meetings import meeting
from tests.cases.plans import activity, plan, rich
from tests.cases.products import named
from zi_docs.catalog import catalog
from zi_docs.model import FollowUpSource, Meeting, Plan, Realisation, RecordedFollowUp, Regulation
from zi_docs.monev.themes import themes
from zi_docs.papers import tematik
from zi_docs.product import Product
from zi_docs.revision.states import Year
from zi_docs.text import CONTINUED, Flow
from zi_docs.workbook.sheets.pledge_sheets import DeclaredInterest, InterestState
from zi_docs.workbook.sheets.text_sheets import PaperText, WordingPart, starting_texts

AREA = "V PENGUATAN PENGAWASAN"
EVALUATED = replace(
    activity("RA-056", AREA, "Benturan Kepentingan", 4, 5, 6), lke="PPE5D", pic="Subbagian Hukum"
)
FOLLOWED = replace(
    activity("RA-057", AREA, "Benturan Kepentingan", 4, 5, 6),
    lke="PPE5E",
    bukti=rich("Laporan monitoring dan evaluasi penanganan benturan kepentingan"),
)
OTHER = activity("RA-058", AREA, "Lain", 4, 5, 6)
REPORTED = (
    Realisation("RA-056", 4, persen=100.0, uraian=rich("Evaluasi disusun."), bukti_ada="Ada"),
    Realisation("RA-056", 5, persen=40.0, kendala="Data belum lengkap.",
                rekomendasi="Lengkapi data.", batas=date(2026, 6, 15)),
    Realisation("RA-056", 5, 6, persen=100.0, uraian=rich("Dilengkapi.")),
    Realisation("RA-058", 4, persen=100.0, kendala="Kendala baris lain."),
)  # fmt: skip


def office(*realisations: Realisation, meetings: tuple[Meeting, ...] = ()) -> Plan:
    """The small plan with three rows of supervision, two of them about conflicts of interest."""
    rows = (EVALUATED, FOLLOWED, OTHER)
    return replace(plan(), activities=rows, realisations=realisations, meetings=meetings)


def reports(of: Plan) -> list[Product]:
    return [p for topic in catalog(Year(of)).about([tematik.FAMILY]) for p in topic.compose()]


def report(of: Plan) -> Product:
    return named(reports(of), "tematik/benturan-kepentingan/2026-tw2/laporan")


def content(of: Plan) -> dict[str, object]:
    return dict(report(of).inputs().content)


def words(flow: object) -> list[str]:
    assert isinstance(flow, Flow)
    return [paragraph.text.plain for paragraph in flow.paragraphs]


def shown(rows: object, *keys: str) -> list[tuple[str, ...]]:
    """Cells of a table as a reader sees them: a merged one as `"`."""
    assert isinstance(rows, list)
    return [
        tuple(
            '"' if row[key] is CONTINUED
            else "\n".join(words(row[key])) if isinstance(row[key], Flow) else str(row[key])
            for key in keys
        )
        for row in rows
    ]  # fmt: skip


class TestReported:
    """A report of what was done, by the rows of its theme alone."""

    def test_each_step_with_what_was_reported_of_it(self) -> None:
        keys = ("komponen", "bulan", "realisasi", "persen", "bukti")
        assert shown(content(office(*REPORTED))["pelaksanaan"], *keys) == [
            ("V.1", "April", "Evaluasi disusun.", "100,0", "Ada"),
            ('"', "Mei", "Dilengkapi.", "100,0", ""),
            ('"', "Juni", "Belum dilaporkan.", "", ""),
            ("V.1", "April", "Belum dilaporkan.", "", ""),
            ('"', "Mei", "Belum dilaporkan.", "", ""),
            ('"', "Juni", "Belum dilaporkan.", "", ""),
        ]

    def test_its_figures_counted_by_hand(self) -> None:
        """Six steps: April in time, May a month late, four overdue; 200 of 600 percent."""
        assert content(office(*REPORTED))["ringkasan"] == (
            "Dari 6 langkah terencana, 2 selesai (1 tepat waktu dan 1 terlambat) dan 4 menjadi "
            "tunggakan periode ini; 1 langkah mempunyai bukti dukung. Capaian 33,3%."
        )

    def test_obstacles_and_advice_of_its_rows_alone(self) -> None:
        said = content(office(*REPORTED))
        assert shown(said["kendala"], "bulan", "kendala") == [("Mei", "Data belum lengkap.")]
        assert shown(said["rekomendasi"], "rekomendasi", "keadaan", "batas") == [
            ("Lengkapi data.", "Belum ditindaklanjuti, melewati batas waktu", "15 Juni 2026")
        ]

    def test_what_others_asked_of_its_rows(self) -> None:
        asked = (
            RecordedFollowUp("TL-1", FollowUpSource.EVALUATION, "Perbarui pemetaan.",
                             tanggal=date(2026, 5, 4), baris=("RA-057",)),
            RecordedFollowUp("TL-2", FollowUpSource.MEETING, "Urusan lain.",
                             tanggal=date(2026, 5, 4), baris=("RA-058",)),
        )  # fmt: skip
        said = content(replace(office(*REPORTED), follow_ups=asked))
        assert shown(said["tindak_lanjut"], "rekomendasi") == [
            ("Evaluasi LKE: Perbarui pemetaan.",)
        ]

    def test_the_meetings_that_dealt_with_it(self) -> None:
        day = date(2026, 5, 12)
        told = replace(
            meeting(id="R-07"), acara="Rapat Benturan", tanggal=day, baris=("ra-056",),
            kesimpulan=rich("Pemetaan diperbarui."),
        )  # fmt: skip
        others = (
            replace(told, id="R-08", tanggal=date(2026, 7, 1)),
            replace(told, id="R-09", baris=("RA-058",)),
        )
        said = content(office(*REPORTED, meetings=(told, *others)))
        assert shown(said["rapat"], "acara", "hari", "kesimpulan") == [
            ("Rapat Benturan", "Selasa, 12 Mei 2026", "Pemetaan diperbarui.")
        ]

    def test_people_counted_by_what_they_declared(self) -> None:
        """One of three is free, one has two interests, one said nothing."""
        conflict = InterestState.CONFLICT
        records = (
            DeclaredInterest("KETUA", InterestState.FREE),
            DeclaredInterest("KSB", conflict, "Usaha"),
            DeclaredInterest("KSB", conflict, "Kerabat"),
        )
        assert content(replace(office(*REPORTED), records=records))["angka"] == [
            {"label": "Pernyataan benturan kepentingan", "isi": "2 dari 3 orang"},
            {"label": "Menyatakan bebas", "isi": "1 orang"},
            {"label": "Menyatakan potensi", "isi": "1 orang dengan 2 kepentingan"},
        ]


class TestDrafts:
    """Where nobody reported anything it is a form to write on."""

    def test_nothing_is_invented(self) -> None:
        draft = report(office())
        said = draft.inputs().content
        assert (said["ringkasan"], said["kendala"], said["diisi"]) == ("", [], False)
        assert shown(said["pelaksanaan"], "realisasi", "persen", "bukti") == [("", "", "")] * 6
        assert draft.draft
        (lack, *_) = draft.lacks
        assert (lack.what, lack.since) == ("realisasi periode ini", date(2026, 6, 30))
        assert str(lack.place).endswith("Realisasi")

    def test_what_was_reported_makes_it_whole(self) -> None:
        assert not report(office(*REPORTED)).draft

    def test_reports_of_what_the_plan_does_not_ask_are_none(self) -> None:
        assert reports(replace(plan(), activities=(OTHER,))) == []


class TestBasis:
    """Regulations by rank, then the decree; nothing that nobody could look up."""

    def test_what_is_uncertain_is_left_out(self) -> None:
        """The number of the gazette, and the title of the decision."""
        assert words(content(office())["dasar"]) == [
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 17 "
            "Tahun 2024 tentang Pengelolaan Konflik Kepentingan;",
            "Keputusan Komisi Pemilihan Umum Nomor 323/HK.03-Kpt/08/KPU/VII/2020 Tahun 2020;",
            "Keputusan Komisi Pemilihan Umum Kabupaten Contoh Nomor 10 Tahun 2026 tentang "
            "Rencana Aksi Contoh Tahun 2026.",
        ]

    def test_the_office_words_what_it_looked_up(self) -> None:
        own = Regulation(
            "KK", "Keputusan Komisi Pemilihan Umum", "323/HK.03-Kpt/08/KPU/VII/2020", 2020,
            "Judul yang Diperiksa",
        )  # fmt: skip
        of = replace(office(), regulations=(own,))
        assert words(content(of)["dasar"])[1].endswith("Tahun 2020 tentang Judul yang Diperiksa;")

    def test_another_agency_does_not_cite_a_decision_of_kpu(self) -> None:
        other = replace(office().office, lembaga="Badan Contoh")
        assert not any(
            "323" in line for line in words(content(replace(office(), office=other))["dasar"])
        )


class TestSigner:
    """The head of the unit that is named as PIC, else the Sekretaris."""

    def test_the_head_of_the_unit(self) -> None:
        assert content(office())["penanda_tangan"]["nama"] == "Nama Kasubbag"  # type: ignore[index]

    def test_the_sekretaris_where_nobody_is_named(self) -> None:
        rows = tuple(replace(row, pic="") for row in office().activities)
        unnamed = replace(office(*REPORTED), activities=rows)
        signer = content(unnamed)["penanda_tangan"]
        assert signer["jabatan"].startswith("Sekretaris")  # type: ignore[index]
        assert [lack.what for lack in report(unnamed).lacks] == ["nama Sekretaris"]
        assert report(unnamed).draft

    def test_nobody_at_all_is_asked_for_at_the_row(self) -> None:
        first, *_ = plan().officials
        lone = replace(office(*REPORTED), officials=(first,))
        assert [lack.what for lack in report(lone).lacks] == ["pejabat yang menandatangani (PIC)"]


class TestWords:
    """Each theme has its own, which an office may change."""

    def test_every_theme_has_all_parts(self) -> None:
        parts: dict[str, set[object]] = {}
        for row in starting_texts():
            parts.setdefault(str(row["naskah"]), set()).add(row["bagian"])
        wanted = {part.value for part in WordingPart}
        assert all(parts[tematik.wording(theme)] == wanted for theme in themes())

    def test_an_office_words_its_own(self) -> None:
        name = "Laporan Penanganan Benturan Kepentingan"
        own = (PaperText(name, WordingPart.OPENING, rich("Tujuan kantor kami.")),)
        assert words(content(replace(office(), records=own))["tujuan"]) == ["Tujuan kantor kami."]
