"""What is converted again after a change, and what is not; LibreOffice real."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.cases.plans import plan, rich
from tests.cases.products import products
from tests.cases.workshops import Counting, contents, make, real_office
from zi_docs.build.making import Built, Wishes
from zi_docs.model import Plan, Realisation
from zi_docs.product import Family, Product
from zi_docs.settings import DEFAULTS

pytestmark = pytest.mark.libreoffice


def papers(year: Plan) -> list[Product]:
    """The decree, the forms of the first and the last month."""
    decree = products(year, Family.DECREE)
    forms = [products(year, Family.FORM, key=month) for month in ("2026-01", "2026-12")]
    return [*decree, *forms[0], *forms[1]]


@dataclass
class Office:
    """An output folder that was made once, and who converts for it."""

    folder: Path
    converter: Counting

    def make(self, year: Plan, **wishes: object) -> Built:
        told = Wishes(plan=year, **wishes)  # type: ignore[arg-type]
        return make(papers(year), self.converter, self.folder, told)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dasar") / "2026"
    make(papers(plan()), real_office(), folder, Wishes(plan=plan()))
    return folder.parent


@pytest.fixture
def office(made_once: Path, tmp_path: Path) -> Office:
    shutil.copytree(made_once, tmp_path / "hasil", copy_function=shutil.copy2)
    return Office(tmp_path / "hasil" / "2026", real_office())


def changed(year: Plan, row: str, **fields: object) -> Plan:
    """The plan with fields of one row changed."""
    rows = (replace(one, **fields) if one.id == row else one for one in year.activities)  # type: ignore[arg-type]
    return replace(year, activities=tuple(rows))


def test_an_unchanged_plan_converts_and_writes_nothing(office: Office) -> None:
    before = {path: path.stat().st_mtime_ns for path in office.folder.rglob("*") if path.is_file()}
    built = office.make(plan())
    after = {path: path.stat().st_mtime_ns for path in office.folder.rglob("*") if path.is_file()}
    assert office.converter.taken() == []
    assert built.written == ()
    assert after == before
    assert all(reason.fresh for reason in built.reasons)


def test_the_settled_pages_are_known_again_without_a_conversion(office: Office) -> None:
    """The cache gone, a fresh catalog with page-dependent tables still converts nothing."""
    shutil.rmtree(office.folder.parent / "tembolok")
    assert office.make(plan()).written == ()
    assert office.converter.taken() == []


def test_one_changed_indicator_touches_the_decree_and_the_forms_that_hold_it(
    office: Office,
) -> None:
    """RA-003 is due in December: January's forms, the initials sheet and area II stay."""
    built = office.make(changed(plan(), "RA-003", indikator=rich("Indikator yang berubah")))
    assert office.converter.taken() == ["area-1", "rekap", "renaksi-asli", "renaksi-salinan"]
    written = {path.relative_to(office.folder).as_posix() for path in built.written}
    assert {name for name in written if "monev/" in name} == {
        "monev/2026-12/2026-12 Area 1 KPU Contoh.xlsx",
        "monev/2026-12/area-1.docx",
        "monev/2026-12/area-1.pdf",
        "monev/2026-12/rekap.docx",
        "monev/2026-12/rekap.pdf",
    }
    assert {name for name in written if "bundel/" in name} == {
        "bundel/keputusan-renaksi.pdf",
        "bundel/monev-2026-12.pdf",
    }


def test_a_cell_that_no_document_uses_makes_nothing_again(office: Office) -> None:
    year = plan()
    unused = replace(year, officials=(*year.officials[:2], replace(year.officials[2], unit="Baru")))
    built = office.make(unused)
    assert built.written == ()
    assert office.converter.taken() == []


def test_a_realisation_touches_its_period_and_later_ones_but_not_the_decree(
    office: Office,
) -> None:
    """What was done in February is no matter of January's forms; December's show it."""
    done = Realisation("RA-002", 2, persen=50.0, uraian=rich("Sudah dilakukan"))
    built = office.make(replace(plan(), realisations=(done,)))
    assert {reason.name for reason in built.reasons if not reason.fresh} == {
        "monev/2026-12/area-1",
        "monev/2026-12/area-1.xlsx",
        "monev/2026-12/rekap",
        "bundel/monev-2026-12",
    }


def test_a_template_makes_its_documents_again(office: Office, tmp_path: Path) -> None:
    """The same document from a template saved anew in Word: other bytes, so made again."""
    templates = tmp_path / "templat"
    shutil.copytree(DEFAULTS.templates, templates)
    with (templates / "formulir-monev.docx").open("ab") as stream:
        stream.write(b"\0")
    built = make(papers(plan()), office.converter, office.folder, templates=templates)
    stale = [reason for reason in built.reasons if not reason.fresh and "monev/" in reason.name]
    forms = {reason.name for reason in stale if reason.why == "templat formulir-monev.docx berubah"}
    assert forms == {
        f"monev/{month}/{part}"
        for month in ("2026-01", "2026-12")
        for part in ("area-1", "area-2", "rekap")
    }
    # The forms to fill on a screen are made without a template.
    assert {reason.name for reason in stale} == forms
    assert all(reason.fresh for reason in built.reasons if reason.name.startswith("keputusan/"))


def test_forced_everything_is_made_again_from_the_cache_and_nothing_is_other(
    office: Office,
) -> None:
    before = contents(office.folder)
    built = office.make(plan(), force=True)
    assert not any(reason.fresh for reason in built.reasons)
    assert office.converter.taken() == []
    assert contents(office.folder) == before


def test_a_lost_file_is_made_again_without_a_conversion(office: Office) -> None:
    before = contents(office.folder)
    (office.folder / "keputusan/renaksi-asli.pdf").unlink()
    built = office.make(plan())
    assert office.converter.taken() == []
    assert contents(office.folder) == before
    (why,) = [reason.why for reason in built.reasons if not reason.fresh]
    assert why == "berkas keputusan/renaksi-asli.pdf tidak ada"


def test_a_damaged_entry_of_the_cache_is_not_believed(office: Office) -> None:
    cache = office.folder.parent / "tembolok"
    for entry in cache.iterdir():
        entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    before = contents(office.folder)
    (office.folder / "keputusan/renaksi-salinan.pdf").unlink()
    office.make(plan())
    assert office.converter.taken() == ["renaksi-salinan"]
    assert contents(office.folder) == before


def test_a_moved_row_with_the_same_words_makes_nothing_again(office: Office) -> None:
    year = plan()
    moved = tuple(
        replace(one, origin=replace(one.origin, row=number + 100))
        for number, one in enumerate(year.activities)
    )
    assert office.make(replace(year, activities=moved)).written == ()


def test_without_the_office_program_nothing_that_stands_is_lost(office: Office) -> None:
    """The machine has no LibreOffice today: unchanged, everything stays, the PDFs too."""
    before = contents(office.folder)
    built = make(papers(plan()), None, office.folder)
    assert built.written == ()
    assert contents(office.folder) == before


def test_a_paper_set_in_another_font_says_so_as_long_as_it_stands(tmp_path: Path) -> None:
    """The office asks for a font that is not installed and that none of ours is as wide as."""
    asked = replace(plan(), office=replace(plan().office, keputusan_huruf="Huruf Kantor"))
    for _ in range(2):
        built = make(products(asked, Family.DECREE), real_office(), tmp_path / "2026")
        told = [finding for finding in built.findings if finding.code == "HURUF-GANTI"]
        assert [finding.place.file for finding in told] == [
            "keputusan/renaksi-asli.pdf",
            "keputusan/renaksi-salinan.pdf",
        ]
        assert "bukan Huruf Kantor" in told[0].message
