"""The five answers about a new office: taken, or refused with the reason."""

from __future__ import annotations

import pytest

from zi_docs.cli.office_answers import QUESTIONS, AnswerError, OfficeAnswers, answer
from zi_docs.workbook.writing.starters import starting_rows

BY_KEY = {question.key: question for question in QUESTIONS}


def answered(**texts: str) -> OfficeAnswers:
    answers = OfficeAnswers()
    for key, text in texts.items():
        answer(BY_KEY[key], answers, text)
    return answers


def test_there_are_five() -> None:
    assert list(BY_KEY) == ["instansi", "tahun", "kedudukan", "ketua", "sekretaris"]


def test_the_answers_stand_in_the_first_workbook() -> None:
    rows = starting_rows(
        answered(
            instansi="KPU Kabupaten Contoh Raya",
            tahun=" 2027 ",
            kedudukan="Contoh Jaya",
            ketua="Dr. H. Nama  Ketua, S.H., M.H.",
            sekretaris="",
        ).office()
    )
    (office,) = rows["instansi"]
    assert (office["wilayah"], office["tahun"], office["kedudukan"]) == (
        "Contoh Raya",
        2027,
        "Contoh Jaya",
    )
    names = {row["id"]: row.get("nama") for row in rows["pejabat"]}
    assert names["KETUA"] == "Dr. H. Nama Ketua, S.H., M.H."
    assert names["SEKRETARIS"] is None


def test_a_city_sits_in_itself_unless_somebody_knows_better() -> None:
    question = BY_KEY["kedudukan"]
    assert question.offered(answered(instansi="KPU Kota Contoh")) == "Contoh"
    assert question.offered(answered(instansi="KPU Kabupaten Contoh")) == ""


@pytest.mark.parametrize(
    ("key", "text", "reason"),
    [
        ("instansi", "", "Jawaban ini diperlukan."),
        ("instansi", "Dinas Contoh", "“Dinas Contoh” tidak diawali KPU atau KIP"),
        ("instansi", "KPU Contoh", "tidak menyebut Kabupaten, Kota, atau Provinsi."),
        ("instansi", "KPU Kota", "tidak menyebut nama wilayah"),
        ("tahun", "27", "“27” bukan tahun antara 2000 dan 2100."),
        ("tahun", "tahun depan", "“tahun depan” bukan tahun antara 2000 dan 2100."),
        ("kedudukan", "Jalan Contoh 1", "“Jalan Contoh 1” bukan nama tempat;"),
        ("ketua", "=A1", "“=A1” bukan nama orang;"),
        ("sekretaris", "198501012010011001", "bukan nama orang;"),
    ],
)
def test_a_wrong_answer_is_told_with_the_reason(key: str, text: str, reason: str) -> None:
    with pytest.raises(AnswerError) as refusal:
        answered(**{key: text})
    assert reason in str(refusal.value)
