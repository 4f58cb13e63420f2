"""The starting texts of a new workbook: whole, sound, and without an invented name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from zi_docs import checks
from zi_docs.checks.lacks import decree_lacks
from zi_docs.findings import Finding
from zi_docs.model import Part, Plan
from zi_docs.papers.keputusan import dictum
from zi_docs.papers.konsiderans import considerations
from zi_docs.text import Flow
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.author import write_workbook
from zi_docs.workbook.writing.starters import starting_rows

OFFICE = {
    "lembaga": "Komisi Pemilihan Umum",
    "singkatan": "KPU",
    "tingkat": "Kota",
    "wilayah": "Contoh",
    "kedudukan": "Contoh",
    "tahun": 2027,
}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, list[Finding]]:
    """What a new workbook says once the office has filled in who it is."""
    path: Path = tmp_path_factory.mktemp("starters") / "baru.xlsx"
    path.write_bytes(write_workbook({**starting_rows(), "instansi": [OFFICE]}, date(2027, 1, 1)))
    plan, findings = read_plan(path)
    assert plan is not None
    return plan, findings


def test_the_workbook_reads_back_without_errors(read: tuple[Plan, list[Finding]]) -> None:
    plan, findings = read
    assert [*findings, *checks.check(plan)] == []


def test_the_decree_of_the_plan_and_those_of_its_teams_are_offered(
    read: tuple[Plan, list[Finding]],
) -> None:
    plan, _ = read
    assert [decree.id for decree in plan.decrees] == [
        "renaksi",
        "sk-tim-kerja",
        "sk-agen-perubahan",
        "sk-upg",
        "sk-spip",
        "sk-wbs",
        "sk-pengaduan",
        "sk-benturan-kepentingan",
        "standar-pelayanan",
    ]
    assert plan.decrees[3].judul == (
        "Pembentukan Unit Pengendalian Gratifikasi di Lingkungan Komisi Pemilihan Umum "
        "Kota Contoh Tahun 2027"
    )


def test_nobody_is_invented(read: tuple[Plan, list[Finding]]) -> None:
    plan, _ = read
    assert {(official.nama, official.nip) for official in plan.officials} == {("", "")}


def test_the_work_team_has_its_leaders_and_six_groups(read: tuple[Plan, list[Finding]]) -> None:
    plan, _ = read
    seats = plan.team(plan.decrees[1])
    assert [seat.kedudukan for seat in seats if not seat.kelompok] == [
        *["Pengarah"] * 5,
        "Penanggung Jawab",
        "Ketua",
        "Sekretaris",
    ]
    groups = list(dict.fromkeys(seat.kelompok for seat in seats if seat.kelompok))
    assert len(groups) == 6
    assert groups[0] == "Pokja I Manajemen Perubahan"


@pytest.mark.parametrize("index", range(8))
def test_the_body_is_worded_as_decrees_are(read: tuple[Plan, list[Finding]], index: int) -> None:
    plan, _ = read
    decree = plan.decrees[index]
    menimbang, mengingat, *_ = considerations(plan, decree)
    flow = menimbang["butir"]
    assert isinstance(flow, Flow)
    texts = [paragraph.text.plain for paragraph in flow.paragraphs]
    assert all(text.startswith("bahwa ") and text.endswith(";") for text in texts)
    assert "huruf a dan huruf b, perlu menetapkan Keputusan Komisi" in texts[-1]
    labels = [
        p.text.plain.split("\t")[0] for p in dictum(decree).paragraphs if "\t" in p.text.plain
    ]
    assert labels == ["KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"][: 4 + (index == 0)]
    assert "{" not in "".join(texts)
    assert mengingat["label"] == "Mengingat"


def test_every_regulation_cited_is_defined_and_cited() -> None:
    rows = starting_rows()
    defined = {row["id"] for row in rows["peraturan"]}
    items = (*rows["konsiderans"], *rows["narasi"])
    cited = {row["peraturan"] for row in items if row.get("peraturan")}
    amending = {row["diubah"] for row in rows["peraturan"] if "diubah" in row}
    assert cited | amending == defined


def test_a_decree_as_the_fresh_workbook_holds_it() -> None:
    """The unit that handles gratification: body and seats, as its rows read."""
    rows = starting_rows()
    body = [row for row in rows["konsiderans"] if row["keputusan"] == "sk-upg"]
    assert [f"{row['bagian']}: {row.get('isi', row.get('peraturan'))}" for row in body] == [
        "Menimbang: bahwa untuk mencegah tindak pidana korupsi dan menjaga integritas "
        "penyelenggara serta pegawai di lingkungan {instansi}, perlu dilaksanakan "
        "pengendalian gratifikasi;",
        "Menimbang: bahwa agar penerimaan, pengelolaan, dan penerusan laporan gratifikasi "
        "terlaksana secara tertib, perlu dibentuk Unit Pengendalian Gratifikasi;",
        "Menimbang: bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {huruf-sebelumnya}, "
        "perlu menetapkan Keputusan {penetap} tentang Pembentukan Unit Pengendalian Gratifikasi "
        "di Lingkungan {instansi} Tahun {tahun}",
        "Mengingat: UU-31-1999",
        "Mengingat: UU-7-2017",
        "Mengingat: UU-20-2023",
        "Mengingat: PERPRES-54-2018",
        "Mengingat: PKPU-15-2015",
        "Mengingat: PERKPK-2-2019",
        "Mengingat: PKPU-8-2019",
        "Mengingat: PKPU-14-2020",
        "Mengingat: PERMENPANRB-90-2021",
        "Diktum: Membentuk Unit Pengendalian Gratifikasi di Lingkungan {instansi} Tahun {tahun}, "
        "yang selanjutnya disebut UPG, dengan susunan keanggotaan dan uraian tugas sebagaimana "
        "tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.",
        "Diktum: UPG sebagaimana dimaksud dalam Diktum KESATU bertugas:\n"
        "- menerima, menganalisis, dan mengadministrasikan laporan penerimaan dan penolakan "
        "gratifikasi;\n"
        "- menyampaikan laporan gratifikasi secara berjenjang melalui Unit Pengendalian "
        "Gratifikasi Komisi Pemilihan Umum, bagi Kabupaten/Kota terlebih dahulu melalui Komisi "
        "Pemilihan Umum Provinsi, kepada Komisi Pemberantasan Korupsi sesuai dengan ketentuan "
        "peraturan perundang-undangan;\n"
        "- menyosialisasikan ketentuan pengendalian gratifikasi kepada pegawai dan pemangku "
        "kepentingan;\n"
        "- mengidentifikasi titik rawan gratifikasi dan menyampaikan rekomendasi pencegahannya;\n"
        "- memantau dan mengevaluasi pelaksanaan pengendalian gratifikasi;\n"
        "- melaporkan pelaksanaan pengendalian gratifikasi kepada Pengarah secara berkala.",
        "Diktum: Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada "
        "Daftar Isian Pelaksanaan Anggaran {instansi} Tahun Anggaran {tahun}.",
        "Diktum: Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    ]
    seats = [row for row in rows["tim"] if row["keputusan"] == "sk-upg"]
    assert [(s["kedudukan"], s.get("pejabat") or s.get("jabatan")) for s in seats] == [
        ("Pengarah", "KETUA"),
        ("Pengarah", "ANGGOTA-1"),
        ("Pengarah", "ANGGOTA-2"),
        ("Pengarah", "ANGGOTA-3"),
        ("Pengarah", "ANGGOTA-4"),
        ("Penanggung Jawab", "SEKRETARIS"),
        ("Ketua", "Kepala Subbagian"),
        ("Sekretaris", "Kepala Subbagian"),
        ("Anggota", "Pegawai Sekretariat"),
        ("Anggota", "Pegawai Sekretariat"),
        ("Anggota", "Pegawai Sekretariat"),
    ]
    assert str(seats[0]["tugas"]) == (
        "- menetapkan kebijakan pengendalian gratifikasi;\n"
        "- memberikan arahan atas pelaksanaan tugas UPG."
    )
    # Tasks stand once for seats of one kind.
    assert [bool(s["tugas"]) for s in seats] == [
        *[True] + [False] * 4, True, True, True, *[True] + [False] * 2,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("decree", "cited", "task"),
    [
        ("sk-spip", "KPT-855-2025", "mengunggah Kartu Kendali paling lambat tanggal 10"),
        ("sk-wbs", "KPT-915-2025", "merahasiakan identitas pelapor dan isi laporan"),
        ("sk-pengaduan", "KPT-1089-2025", "dari setiap saluran, termasuk SP4N-LAPOR!"),
        ("sk-benturan-kepentingan", "KPT-323-2020", "menghimpun pernyataan dan laporan benturan"),
    ],
)
def test_a_decree_of_kpu_whose_title_is_not_certain_is_a_draft_until_the_office_writes_it(
    read: tuple[Plan, list[Finding]], decree: str, cited: str, task: str
) -> None:
    plan, _ = read
    (text,) = [text for text in plan.decrees if text.id == decree]
    (noted,) = text.items(Part.NOTING)
    regulation = plan.regulation(noted.peraturan)
    assert regulation is not None
    assert (regulation.id, regulation.tentang) == (cited, "……………")
    told = {lack.place for lack in decree_lacks(plan, text) if lack.draft}
    assert regulation.origin.at("tentang") in told
    assert task in text.items(Part.DICTUM)[1].isi.plain


def test_posts_of_a_fresh_workbook() -> None:
    posts = [
        (post["id"], post["jabatan"], post["kelompok"], post.get("atas_nama"))
        for post in starting_rows()["pejabat"]
    ]
    assert posts == [
        ("KETUA", "Ketua", "Komisioner", "Lembaga"),
        ("ANGGOTA-1", "Anggota", "Komisioner", None),
        ("ANGGOTA-2", "Anggota", "Komisioner", None),
        ("ANGGOTA-3", "Anggota", "Komisioner", None),
        ("ANGGOTA-4", "Anggota", "Komisioner", None),
        ("SEKRETARIS", "Sekretaris", "Sekretariat", None),
        ("KSB-KUL", "Kepala Subbagian Keuangan, Umum, dan Logistik", "Sekretariat", None),
        ("KSB-RDI", "Kepala Subbagian Perencanaan, Data, dan Informasi", "Sekretariat", None),
        (
            "KSB-TPH",
            "Kepala Subbagian Teknis Penyelenggaraan Pemilu dan Hukum",
            "Sekretariat",
            None,
        ),
        (
            "KSB-PHS",
            "Kepala Subbagian Partisipasi, Hubungan Masyarakat, dan Sumber Daya Manusia",
            "Sekretariat",
            None,
        ),
    ]


def test_a_regulation_of_the_fresh_workbook() -> None:
    law = next(row for row in starting_rows()["peraturan"] if row["id"] == "UU-7-2017")
    assert law == {
        "id": "UU-7-2017",
        "jenis": "Undang-Undang",
        "nomor": "7",
        "tahun": 2017,
        "tentang": "Pemilihan Umum",
        "ln_tahun": 2017,
        "ln_nomor": "182",
        "tln_nomor": "6109",
        "diubah": "UU-7-2023",
        "status": "Diubah",
    }


def test_a_number_that_ends_with_its_year_is_cited_without_saying_the_year_twice(
    read: tuple[Plan, list[Finding]],
) -> None:
    plan, _ = read
    (decree,) = [d for d in plan.decrees if d.id == "sk-benturan-kepentingan"]
    flow = considerations(plan, decree)[2]["butir"]
    assert isinstance(flow, Flow)
    (text,) = [paragraph.text.plain for paragraph in flow.paragraphs]
    assert "Nomor 323/HK.03-Kpt/08/KPU/VII/2020 tentang ……………" in text
