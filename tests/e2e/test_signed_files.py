"""Nothing that was signed is lost, whatever is missing or damaged beside it.

With the quick fake office: what is told here does not depend on pages.
"""

from __future__ import annotations

import json
import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from tests.cases.bare_books import brief
from tests.cases.edited import edited
from tests.cases.signing import heavy_pdf, text_pdf
from tests.cases.workshops import FAKES, contents
from tests.e2e.conftest import SOURCE, generate_here
from zi_docs.cli import cli
from zi_docs.confined import Limits
from zi_docs.errors import ExitCode
from zi_docs.pdf import returned_file

SIGNED = "2026/ditandatangani"
REGISTER = "2026/register.json"
BOOK = "zi-2026.xlsx"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kantor")
    for name in ("office-quick", "pdf.sh"):
        shutil.copy(FAKES / name, folder / name)
    return folder / "office-quick"


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory, office: Path) -> Path:
    """An office's folder: the workbook with its kept state, `hasil` with the signed decree."""
    folder = tmp_path_factory.mktemp("tahun")
    brief(SOURCE, folder / BOOK)
    result = generate("keputusan", "--output", folder / "hasil", ZI_SOFFICE=str(office))
    assert result.returncode == 0, result.stderr
    assert take_in(folder / "hasil", "hasil pindai", "renaksi").returncode == 0
    return folder


@pytest.fixture
def output(taken: Path, tmp_path: Path) -> Path:
    """The output folder after `keputusan`, with the signed decree taken in as `renaksi`."""
    shutil.copytree(taken, tmp_path, dirs_exist_ok=True)
    return tmp_path / "hasil"


def generate(*arguments: object, **environment: str):  # type: ignore[no-untyped-def]
    """Run a verb on the workbook beside the output folder, where no other is named."""
    beside = Path(str(arguments[arguments.index("--output") + 1])).parent / BOOK
    given = arguments if "--source" in arguments else (*arguments, "--source", beside)
    return generate_here(*given, **environment)


def take_in(folder: Path, text: str, key: str):  # type: ignore[no-untyped-def]
    scan = folder.parent / "pindai.pdf"
    scan.write_bytes(text_pdf(text))
    return generate("tandatangan", scan, "--untuk", key, "--output", folder)


def files(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((output / SIGNED).iterdir())}


def test_a_file_of_another_length_than_its_paper_is_kept_only_when_asked_for(output: Path) -> None:
    """The fake office makes every paper one page long."""
    nine = output.parent / "sembilan.pdf"
    nine.write_bytes(text_pdf(*["halaman"] * 9))
    key = ("--untuk", "keputusan/renaksi-salinan", "--output", output)
    refused = generate("tandatangan", nine, *key)
    assert refused.returncode == ExitCode.TEMUAN
    assert "sembilan.pdf: kesalahan: Berkas ini mempunyai 9 halaman, sedangkan" in refused.stderr
    assert list(files(output)) == ["renaksi.pdf"]
    kept = generate("tandatangan", nine, *key, "--tetap")
    assert kept.returncode == 0, kept.stderr
    assert "peringatan: Berkas ini mempunyai 9 halaman" in kept.stderr
    register = json.loads((output / REGISTER).read_text())
    assert register["entries"][-1]["misfits"] == ["pages"]


@pytest.mark.parametrize(
    ("password", "code"), [("buka", "TTD-SANDI"), ("", "TTD-PEMBATASAN")], ids=["reader", "owner"]
)
def test_a_password_is_told_for_what_it_closes(password: str, code: str, output: Path) -> None:
    """One that closes the file keeps it out; one that only limits its use is a warning."""
    locked = output.parent / "terkunci.pdf"
    with pikepdf.open(BytesIO(text_pdf("hasil pindai", "dua"))) as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="pemilik", user=password))
    key = ("--untuk", "keputusan/renaksi-salinan", "--output", output)
    result = generate("tandatangan", locked, *key)
    # The fake office makes every paper one page long.
    assert result.returncode == ExitCode.TEMUAN
    assert f"[{code}]" in result.stderr
    assert list(files(output)) == ["renaksi.pdf"]


def test_a_bundle_is_not_signed_but_its_papers(output: Path) -> None:
    taken = take_in(output, "bundel", "bundel/keputusan-renaksi")
    assert (taken.returncode, "TTD-" in taken.stderr) == (ExitCode.TEMUAN, True)


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7 rusak"])
def test_a_damaged_file_does_not_stop_the_rebuilding(
    damage: bytes, output: Path, office: Path
) -> None:
    """The decree stays sealed; the register waits for the right file."""
    path = output / SIGNED / "renaksi.pdf"
    path.chmod(0o644)
    path.write_bytes(damage)
    (output / SIGNED / "surat.pdf").write_bytes(text_pdf("surat"))
    (output / REGISTER).unlink()
    rebuilt = generate("tandatangan", "--pulihkan", "--output", output)
    assert rebuilt.returncode == 0, rebuilt.stderr
    assert "TTD-CACAT" in rebuilt.stderr
    named = [entry["file"] for entry in json.loads((output / REGISTER).read_text())["entries"]]
    assert named == ["ditandatangani/renaksi.pdf", "ditandatangani/surat.pdf"]
    made = generate("keputusan", "--output", output, ZI_SOFFICE=str(office))
    assert "MAN-TTD" in made.stderr
    mended = take_in(output, "hasil pindai", "renaksi")
    assert mended.returncode == 0, mended.stderr
    assert path.read_bytes() == text_pdf("hasil pindai")
    assert damage in files(output).values()
    assert generate("keputusan", "--output", output, ZI_SOFFICE=str(office)).returncode == 0


def test_a_file_that_takes_too_much_is_refused(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returned_file, "LIMITS", Limits(memory_bytes=200 * 1024 * 1024))
    scan = output.parent / "berat.pdf"
    scan.write_bytes(heavy_pdf(300))
    arguments = ("tandatangan", scan, "--untuk", "keputusan/renaksi-salinan", "--output", output)
    beside = ("--source", output.parent / BOOK)
    result = CliRunner().invoke(cli, [str(word) for word in (*arguments, *beside)])
    assert result.exit_code == ExitCode.TEMUAN
    assert "Membaca berkas ini menghabiskan terlalu banyak waktu atau memori" in result.stderr
    assert list(files(output)) == ["renaksi.pdf"]


def test_a_file_as_long_as_its_paper_is_taken_in_silence(output: Path) -> None:
    assert "HALAMAN" not in take_in(output, "salinan", "keputusan/renaksi-salinan").stderr


@pytest.mark.parametrize("damage", ["missing", "empty", "no entries", "no JSON"])
def test_without_its_register_nothing_is_made(damage: str, output: Path, office: Path) -> None:
    """Every making verb stops, and so does taking in: the decree would be made again."""
    before = contents(output / "2026")
    if damage == "missing":
        (output / REGISTER).unlink()
    else:
        content = {"empty": "", "no entries": '{"entries": []}', "no JSON": "[[["}[damage]
        (output / REGISTER).write_text(content)
    verbs = (("keputusan",), ("semua",), ("monev", "--bulan", "3"))
    for verb in verbs if damage == "missing" else verbs[:1]:
        result = generate(*verb, "--output", output, ZI_SOFFICE=str(office))
        assert result.returncode == ExitCode.KELUARAN_GAGAL, result.stderr
        assert "tandatangan --pulihkan" in result.stderr
    again = take_in(output, "pindaian lain", "renaksi")
    assert again.returncode == ExitCode.KELUARAN_GAGAL
    after = contents(output / "2026")
    assert after.pop("register.json", None) != before.pop("register.json")
    assert after == before


@pytest.mark.parametrize("damage", ["missing", "no JSON"])
def test_the_register_is_rebuilt_from_files_and_manifest(
    damage: str, output: Path, office: Path
) -> None:
    """It seals the same papers as before; a damaged one is kept beside it."""
    before = json.loads((output / REGISTER).read_text())
    signed = files(output)
    (output / REGISTER).unlink()
    if damage == "no JSON":
        (output / REGISTER).write_text("{")
    rebuilt = generate("tandatangan", "--pulihkan", "--output", output)
    assert rebuilt.returncode == 0, rebuilt.stderr
    assert "dicatat kembali sebagai renaksi" in rebuilt.stderr
    assert json.loads((output / REGISTER).read_text()) == before
    assert files(output) == signed
    assert len(list((output / "2026").glob("register.json.rusak-*"))) == (damage == "no JSON")
    assert generate("keputusan", "--output", output, ZI_SOFFICE=str(office)).returncode == 0


@pytest.mark.parametrize("damage", ["missing", "no output"])
def test_without_its_record_in_the_manifest_a_signed_paper_still_stands(
    damage: str, output: Path, office: Path
) -> None:
    """It is sealed by the register alone, and named among the results."""
    record = output / "2026" / "manifest.json"
    content = json.loads(record.read_text())
    content["outputs"] = {}
    record.write_text(json.dumps(content))
    if damage == "missing":
        record.unlink()
    before = files(output)
    result = generate("keputusan", "--output", output, ZI_SOFFICE=str(office))
    assert result.returncode == 0, result.stderr
    assert "keputusan/renaksi-asli.pdf" in result.stdout
    assert files(output) == before


def test_a_file_that_no_paper_is_named_after_is_told(output: Path) -> None:
    (output / SIGNED / "surat.pdf").write_bytes(text_pdf("surat"))
    rebuilt = generate("tandatangan", "--pulihkan", "--output", output)
    assert rebuilt.returncode == 0
    assert "dicatat kembali tanpa naskah" in rebuilt.stderr
    assert generate("tandatangan", "--pulihkan", "--output", output).stdout == ""


def test_a_paper_is_known_whatever_name_is_typed(output: Path) -> None:
    """`renaksi` and `keputusan/renaksi-asli` are one paper, and have one signed file."""
    again = take_in(output, "pindaian lain", "keputusan/renaksi-asli")
    assert again.returncode == ExitCode.TEMUAN
    assert "TTD-SUDAH" in again.stderr
    assert list(files(output)) == ["renaksi.pdf"]


def test_papers_whose_names_make_the_same_file_name_have_two_files(output: Path) -> None:
    """A file is there already under the name that the copy would get."""
    first = output / SIGNED / "keputusan-renaksi-salinan.pdf"
    first.write_bytes(text_pdf("lain"))
    generate("tandatangan", "--pulihkan", "--output", output)
    register = json.loads((output / REGISTER).read_text())
    # Taken in before under an ID that differs from it only by a sign.
    register["entries"][1] |= {"id": "keputusan renaksi salinan", "records": {}}
    (output / REGISTER).write_text(json.dumps(register))
    taken = take_in(output, "salinan", "keputusan/renaksi-salinan")
    assert taken.returncode == 0, taken.stderr
    assert first.read_bytes() == text_pdf("lain")
    (second,) = set(files(output)) - {"renaksi.pdf", first.name}
    assert second.startswith("keputusan-renaksi-salinan-")


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_a_damaged_signed_file_is_told_and_set_aside_for_the_right_one(
    damage: str, output: Path, office: Path
) -> None:
    path = output / SIGNED / "renaksi.pdf"
    path.chmod(0o644)
    damaged = path.read_bytes() + b"%"
    if damage == "changed":
        path.write_bytes(damaged)
    else:
        path.unlink()
    told = generate("keputusan", "--output", output, ZI_SOFFICE=str(office))
    assert told.returncode == ExitCode.SEBAGIAN
    assert "MAN-TTD" in told.stderr
    assert take_in(output, "pindaian lain", "renaksi").returncode == ExitCode.TEMUAN
    mended = take_in(output, "hasil pindai", "renaksi")
    assert mended.returncode == 0, mended.stderr
    assert "dipulihkan" in mended.stderr
    assert path.read_bytes() == text_pdf("hasil pindai")
    assert path.stat().st_mode & 0o222 == 0
    others = [content for name, content in files(output).items() if name != "renaksi.pdf"]
    assert others == ([damaged] if damage == "changed" else [])
    assert generate("keputusan", "--output", output, ZI_SOFFICE=str(office)).returncode == 0


def test_an_edited_cell_is_named_until_the_workbook_says_again_what_was_signed(
    output: Path, office: Path
) -> None:
    """However many runs have read the edited workbook since."""
    cell = {("Rencana Aksi", "RA-004", "Indikator"): "Pemimpin menjadi teladan"}
    book = edited(output.parent / BOOK, output.parent / "zi.xlsx", cells=cell)
    for verb in ("keputusan", "sk", "keputusan"):
        run = generate(verb, "--source", book, "--output", output, ZI_SOFFICE=str(office))
        assert run.returncode == 0, run.stderr
    assert "berbeda pada rencana_aksi (Rencana Aksi!D7)" in run.stderr
