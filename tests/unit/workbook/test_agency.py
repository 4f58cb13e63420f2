"""The words of an agency: those that the program knows, and an office's own file of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbook_bench import ROWS

from tests.cases.bare_books import bare_workbook
from zi_docs.data.agencies import shipped_agency, shipped_names
from zi_docs.findings import Finding
from zi_docs.model import Agency, Office
from zi_docs.revision.compare import compare_plans
from zi_docs.workbook.reading.load import read_plan

OWN = """
tanpa_nip = ["Eksternal"]
unit_penyalin = "SUBBAGIAN UMUM {lembaga}"
singkatan_keputusan = "kep"
kata_tim_zi = ["tim pembangunan", "zona integritas"]
"""
KPU = Agency(
    tanpa_nip=("Komisioner",),
    unit_penyalin="SEKRETARIAT {lembaga}",
    singkatan_keputusan="kpt",
    kata_tim_zi=("tim kerja", "zona integritas"),
)


def read(folder: Path, words: str | None, content: str | bytes | None = None) -> Reading:
    """Office and findings of the sound workbook that names `words`, with a file of that name."""
    path = folder / "zi.xlsx"
    office = ROWS["instansi"][0] | ({"kata_instansi": words} if words else {})
    path.write_bytes(bare_workbook({**ROWS, "instansi": [office]}))
    if content is not None and words is not None:
        data = content if isinstance(content, bytes) else content.encode()
        (folder / words).write_bytes(data)
    plan, findings = read_plan(path)
    assert plan is not None
    return plan.office, findings


Reading = tuple[Office, list[Finding]]


def test_the_program_knows_these_agencies() -> None:
    assert shipped_names() == ("kpu",)
    assert shipped_agency("kpu") == KPU


@pytest.mark.parametrize("words", [None, "kpu", "KPU"])
def test_words_that_the_program_knows(tmp_path: Path, words: str | None) -> None:
    office, findings = read(tmp_path, words)
    assert findings == []
    assert office.agency == KPU
    assert office.files == ()
    assert office.copier_unit == "SEKRETARIAT Komisi Pemilihan Umum"
    assert office.agency.without_nip("komisioner")
    assert not office.agency.without_nip("")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_office_brings_its_own_words(tmp_path: Path, mark: str) -> None:
    office, findings = read(tmp_path, "bps.toml", mark + OWN)
    assert findings == []
    assert office.agency == Agency(
        tanpa_nip=("Eksternal",),
        unit_penyalin="SUBBAGIAN UMUM {lembaga}",
        singkatan_keputusan="kep",
        kata_tim_zi=("tim pembangunan", "zona integritas"),
    )
    assert office.files == ("bps.toml",)
    assert office.agency.names_integrity_team("Tim Pembangunan Zona Integritas")
    assert not office.agency.names_integrity_team("Tim Kerja Zona Integritas")


def test_the_file_of_the_program_is_a_sound_own_file(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[3] / "zi_docs" / "data" / "agencies" / "kpu.toml"
    office, findings = read(tmp_path, "salinan.toml", shipped.read_bytes())
    assert findings == []
    assert office.agency == KPU


def changed(old: str, new: str) -> str:
    assert old in OWN
    return OWN.replace(old, new)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "tidak ada"),
        (b"tanpa_nip = [\xff]", "bukan teks UTF-8"),
        ("tanpa_nip = [", "bukan TOML yang benar"),
        ("\n\nunit penyalin = 1", "bukan TOML yang benar (baris 3, kolom 6)"),
        (b"a = " + b"[" * 20_000, "bukan TOML yang benar"),
        (b"#" * 70_000, "lebih besar dari 64 KiB"),
        (changed('singkatan_keputusan = "kep"', ""), "tidak memuat kunci singkatan_keputusan"),
        (OWN + "unit = 1", "memuat kunci yang tidak dikenal, unit"),
        (
            changed('["Eksternal"]', '"Eksternal"'),
            "memuat tanpa_nip yang bukan senarai teks di dalam tanda kurung siku",
        ),
        (
            changed('"Eksternal"', "7"),
            "memuat tanpa_nip yang bukan teks satu baris di antara tanda petik",
        ),
        (changed("Eksternal", "Tamu"), "menyebut “Tamu” yang tidak ada di daftar Kelompok"),
        (
            changed("{lembaga}", "{wilayah}"),
            "memuat penanda selain {lembaga} dan {singkatan} pada unit_penyalin",
        ),
        (
            changed("SUBBAGIAN UMUM", r"SUB\u0000BAGIAN"),
            "memuat unit_penyalin yang bukan teks satu baris di antara tanda petik",
        ),
        (
            changed('"kep"', '"../kep"'),
            "memuat singkatan_keputusan yang tidak terdiri atas huruf dan angka saja",
        ),
        (
            changed('["tim pembangunan", "zona integritas"]', "[]"),
            "tidak menyebut satu kata pun pada kata_tim_zi",
        ),
    ],
)
def test_a_faulty_file_is_a_finding_at_its_cell(
    tmp_path: Path, content: str | bytes | None, problem: str
) -> None:
    office, (finding,) = read(tmp_path, "bps.toml", content)
    where = str(finding.place)
    assert where.endswith(f"zi.xlsx › Instansi!{office.origin.cells['kata_instansi']}")
    assert finding.code == "WB-KATA"
    assert finding.message.startswith(f"Berkas kata instansi “bps.toml” {problem}")
    assert finding.message.endswith(
        ". Perbaiki berkas itu di folder buku kerja ini menurut contoh di panduan, atau kosongkan "
        "isiannya."
    )
    # What is made nevertheless speaks as before.
    assert office.agency == KPU


@pytest.mark.parametrize("name", ["../bps.toml", "/etc/bps.toml", "lain/bps.toml"])
def test_a_file_elsewhere_is_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "bps.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "kerja").mkdir()
    _, (finding,) = read(tmp_path / "kerja", name)
    assert f"“{name}” bukan nama berkas saja" in finding.message


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "bps.toml").mkdir()
    _, (finding,) = read(tmp_path, "bps.toml")
    assert "“bps.toml” tidak dapat dibaca" in finding.message


def test_an_unknown_name_says_which_are_known(tmp_path: Path) -> None:
    office, (finding,) = read(tmp_path, "kpk")
    assert finding.message == (
        "Kata instansi “kpk” tidak dikenal. Mungkin yang dimaksud “kpu”. Isilah kpu, atau nama "
        "berkas TOML di folder buku kerja ini."
    )
    assert finding.place.cell == office.origin.cells["kata_instansi"]


def test_a_revision_tells_other_words_by_their_name(tmp_path: Path) -> None:
    before, after = tmp_path / "dahulu", tmp_path / "kini"
    for folder, words in ((before, "kpu"), (after, "bps.toml")):
        folder.mkdir()
        read(folder, words, None if words == "kpu" else OWN)
    old, _ = read_plan(before / "zi.xlsx")
    new, _ = read_plan(after / "zi.xlsx")
    assert old is not None and new is not None
    (change,) = compare_plans(old, new).records
    (field,) = change.fields
    assert (field.label, field.before.plain, field.after.plain) == (
        "Kata instansi",
        "kpu",
        "bps.toml",
    )
