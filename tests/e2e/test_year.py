"""The verbs of the year: `semua`, `manifes`, `tandatangan`, and a run that is stopped."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from tests.cases.edited import edited
from tests.cases.signing import signed, text_pdf, throw_away_signer
from tests.cases.workshops import contents
from tests.e2e.conftest import ROOT, SOURCE, running
from tests.e2e.conftest import generate_here as generate
from zi_docs.errors import ExitCode
from zi_docs.pdf.destinations import PageSpot
from zi_docs.pdf.signing import SignatureField, add_signature_fields

pytestmark = [pytest.mark.libreoffice]

SECONDS = 1.0
# The decree of the real workbook has so many.
PAGES = 18


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder after `keputusan` on the real workbook."""
    folder = tmp_path_factory.mktemp("setahun")
    result = generate("keputusan", "--output", folder)
    assert result.returncode == 0, result.stderr
    return folder


def into(folder: Path, output: Path) -> tuple[object, ...]:
    """The options of a run on a copy of the workbook, beside which its decreed state is kept."""
    book = folder / SOURCE.name
    shutil.copy(SOURCE, book)
    return "--source", book, "--output", output


def test_a_scan_is_taken_in_and_locked(output: Path, tmp_path: Path) -> None:
    scan = tmp_path / "pindai.pdf"
    scan.write_bytes(text_pdf(*["hasil pindai"] * PAGES))
    result = generate("tandatangan", scan, "--untuk", "renaksi", *into(tmp_path, output))
    assert result.returncode == 0, result.stderr
    assert "hasil pindai; nomor 10, tanggal 2026-01-22" in result.stderr
    kept = output / "2026/ditandatangani/renaksi.pdf"
    assert result.stdout.strip() == str(kept)
    assert kept.read_bytes() == scan.read_bytes()
    assert kept.stat().st_mode & 0o222 == 0
    (entry,) = json.loads((output / "2026/register.json").read_text())["entries"]
    assert set(entry["records"]) == {"keputusan/renaksi-asli", "bundel/keputusan-renaksi"}


def test_another_file_for_the_same_decree_is_refused(output: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        scan = tmp_path / f"{number}.pdf"
        scan.write_bytes(text_pdf(*[f"pindaian {number}"] * PAGES))
    generate("tandatangan", tmp_path / "1.pdf", "--untuk", "renaksi", *into(tmp_path, output))
    kept = (output / "2026/ditandatangani/renaksi.pdf").read_bytes()
    again = generate(
        "tandatangan", tmp_path / "2.pdf", "--untuk", "renaksi", *into(tmp_path, output)
    )
    assert again.returncode == ExitCode.TEMUAN
    assert "TTD-SUDAH" in again.stderr
    assert (output / "2026/ditandatangani/renaksi.pdf").read_bytes() == kept


def test_a_change_after_signing_is_told_and_nothing_signed_is_touched(
    output: Path, tmp_path: Path
) -> None:
    scan = tmp_path / "pindai.pdf"
    scan.write_bytes(text_pdf(*["hasil pindai"] * PAGES))
    generate("tandatangan", scan, "--untuk", "renaksi", *into(tmp_path, output))
    before = contents(output / "2026")
    cells = {("Rencana Aksi", "RA-001", "Indikator"): "Indikator yang berubah"}
    source = edited(SOURCE, tmp_path / "zi.xlsx", cells=cells)
    result = generate("keputusan", "--source", source, "--output", output, "--json")
    told = json.loads(result.stdout)["findings"]
    (found,) = [finding for finding in told if finding["code"] == "KEP-PERUBAHAN"]
    assert "Rencana Aksi!" in found["message"]
    assert contents(output / "2026") == before


def test_an_electronic_signature_names_its_signer(output: Path, tmp_path: Path) -> None:
    empty = add_signature_fields(
        text_pdf(*["isi"] * PAGES),
        [SignatureField("KETUA", PageSpot(0, 100, 200))],
        date(2026, 1, 22),
    )
    done = signed(empty, "ttd_KETUA", throw_away_signer())
    own, broken = tmp_path / "elektronik.pdf", tmp_path / "rusak.pdf"
    own.write_bytes(done)
    # In the comment behind the first line: any reader opens it, the signature does not hold.
    broken.write_bytes(done[:11] + bytes([done[11] ^ 1]) + done[12:])
    name = ("--untuk", "keputusan/renaksi-salinan", "--output", output)
    refused = generate("tandatangan", broken, *name)
    assert refused.returncode == ExitCode.TEMUAN, refused.stderr
    taken = generate("tandatangan", own, *name)
    assert taken.returncode == 0, taken.stderr
    assert "ditandatangani secara elektronik oleh Uji Coba" in taken.stderr
    assert "TTD-SERTIFIKAT" in taken.stderr


def test_what_was_never_made_cannot_be_signed(output: Path, tmp_path: Path) -> None:
    scan = tmp_path / "pindai.pdf"
    scan.write_bytes(text_pdf(*["hasil pindai"] * PAGES))
    result = generate("tandatangan", scan, "--untuk", "sk-lain", "--output", output)
    assert result.returncode == ExitCode.TEMUAN
    assert "TTD-ID" in result.stderr


def test_manifes_periksa_finds_what_was_changed(made: Path, tmp_path: Path) -> None:
    folder = made.parent
    assert generate("manifes", "--periksa", "--output", folder).returncode == 0
    strange = made / "asing.txt"
    strange.write_text("asing")
    result = generate("manifes", "--periksa", "--output", folder, "--json")
    strange.unlink()
    # The fixture made the decree alone.
    codes = [finding["code"] for finding in json.loads(result.stdout)["findings"]]
    assert codes == ["MAN-ASING", "MAN-BELUM"]
    nothing = generate("manifes", "--periksa", "--output", tmp_path)
    assert nothing.returncode == ExitCode.TEMUAN


def test_a_terminated_run_ends_its_office_programs_and_changes_nothing(tmp_path: Path) -> None:
    """The fake hangs; after SIGTERM neither it nor a lock nor a file is left."""
    office = ROOT / "tests/fakes/office-hangs"
    process = subprocess.Popen(
        [sys.executable, "generate.py", "keputusan", "--output", tmp_path / "hasil"],
        cwd=ROOT,
        env={**os.environ, "ZI_SOFFICE": str(office), "TMPDIR": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 60
    while not list(tmp_path.glob("zi-docs-*/tmp*/*.docx")) and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    _, told = process.communicate(timeout=30)
    assert process.returncode == ExitCode.DIHENTIKAN
    assert "Dihentikan" in told
    assert not list(tmp_path.glob("zi-docs-*"))
    assert contents(tmp_path / "hasil" / "2026") == {}
    assert not running(str(tmp_path / "zi-docs-"))


@pytest.mark.skipif("ZI_UJI_TAHAN" not in os.environ, reason="long: make test-tahan")
def test_the_whole_year_unchanged_takes_no_second(tmp_path: Path) -> None:
    """On the real workbook with the quick fake office, which the second run does not start."""
    office = tmp_path / "kantor"
    office.mkdir()
    for name in ("office-quick", "pdf.sh"):
        (office / name).write_bytes((ROOT / "tests/fakes" / name).read_bytes())
        (office / name).chmod(0o755)
    place = {"ZI_SOFFICE": str(office / "office-quick")}
    first = generate("semua", "--output", tmp_path / "hasil", **place)
    assert first.returncode in (ExitCode.BERES, ExitCode.SEBAGIAN), first.stderr
    for name in ("keputusan/renaksi-salinan", "rapat/R-30/undangan", "monev/2026-12/area-6"):
        assert (tmp_path / f"hasil/2026/{name}.docx").is_file(), name
    converted = (office / "pids").read_text()
    usage = os.times()
    second = generate("semua", "--output", tmp_path / "hasil", **place)
    own = os.times().children_user - usage.children_user
    assert second.returncode == first.returncode
    assert second.stdout == first.stdout
    assert "tidak ada yang dibuat ulang" in second.stderr
    assert (office / "pids").read_text() == converted
    assert own < SECONDS
