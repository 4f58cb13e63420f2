"""Employees: who is listed, what they need to learn and learned, how candidates are ranked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.cases.plans import plan, rich
from tests.cases.products import named, names
from tests.cases.staff_rows import ASSESSMENTS, TRAININGS
from zi_docs.catalog import catalog
from zi_docs.checks.staff_rules import check_assessments, check_criteria, check_trainings
from zi_docs.model import Official, Plan, Voice
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers import pegawai
from zi_docs.papers.pegawai_teladan import ranked
from zi_docs.product import Product
from zi_docs.revision.states import Year
from zi_docs.text import Flow
from zi_docs.workbook.sheets.staff_sheets import (
    TELADAN,
    Assessment,
    Training,
    TrainingState,
    assessed_period,
)
from zi_docs.workbook.sheets.text_sheets import PaperText, WordingPart

NIP = "198501012010012001"
PEOPLE = (
    Official("KETUA", "Ketua", "Ahmad Contoh", kelompok="Komisioner", atas_nama=Voice.OFFICE),
    Official("SEK", "Sekretaris", "Budi Contoh", NIP, "Pembina (IV/a)", "Sekretariat"),
    Official("KSB-TPH", "Kepala Subbagian", "Rina Contoh", NIP, "Penata (III/c)", "Sekretariat"),
    Official("STAF-1", "Penata", "Sari Contoh", NIP, "Penata (III/c)", "Sekretariat"),
    Official("STAF-2", "Pranata", "Tono Contoh", NIP, "", "Sekretariat"),
    Official("STAF-3", "Analis", "", "", "", "Sekretariat"),
)


def with_rows(*records: object) -> Plan:
    return replace(plan(), officials=PEOPLE, records=records)


def papers(of: Plan) -> list[Product]:
    topics = catalog(Year(of)).about([pegawai.FAMILY])
    return [product for topic in topics for product in topic.compose()]


def content(of: Plan, name: str) -> dict[str, Any]:
    return dict(named(papers(of), name).inputs().content)


def column(rows: list[dict[str, Any]], key: str) -> list[str]:
    return [_words(row[key]) for row in rows]


def _words(value: object) -> str:
    if isinstance(value, Flow):
        return " ".join(paragraph.text.plain for paragraph in value.paragraphs)
    return str(value)


class TestRoster:
    def test_commissioners_are_no_employees(self) -> None:
        said = content(with_rows(), "pegawai/nominatif")
        assert column(said["baris"], "nama") == [
            "Budi Contoh", "Rina Contoh", "Sari Contoh", "Tono Contoh", "." * 32,
        ]  # fmt: skip
        assert said["ringkasan"] == "Jumlah pegawai: 5 orang."
        assert said["penanda_tangan"]["nama"] == "Budi Contoh"

    def test_what_it_lacks(self) -> None:
        roster = named(papers(with_rows()), "pegawai/nominatif")
        assert roster.draft
        # A name that nobody gave is asked for by another paper already.
        counted = [lack.what for lack in roster.lacks if lack.counts_on(date(2026, 6, 1))]
        assert counted == ["pangkat 1 pegawai"]

    def test_that_of_a_month_is_made_on_request(self) -> None:
        asked = [p.name for p in papers(with_rows()) if p.on_request]
        assert asked == [f"pegawai/2026-{month:02}/nominatif" for month in range(1, 13)]
        # By its month alone: `naskah pegawai 2026-03`.
        (topic,) = catalog(Year(with_rows())).about([pegawai.FAMILY], "2026-03")
        assert names(topic.compose()) == ["pegawai/2026-03/nominatif"]
        march = content(with_rows(), "pegawai/2026-03/nominatif")
        assert march["judul"] == "DAFTAR NOMINATIF PEGAWAI BULAN MARET 2026"

    def test_an_office_of_commissioners_alone_has_no_papers(self) -> None:
        assert papers(replace(plan(), officials=PEOPLE[:1])) == []


class TestTraining:
    def test_needs_of_whom_they_are(self) -> None:
        said = content(with_rows(*TRAININGS), "kebutuhan-diklat")
        assert column(said["baris"], "nama") == [
            "Rina Contoh", "Sari Contoh", "Sari Contoh", "Tono Contoh", "." * 32,
        ]  # fmt: skip
        assert column(said["baris"], "bulan") == ["Agustus", "Mei", "September", "Maret", "Juni"]
        assert said["ringkasan"] == "Tercatat 5 kebutuhan dari 4 di antara 5 pegawai."

    def test_nobody_needs_anything_yet(self) -> None:
        of = with_rows()
        needs = content(of, "kebutuhan-diklat")
        assert len(needs["baris"]) == 5
        assert {*column(needs["baris"], "diklat")} == {""}
        assert named(papers(of), "kebutuhan-diklat").draft
        assert not {"pegawai/rekap-diklat", "pegawai/monitoring-diklat"} & {*names(papers(of))}

    def test_the_recap_counts_what_was_followed(self) -> None:
        """Of five rows one was called off, and two of the other four were followed."""
        said = content(with_rows(*TRAININGS), "rekap-diklat")
        assert said["ringkasan"] == (
            "Diikuti 2 dari 4 kebutuhan diklat (50,0%), sebanyak 46 jam pelajaran. Pegawai yang "
            "sudah mengikuti diklat: 2 dari 5 orang."
        )
        assert column(said["baris"], "tanggal") == [
            "11 Mei 2026 s.d. 15 Mei 2026",
            "9 Maret 2026",
        ]
        people = said["pegawai"]
        counts = {key: column(people, key) for key in ("kebutuhan", "diikuti", "persen", "jam")}
        assert counts == {
            "kebutuhan": ["0", "1", "2", "1", "0"],
            "diikuti": ["0", "0", "1", "1", "0"],
            "persen": ["-", "0,0", "50,0", "100,0", "-"],
            "jam": ["0", "0", "40", "6", "0"],
        }
        for key in ("kebutuhan", "diikuti", "jam"):
            assert said["jumlah"][key] == str(sum(map(int, counts[key])))

    def test_the_form_on_effects_waits_for_what_was_applied(self) -> None:
        told = named(papers(with_rows(*TRAININGS)), "monitoring-diklat")
        assert not told.draft
        silent = [replace(training, hasil="") for training in TRAININGS]
        form = named(papers(with_rows(*silent)), "monitoring-diklat")
        assert [lack.what for lack in form.lacks] == ["penerapan hasil 2 diklat"]
        assert form.draft
        none_done = content(with_rows(TRAININGS[1]), "monitoring-diklat")
        assert column(none_done["baris"], "nomor") == ["1", "2", "3", "4", "5"]


class TestExemplary:
    def test_marks_are_averaged_and_ranked(self) -> None:
        said = content(with_rows(*ASSESSMENTS), "rekap-penilaian")
        rows = said["baris"]
        assert column(rows, "nama")[:2] == ["Tono Contoh", "Sari Contoh"]
        assert column(rows, "peringkat") == ["1", "2", "3"]
        # (92+90)/2, (91+92)/2, (94+92)/2, (90+91)/2, (93+90)/2 and their sum.
        shown = [rows[0][key] for key in ("k1", "k2", "k3", "k4", "k5", "jumlah")]
        assert shown == ["91,00", "91,50", "93,00", "90,50", "91,50", "457,50"]
        assert said["ditetapkan"] == "Tono Contoh"
        assert said["kriteria"] == (
            "K1: Disiplin; K2: Kinerja; K3: Integritas; K4: Kerja sama; K5: Pelayanan"
        )

    def test_equal_totals_share_a_rank(self) -> None:
        marks = (80, 80, 80, 80, 80)
        rows = [
            Assessment("Tahun", calon, "Sekretaris", *marks)
            for calon in ("STAF-1", "staf-2", "KSB-TPH")
        ]
        rows[2] = replace(rows[2], nilai_1=79)
        candidates = ranked(with_rows(), rows)
        assert [(c.official.id, c.rank) for c in candidates] == [
            ("STAF-1", 1),
            ("STAF-2", 1),
            ("KSB-TPH", 3),
        ]

    def test_a_mark_that_is_missing_is_a_blank_and_a_lack(self) -> None:
        of = with_rows(replace(ASSESSMENTS[2], nilai_4=None))
        assert content(of, "rekap-penilaian")["baris"][0]["k4"] == ""
        recap = named(papers(of), "rekap-penilaian")
        assert [lack.what for lack in recap.lacks] == ["nilai pada 1 baris penilaian"]

    def test_the_first_rank_is_not_chosen_by_itself(self) -> None:
        of = with_rows(*(replace(row, terpilih=False) for row in ASSESSMENTS))
        assert content(of, "rekap-penilaian")["ditetapkan"] == "." * 32
        assert named(papers(of), "rekap-penilaian").draft
        assert "pegawai/2026-s1/piagam" not in names(papers(of))

    def test_the_certificate_names_whom_and_for_what(self) -> None:
        said = content(with_rows(*ASSESSMENTS), "piagam")
        assert (said["nama"], said["nip"]) == ("Tono Contoh", f"NIP {NIP}")
        assert said["sebagai"] == "sebagai pegawai teladan Semester I Tahun 2026"
        assert said["penanda_tangan"]["nama"] == "Budi Contoh"

    def test_every_choice_of_a_period_is_one(self) -> None:
        choices = TELADAN.by_key["periode"].choices
        assert [assessed_period(word, 2026).folder for word in choices] == [
            *(Period(2026, Cycle.QUARTER, n).folder for n in range(1, 5)),
            "2026-s1",
            "2026-s2",
            "2026",
        ]
        assert choices[0] == "Triwulan I"
        assert choices[-1] == "Tahun"


class TestFindings:
    @pytest.mark.parametrize(
        ("changed", "codes"),
        [
            ({}, []),
            ({"bulan": 13}, ["PEGAWAI-BULAN"]),
            ({"mulai": None, "selesai": None}, ["PEGAWAI-TANGGAL"]),
            ({"mulai": None, "selesai": None, "keadaan": TrainingState.PLANNED}, []),
            ({"selesai": date(2026, 5, 1)}, ["PEGAWAI-URUTAN"]),
            ({"selesai": date(2027, 5, 1)}, ["PEGAWAI-TAHUN"]),
        ],
    )
    def test_of_a_training(self, changed: dict[str, Any], codes: list[str]) -> None:
        training: Training = replace(TRAININGS[0], **changed)
        assert [finding.code for finding in check_trainings(with_rows(training))] == codes

    def test_of_one_that_stands_twice(self) -> None:
        again = replace(TRAININGS[0], pejabat="staf-1")
        codes = [finding.code for finding in check_trainings(with_rows(TRAININGS[0], again))]
        assert codes == ["PEGAWAI-GANDA"]

    def test_of_marks(self) -> None:
        first, second, third, *_ = ASSESSMENTS
        assert list(check_assessments(with_rows(*ASSESSMENTS))) == []
        of = with_rows(
            replace(first, nilai_2=101, terpilih=True), replace(second, penilai="sekretaris"), third
        )
        codes = [finding.code for finding in check_assessments(of)]
        assert codes == ["PEGAWAI-NILAI", "PEGAWAI-PENILAI", "PEGAWAI-TERPILIH"]

    def test_of_criteria(self) -> None:
        own = [
            PaperText("Kriteria pegawai teladan", WordingPart.ITEM, rich(f"Kriteria {n}"))
            for n in range(6)
        ]
        assert [finding.code for finding in check_criteria(with_rows(*own))] == ["PEGAWAI-KRITERIA"]
        assert list(check_criteria(with_rows(*own[:5]))) == []
