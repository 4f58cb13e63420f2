"""The register of complaints and its recaps: counts, days for an answer, nobody named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.cases.complaint_rows import COMPLAINTS
from tests.cases.plans import activity, plan, rich
from tests.cases.products import named
from zi_docs.catalog import catalog
from zi_docs.checks.complaint_rules import check_complaints
from zi_docs.model import FollowUpSource, Plan, Realisation, RecordedFollowUp
from zi_docs.papers import pengaduan, tematik
from zi_docs.papers.document import UNNAMED
from zi_docs.product import Product
from zi_docs.revision.states import Year
from zi_docs.status.gather import status
from zi_docs.workbook.sheets.complaint_sheets import (
    Channel,
    Complaint,
    ComplaintKind,
    ComplaintState,
)

KIND, STATE = ComplaintKind.COMPLAINT, ComplaintState
QUARTERS = {"tw1": range(1, 4), "tw2": range(4, 7)}


def office(*rows: Complaint) -> Plan:
    """The small plan, whose Sekretaris has a name."""
    named_officials = tuple(replace(o, nama=o.nama or "Sri Contoh") for o in plan().officials)
    return replace(plan(), officials=named_officials, records=rows)


def papers(of: Plan) -> list[Product]:
    return [p for topic in catalog(Year(of)).about([pengaduan.FAMILY]) for p in topic.compose()]


def content(of: Plan, name: str) -> dict[str, object]:
    return dict(named(papers(of), name).inputs().content)


def answer(key: str, came: date, answered: date | None = None, **fields: object) -> Complaint:
    given = {"saluran": Channel.LAPOR, "keadaan": STATE.IN_HAND, **fields}
    return Complaint(key, KIND, came, dijawab=answered, **given)  # type: ignore[arg-type]


class TestCounts:
    """What a recap says, counted once more from the rows themselves."""

    def test_each_channel_of_each_quarter(self) -> None:
        for quarter, months in QUARTERS.items():
            end = {"tw1": date(2026, 3, 31), "tw2": date(2026, 6, 30)}[quarter]
            new = [r for r in COMPLAINTS if r.jenis is KIND and r.masuk.month in months]
            expected = []
            for channel in Channel:
                own = [r for r in new if r.saluran is channel]
                if own:
                    expected.append([channel.value, len(own), *by_hand(own, end)])
            expected.append(["Jumlah", len(new), *by_hand(new, end)])
            table = content(office(*COMPLAINTS), f"2026-{quarter}/rekap-pengaduan")["saluran"]
            assert [list(row.values()) for row in table] == [  # type: ignore[attr-defined]
                [str(cell) for cell in line] for line in expected
            ]

    def test_the_second_quarter_in_words(self) -> None:
        assert content(office(*COMPLAINTS), "tw2/rekap-pengaduan")["ringkasan"] == (
            "Pada Triwulan II 2026 diterima 4 pengaduan: 1 dijawab tepat waktu, 0 dijawab "
            "terlambat, 1 diteruskan, dan 2 belum dijawab (1 di antaranya melewati batas). Dari "
            "periode sebelumnya terbawa 1 pengaduan yang belum dijawab; 1 di antaranya dijawab "
            "pada periode ini."
        )

    def test_the_last_day_for_an_answer_is_in_time(self) -> None:
        """Fourteen days unless the office says another day; the WBS has none by itself."""
        came = date(2026, 1, 5)
        rows = (
            answer("A", came, came + timedelta(days=14)),
            answer("B", came, came + timedelta(days=15)),
            answer("C", came, came + timedelta(days=15), batas=date(2026, 1, 30)),
        )
        table = content(office(*rows), "tw1/rekap-pengaduan")["saluran"]
        assert table[-1] == {  # type: ignore[index]
            "saluran": "Jumlah", "masuk": "3", "tepat": "2", "terlambat": "1",
            "diteruskan": "0", "belum": "0", "lewat": "0",
        }  # fmt: skip
        assert replace(rows[0], jenis=ComplaintKind.WHISTLE).due is None

    def test_an_answer_after_the_quarter_changes_nothing_in_its_recap(self) -> None:
        came = date(2026, 3, 1)
        before = content(office(answer("A", came)), "tw1/rekap-pengaduan")
        after = content(office(answer("A", came, date(2026, 4, 2))), "tw1/rekap-pengaduan")
        assert before["saluran"] == after["saluran"]
        assert before["ringkasan"] == after["ringkasan"]

    def test_what_was_carried_stands_in_the_list(self) -> None:
        rows = content(office(*COMPLAINTS), "tw2/rekap-pengaduan")["baris"]
        assert [row["register"] for row in rows] == [  # type: ignore[attr-defined]
            "ADU-002", "ADU-003", "ADU-004", "ADU-005", "ADU-006",
        ]  # fmt: skip


def by_hand(rows: list[Complaint], end: date) -> list[int]:
    """In time, late, forwarded, waiting, overdue: each complaint looked at for itself."""
    counts = [0] * 5
    for row in rows:
        last = row.batas or row.masuk + timedelta(days=14)
        if row.dijawab and row.dijawab <= end:
            counts[1 if row.dijawab > last else 0] += 1
        elif row.keadaan is STATE.FORWARDED:
            counts[2] += 1
        else:
            counts[4 if last < end else 3] += 1
    return counts


class TestNothingInvented:
    """Only the office can say that nothing came in."""

    def test_a_quarter_of_which_nobody_said_anything_is_a_draft(self) -> None:
        draft = named(papers(office(*COMPLAINTS)), "tw3/rekap-pengaduan")
        said = draft.inputs().content
        assert draft.draft and said["ringkasan"] == ""
        assert {cell for row in said["saluran"] for cell in row.values()} == {""}  # type: ignore[attr-defined]
        (lack,) = draft.lacks
        assert (lack.what, lack.since) == (
            "pengaduan yang masuk atau pernyataan nihil", date(2026, 9, 30),
        )  # fmt: skip

    def test_an_office_states_that_nothing_came_in(self) -> None:
        stated = named(papers(office(*COMPLAINTS)), "tw1/rekap-wbs")
        assert not stated.draft
        assert stated.inputs().content["ringkasan"] == (
            "Nihil: pada Triwulan I 2026 tidak ada laporan yang diterima."
        )

    def test_a_statement_is_no_line_of_the_register(self) -> None:
        rows = content(office(*COMPLAINTS), "register-wbs")["baris"]
        assert [row["register"] for row in rows] == ["WBS-001"]  # type: ignore[attr-defined]

    def test_a_plan_that_speaks_of_neither_has_no_papers(self) -> None:
        assert papers(office()) == []

    def test_a_plan_that_asks_for_them_has_forms(self) -> None:
        row = replace(
            activity("RA-1", "V", "Pengaduan Masyarakat", 4), pic="Kepala Subbagian Hukum"
        )
        forms = papers(replace(office(), activities=(row,)))
        assert [paper.name for paper in forms] == [
            "pengaduan/register-pengaduan",
            *(f"pengaduan/2026-tw{n}/rekap-pengaduan" for n in (1, 2, 3, 4)),
        ]
        assert all(paper.draft for paper in forms)
        signer = forms[0].inputs().content["penanda_tangan"]
        assert signer["nama"] == "Nama Kasubbag"  # type: ignore[index]


class TestAnswersDue:
    """`status` tells of every complaint that waits, with the last day for its answer."""

    def waiting(self, day: date) -> list[str]:
        of = office(*COMPLAINTS)
        return [what for each in status(of, papers(of), day).waiting
                for what in each.missing if what.startswith("jawaban")]  # fmt: skip

    def test_from_the_day_after_it_came_in(self) -> None:
        assert self.waiting(date(2026, 5, 18)) == ["jawaban atas WBS-001"]
        assert self.waiting(date(2026, 5, 19)) == [
            "jawaban atas ADU-005, batas 1 Juni 2026", "jawaban atas WBS-001",
        ]  # fmt: skip

    def test_what_is_forwarded_is_not_ours_to_answer(self) -> None:
        assert not any("ADU-004" in what for what in self.waiting(date(2026, 12, 1)))


class TestNobodyNamed:
    """What seems to tell who somebody is, is found, and not printed."""

    def codes(self, **fields: object) -> list[str]:
        row = answer("A", date(2026, 1, 5), **fields)
        return [finding.code for finding in check_complaints(office(row))]

    def test_marks_of_a_person(self) -> None:
        for words in (
            "Laporan dari Bapak Contoh",
            "Keluhan sdr. Andi Contoh tentang antrean",
            "NIK 1504010101900001 tidak terdaftar",
            "NIP 19850101 201012 2 001 tidak melayani",
            "Hubungi 0812-3456-7890",
            "Hubungi contoh@example.id",
            "Sikap nama kasubbag saat melayani",
        ):
            assert self.codes(perihal=words) == ["PENGADUAN-NAMA"], words

    def test_plain_words_are_left_alone(self) -> None:
        for words in (
            "Antrean layanan terlalu lama pada 12 Januari 2026",
            "Ketua tidak hadir dalam sosialisasi",
            "Nomor surat 2410/PW.02-SD/12/2025 belum dijawab",
            "Ibu hamil tidak didahulukan",
        ):
            assert self.codes(perihal=words) == [], words

    def test_it_is_not_printed(self) -> None:
        row = answer("A", date(2026, 1, 5), perihal="Laporan dari Bapak Contoh")
        for name in ("register-pengaduan", "tw1/rekap-pengaduan"):
            (line,) = content(office(row), name)["baris"]  # type: ignore[misc]
            assert line["perihal"] == "(memuat data pribadi, tidak dicetak)"


class TestFindings:
    """Days that do not fit, and lines that contradict each other."""

    def test_days(self) -> None:
        early = answer("A", date(2026, 5, 5), date(2026, 5, 1), batas=date(2026, 5, 2))
        closed = answer("B", date(2026, 5, 5), keadaan=STATE.CLOSED)
        later = answer("C", date(2027, 1, 5))
        codes = [f.code for f in check_complaints(office(early, closed, later))]
        assert codes == [
            "PENGADUAN-URUTAN", "PENGADUAN-URUTAN", "PENGADUAN-JAWAB", "PENGADUAN-TAHUN",
        ]  # fmt: skip

    def test_nothing_and_something_in_one_quarter(self) -> None:
        nothing = answer("N", date(2026, 3, 31), keadaan=STATE.NOTHING)
        (finding,) = check_complaints(office(nothing, answer("A", date(2026, 1, 5))))
        assert finding.code == "PENGADUAN-NIHIL"
        assert list(check_complaints(office(nothing, answer("A", date(2026, 4, 5))))) == []


def test_follow_ups_stand_with_the_kind_that_they_refer_to() -> None:
    asked = tuple(
        RecordedFollowUp(f"TL-{n}", FollowUpSource.COMPLAINT, f"Permintaan {key}", acuan=key,
                         tanggal=date(2026, 4, 20), pic="Sekretaris")
        for n, key in enumerate(("ADU-003", "WBS-001"), 1)
    )  # fmt: skip
    of = replace(office(*COMPLAINTS), follow_ups=asked)
    for name, key in (("rekap-pengaduan", "ADU-003"), ("rekap-wbs", "WBS-001")):
        (row,) = content(of, f"tw2/{name}")["tindak_lanjut"]  # type: ignore[misc]
        assert (row["acuan"], row["permintaan"]) == (key, f"Permintaan {key}")


def test_the_report_on_complaints_counts_the_same() -> None:
    """A report of four months: those of the first quarter and of April."""
    row = replace(activity("RA-048", "V", "Pengaduan", 4, 8, 12), lke="PPE3C",
                  langkah_aksi=rich("Menyusun evaluasi"))  # fmt: skip
    reported = (Realisation("RA-048", 4, persen=100.0),)
    of = replace(office(*COMPLAINTS), activities=(row,), realisations=reported)
    reports = [p for t in catalog(Year(of)).about([tematik.FAMILY]) for p in t.compose()]
    assert named(reports, "pengaduan/2026-cw1/laporan").inputs().content["angka"] == [
        {"label": "Pengaduan yang diterima", "isi": "3"},
        {"label": "Dijawab tepat waktu", "isi": "2"},
        {"label": "Dijawab terlambat", "isi": "1"},
        {"label": "Diteruskan", "isi": "0"},
        {"label": "Belum dijawab", "isi": "0 (0 melewati batas)"},
    ]
    silent = named(reports, "pengaduan/2026-cw3/laporan").inputs().content["angka"]
    assert [row["isi"] for row in silent[-5:]] == [UNNAMED] * 5  # type: ignore[index]
