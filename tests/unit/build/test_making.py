"""A run from products to files: whole for each paper, and what it says of what is left out."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cases.plans import plan, with_decree
from tests.cases.products import products
from tests.cases.workshops import Counting, FakeOffice, contents, make
from tests.cases.year_folder import make_decree, reworded
from zi_docs.build import manifest as manifests
from zi_docs.build.making import Built, Wishes
from zi_docs.build.manifest import Standing
from zi_docs.errors import ExitCode
from zi_docs.findings import Finding
from zi_docs.model import Plan, Signing
from zi_docs.pdf.jobs import Converts
from zi_docs.product import Family
from zi_docs.settings import DEFAULTS

STANDING = Standing("zi.xlsx", "", whole=True)


def told(findings: tuple[Finding, ...], folder: Path) -> list[tuple[str, str]]:
    """The code of each finding, and the product or file that it is about."""
    return [
        (f.code, Path(f.place.file).relative_to(folder).as_posix())
        for f in findings
        if f.place.file.startswith(str(folder))
    ]


def january(
    office: Converts | None, folder: Path, templates: Path = DEFAULTS.templates, **wishes: object
) -> Built:
    """The decree, and the forms of January: area I has something to do, area II has not."""
    decree = products(plan(), Family.DECREE)
    forms = products(plan(), Family.FORM, key="2026-01")
    asked = Wishes(plan=plan(), **wishes)  # type: ignore[arg-type]
    return make([*decree, *forms], office, folder, asked, templates)


# Of what stands


@pytest.mark.parametrize("altered", [False, True])
def test_a_bundle_takes_its_parts_as_they_stand(altered: bool, tmp_path: Path) -> None:
    """A lost bundle is joined of the published PDFs; only one that is not what was made, and what
    was never published, is rendered and converted again."""
    folder = tmp_path / "2026"
    january(FakeOffice(), folder)
    before = contents(folder)
    (folder / "bundel/monev-2026-01.pdf").unlink()
    shutil.rmtree(tmp_path / "tembolok")
    if altered:
        (folder / "monev/2026-01/area-1.pdf").write_bytes(before["monev/2026-01/area-2.pdf"])
    office = FakeOffice()
    january(office, folder)
    assert office.given == (["area-1"] if altered else [])
    bundle = "bundel/monev-2026-01.pdf"
    assert contents(folder)[bundle] == before[bundle]


# Whole for each paper


def test_a_conversion_that_fails_leaves_out_its_paper_and_the_bundle_only(tmp_path: Path) -> None:
    folder = tmp_path / "2026"
    built = january(FakeOffice(["area-1"]), folder)
    assert told(built.findings, folder) == [
        ("HASIL-GAGAL", "monev/2026-01/area-1"),
        ("HASIL-BAGIAN", "bundel/monev-2026-01"),
    ]
    assert built.failures == {ExitCode.KONVERSI_GAGAL}
    assert list(contents(folder)) == [
        "bundel/keputusan-renaksi.pdf",
        "keputusan/renaksi-asli.docx",
        "keputusan/renaksi-asli.pdf",
        "keputusan/renaksi-salinan.docx",
        "keputusan/renaksi-salinan.pdf",
        "monev/2026-01/2026-01 Area 1 KPU Contoh.xlsx",
        "monev/2026-01/area-2.docx",
        "monev/2026-01/area-2.pdf",
        "monev/2026-01/rekap.docx",
        "monev/2026-01/rekap.pdf",
    ]


def test_the_findings_say_what_happened_and_what_waits_for_it(tmp_path: Path) -> None:
    failed, blocked = january(FakeOffice(["area-1"]), tmp_path / "2026").findings
    assert failed.message == (
        "Berkas ini tidak dibuat. area-1.docx tidak dapat diubah. Periksalah berkas itu."
    )
    assert blocked.message == (
        "Berkas ini tidak dibuat karena monev/2026-01/area-1 tidak utuh; perbaiki dahulu naskah "
        "itu."
    )


def test_what_failed_is_made_by_the_next_run_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "2026"
    january(FakeOffice(["area-1"]), folder)
    built = january(FakeOffice(), folder)
    assert (built.findings, built.failures) == ((), frozenset())
    assert {path.relative_to(folder).as_posix() for path in built.written} == {
        "monev/2026-01/area-1.docx",
        "monev/2026-01/area-1.pdf",
        "bundel/monev-2026-01.pdf",
    }


def test_what_stood_there_before_a_failure_stays(tmp_path: Path) -> None:
    """The decree is reworded, but its original cannot be converted: the old one is left whole."""
    folder = tmp_path / "2026"
    make_decree(plan(), FakeOffice(), folder)
    before = contents(folder)
    built = make_decree(reworded(), FakeOffice(["renaksi-asli"]), folder)
    changed = {name for name, content in contents(folder).items() if content != before[name]}
    assert changed == {"keputusan/renaksi-salinan.docx"}
    assert told(built.findings, folder) == [
        ("HASIL-GAGAL", "keputusan/renaksi-asli"),
        ("HASIL-BAGIAN", "bundel/keputusan-renaksi"),
    ]
    again = {reason.name for reason in make_decree(reworded(), FakeOffice(), folder).reasons
             if not reason.fresh}  # fmt: skip
    assert again == {"keputusan/renaksi-asli", "bundel/keputusan-renaksi"}


def test_a_template_that_cannot_be_filled_leaves_out_its_papers_only(tmp_path: Path) -> None:
    templates = tmp_path / "templat"
    shutil.copytree(DEFAULTS.templates, templates)
    (templates / "formulir-monev.docx").write_bytes(b"bukan DOCX")
    folder = tmp_path / "2026"
    built = january(FakeOffice(), folder, templates)
    assert built.failures == {ExitCode.TEMPLAT_RUSAK}
    assert told(built.findings, folder) == [
        ("HASIL-GAGAL", "monev/2026-01/area-1"),
        ("HASIL-GAGAL", "monev/2026-01/area-2"),
        ("HASIL-GAGAL", "monev/2026-01/rekap"),
        ("HASIL-BAGIAN", "bundel/monev-2026-01"),
    ]
    assert "monev/2026-01/2026-01 Area 1 KPU Contoh.xlsx" in contents(folder)
    assert "bundel/keputusan-renaksi.pdf" in contents(folder)


def test_a_paper_that_cannot_be_signed_publishes_nothing(tmp_path: Path) -> None:
    """The tag stands nowhere in the page that the fake makes: neither PDF nor DOCX, no bundle."""
    folder = tmp_path / "2026"
    built = make_decree(with_decree(plan(), tanda_tangan=Signing.TAG), FakeOffice(), folder)
    assert "TTD-TAG" in [finding.code for finding in built.findings]
    assert told(built.findings, folder) == [("HASIL-BAGIAN", "bundel/keputusan-renaksi")]
    assert list(contents(folder)) == [
        "keputusan/renaksi-salinan.docx",
        "keputusan/renaksi-salinan.pdf",
    ]
    assert "keputusan/renaksi-asli" not in manifests.read(folder).records


def test_a_year_with_a_failure_is_not_whole(tmp_path: Path) -> None:
    for fails, whole in ((["area-1"], False), ([], True)):
        folder = tmp_path / f"2026-{whole}"
        january(FakeOffice(fails), folder, standing=STANDING)
        standing = manifests.read(folder).standing
        assert standing is not None
        assert standing.whole is whole


# Without an office program


def test_without_an_office_program_there_are_docx_and_xlsx_files_and_no_bundle(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "2026"
    built = january(None, folder)
    assert (built.findings, built.failures) == ((), frozenset())
    assert list(contents(folder)) == [
        "keputusan/renaksi-asli.docx",
        "keputusan/renaksi-salinan.docx",
        "monev/2026-01/2026-01 Area 1 KPU Contoh.xlsx",
        "monev/2026-01/area-1.docx",
        "monev/2026-01/area-2.docx",
        "monev/2026-01/rekap.docx",
    ]


def test_the_pdfs_follow_once_there_is_an_office_program(tmp_path: Path) -> None:
    folder = tmp_path / "2026"
    january(None, folder)
    built = january(FakeOffice(), folder)
    assert {reason.name: reason.why for reason in built.reasons} == {
        "keputusan/renaksi-paraf": "PDF-nya belum ada",
        "keputusan/renaksi-asli": "PDF-nya belum ada",
        "keputusan/renaksi-salinan": "PDF-nya belum ada",
        "bundel/keputusan-renaksi": "belum pernah dibuat",
        "monev/2026-01/area-1": "PDF-nya belum ada",
        "monev/2026-01/area-2": "PDF-nya belum ada",
        "monev/2026-01/rekap": "PDF-nya belum ada",
        "monev/2026-01/area-1.xlsx": "tidak ada yang berubah",
        "bundel/monev-2026-01": "belum pernah dibuat",
    }


def test_a_year_that_lost_its_office_program_has_nothing_left_over(tmp_path: Path) -> None:
    """What cannot be made today is still what the workbook gives."""
    folder = tmp_path / "2026"
    january(FakeOffice(), folder, standing=STANDING)
    before = contents(folder)
    built = january(None, folder, standing=STANDING)
    assert told(built.findings, folder) == []
    assert contents(folder) == before


# What is left over


def test_what_the_workbook_no_longer_gives_is_named_and_left(
    folder: Path, office: Counting
) -> None:
    """Without a number there is no copy any more; the old one stays until somebody removes it."""

    def whole_year(year: Plan) -> Built:
        return make_decree(year, office, folder, standing=STANDING)

    whole_year(plan())
    built = whole_year(with_decree(plan(), nomor="", tanggal=None))
    left = [finding.place.file for finding in built.findings if finding.code == "HASIL-USANG"]
    assert [Path(path).name for path in left] == ["renaksi-salinan.docx", "renaksi-salinan.pdf"]
    assert all(Path(path).is_file() for path in left)


# What is made for JDIH


def test_the_copy_is_published_with_the_files_that_are_made_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "2026"
    make(products(plan(), Family.JDIH), FakeOffice(), folder, Wishes(plan=plan()))
    files = contents(folder)
    assert list(files) == [
        "jdih/2026kpt0010-abstrak.docx",
        "jdih/2026kpt0010-abstrak.pdf",
        "jdih/2026kpt0010.csv",
        "jdih/2026kpt0010.json",
        "jdih/2026kpt0010.pdf",
        "keputusan/renaksi-salinan.docx",
        "keputusan/renaksi-salinan.pdf",
    ]
    assert files["jdih/2026kpt0010.pdf"] == files["keputusan/renaksi-salinan.pdf"]


def test_a_run_for_a_part_of_the_year_keeps_what_is_known_of_the_rest(tmp_path: Path) -> None:
    folder, year = tmp_path / "2026", plan()
    make_decree(year, FakeOffice(), folder)
    forms = products(year, Family.FORM, key="2026-12")
    make(forms, FakeOffice(), folder, Wishes(plan=replace(year)))
    assert set(manifests.read(folder).records) == {
        "keputusan/renaksi-paraf",
        "keputusan/renaksi-asli",
        "keputusan/renaksi-salinan",
        "bundel/keputusan-renaksi",
        "monev/2026-12/area-1",
        "monev/2026-12/area-1.xlsx",
        "monev/2026-12/area-2",
        "monev/2026-12/area-2.xlsx",
        "monev/2026-12/rekap",
        "bundel/monev-2026-12",
    }
