"""Proposed codes agree with people: on the shipped plan, on plans of other words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cases.second_plan import second_plan
from zi_docs.lke.indicator_clauses import clauses
from zi_docs.lke.proposals import Confidence, propose, propose_all
from zi_docs.lke.stems import stem, terms
from zi_docs.model import Activity
from zi_docs.text import RichText


def row(indikator: str, langkah: str = "", bukti: str = "", **fields: str) -> Activity:
    texts = [RichText.of(text) for text in (fields.pop("komponen", "Komponen"), indikator)]
    area = fields.pop("area", "V PENGUATAN PENGAWASAN")
    return Activity("RA-001", area, *texts, RichText.of(langkah), RichText.of(bukti), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "forms",
    [
        ("menyusun", "disusun", "penyusunan", "susun", "penyusunannya"),
        ("menetapkan", "ditetapkan", "penetapan", "tetap"),
        ("pengukuran", "mengukur", "diukur", "ukuran"),
        ("kesesuaian", "sesuai", "penyesuaian"),
        ("pengendalian", "mengendalikan", "kendali"),
    ],
)
def test_all_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_words_that_only_look_alike_stay_apart() -> None:
    assert len({stem(word) for word in ("terpadu", "pengaduan", "petugas", "penugasan")}) == 4


def test_synonyms_are_one_term() -> None:
    assert terms("Monitoring dan evaluasi rotasi") == terms("Monev mutasi")
    assert terms("hasil survey kepuasan pengguna") == terms("Hasil SKM")
    assert terms("training need analysis") == terms("Kebutuhan diklat")
    assert terms("SOP di lingkungan {instansi-singkat}") == ("sop",)


def test_an_indicator_that_says_several_things_is_parted() -> None:
    assert clauses(
        "SOP telah mengacu pada proses bisnis dan dipahami pegawai telah dievaluasi"
    ) == (
        "SOP mengacu pada proses bisnis",
        "SOP dipahami pegawai",
        "SOP dievaluasi",
    )
    assert len(clauses("Dilakukan reviu dan perbaikan atas standar pelayanan")) == 1
    assert len(clauses("Ukuran kinerja individu telah sesuai")) == 1


def test_a_merged_indicator_serves_each_of_its_items() -> None:
    merged = row(
        "Terdapat penetapan Indikator Kinerja Utama dan indikator kinerja telah SMART",
        area="IV PENGUATAN AKUNTABILITAS",
    )
    assert propose(merged).codes == ("PPD2C", "PPD2D")


def test_the_reason_names_the_words_of_the_row() -> None:
    proposal, *more = propose(row("Evaluasi whistleblowing dilakukan")).proposals
    assert more == []
    assert (proposal.code, proposal.confidence) == ("PPE4B", Confidence.HIGH)
    assert proposal.reason == "indikator: “evaluasi”, “whistleblowing”"


def test_a_row_in_the_wrong_area_is_less_sure_and_says_so() -> None:
    indicator = "Hasil survei kepuasan masyarakat diumumkan"
    right = propose(row(indicator, area="VI PENINGKATAN KUALITAS PELAYANAN PUBLIK"))
    wrong = propose(row(indicator, area="II PENATAAN TATA LAKSANA"))
    assert right.codes == wrong.codes == ("PPF4B",)
    assert wrong.proposals[0].share < right.proposals[0].share
    assert "butir ini ada di area VI" in wrong.proposals[0].reason


def test_surveys_filed_under_complaints_keep_their_item() -> None:
    survey = row(
        "Dilakukan survey masyarakat terhadap pelayanan",
        komponen="Pengelolaan Pengaduan",
        area="VI PENINGKATAN KUALITAS PELAYANAN PUBLIK",
    )
    assert propose(survey).codes == ("PPF4A",)


def test_evidence_of_an_item_that_nobody_serves_is_proposed_too() -> None:
    team = row(
        "Menerbitkan SK Tim Kerja",
        bukti="SK Tim Kerja, prosedur pemilihan Tim Kerja",
        area="I MANAJEMEN PERUBAHAN",
    )
    chosen = row("Seleksi anggota tim", area="I MANAJEMEN PERUBAHAN")
    assert [proposed.codes for proposed in propose_all([team])] == [("PPA1A", "PPA1B")]
    assert [proposed.codes for proposed in propose_all([team, chosen])] == [("PPA1A",), ("PPA1B",)]


def test_nothing_is_proposed_for_what_no_item_asks() -> None:
    assert propose(row("Xyz abc", "qqq")).codes == ()


def test_the_filled_code_is_never_read() -> None:
    plain = row("Pengendalian gratifikasi telah diterapkan")
    assert propose(replace(plain, lke="PPF4A")).proposals == propose(plain).proposals


def test_proposals_agree_on_a_plan_of_other_words() -> None:
    rows = second_plan()
    proposed = propose_all(row for row, _ in rows)
    wrong = {
        row.id: (codes, proposal.codes)
        for (row, codes), proposal in zip(rows, proposed, strict=True)
        if proposal.codes != codes
    }
    assert len(rows) > 100
    assert len(wrong) <= len(rows) * 0.05, wrong
