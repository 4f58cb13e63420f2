"""What is made again after a change, and what is not: conversions counted, LibreOffice real."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.cases.plans import plan, rich
from tests.cases.workshops import Counting, contents, make, quick_office, real_office
from zi_docs.build.making import Built, Wishes
from zi_docs.model import Plan, Realisation
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers import formulir_monev as monev_form
from zi_docs.papers import keputusan as decrees
from zi_docs.papers import rekap as recap
from zi_docs.papers.document import Document, Papers
from zi_docs.papers.pages import Pagination
from zi_docs.pdf.conversion_cache import CachedConverter
from zi_docs.pdf.libreoffice import Job
from zi_docs.settings import DEFAULTS

pytestmark = pytest.mark.libreoffice

JANUARY, DECEMBER = (Period(2026, Cycle.MONTH, number) for number in (1, 12))


def sets(year: Plan) -> Iterator[Papers]:
    """The decree, the forms of the first and the last month."""
    for decree in year.decrees:
        yield decrees.papers(year, decree)
    for period in (JANUARY, DECEMBER):
        yield monev_form.papers(year, period)


@dataclass
class Office:
    """An output folder that was made once, and who converts for it."""

    folder: Path
    converter: Counting

    def make(self, year: Plan, **wishes: object) -> Built:
        told = Wishes(plan=year, **wishes)  # type: ignore[arg-type]
        return make(list(sets(year)), self.converter, self.folder, told)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dasar") / "2026"
    make(list(sets(plan())), real_office(), folder, Wishes(plan=plan()))
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
    """The cache gone, a fresh set with page-dependent tables still converts nothing."""
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
        "monev/2026-12/area-1.docx",
        "monev/2026-12/area-1.pdf",
        "monev/2026-12/area-1.xlsx",
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
    done = Realisation("RA-002", 2, 50.0, uraian=rich("Sudah dilakukan"))
    built = office.make(replace(plan(), realisations=(done,)))
    names = {reason.name for reason in built.reasons if not reason.fresh}
    assert not [name for name in names if "keputusan" in name or "2026-01" in name]


def test_a_template_makes_its_documents_again(office: Office, tmp_path: Path) -> None:
    """The same document from a template saved anew in Word: other bytes, so made again."""
    templates = tmp_path / "templat"
    shutil.copytree(DEFAULTS.templates, templates)
    with (templates / "formulir-monev.docx").open("ab") as stream:
        stream.write(b"\0")
    built = make(list(sets(plan())), office.converter, office.folder, templates=templates)
    stale = [reason for reason in built.reasons if not reason.fresh and "monev/" in reason.name]
    assert len(stale) == 6
    assert all("templat formulir-monev.docx berubah" in reason.why for reason in stale)
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


def test_the_reason_names_the_cell_that_changed(tmp_path: Path) -> None:
    """Played by the quick office: only the words of the reason count."""
    converter, folder = quick_office(tmp_path / "kantor"), tmp_path / "2026"

    def with_cells(year: Plan) -> Plan:
        cells = {"indikator": "G5", "bukti": "I5"}
        rows = (
            replace(
                one, origin=replace(one.origin, file="zi.xlsx", sheet="Rencana Aksi", cells=cells)
            )
            for one in year.activities
            if one.id == "RA-001"
        )
        return replace(year, activities=tuple(rows))

    for year in (plan(), changed(plan(), "RA-001", indikator=rich("Indikator yang berubah"))):
        placed = with_cells(year)
        papers = [decrees.papers(placed, placed.decrees[0])]
        built = make(papers, converter, folder, Wishes(plan=placed))
    reasons = {reason.name: reason.why for reason in built.reasons}
    assert "karena Rencana Aksi!G5" in reasons["keputusan/renaksi-asli"]
    assert reasons["keputusan/renaksi-paraf*"] == "tidak ada yang berubah"


def test_without_the_office_program_nothing_that_stands_is_lost(office: Office) -> None:
    """The machine has no LibreOffice today: unchanged, everything stays, the PDFs too."""
    before = contents(office.folder)
    built = make(list(sets(plan())), None, office.folder)
    assert built.written == ()
    assert contents(office.folder) == before


def test_a_copy_that_other_papers_follow_from_is_still_published(tmp_path: Path) -> None:
    year = plan()
    (decree,) = year.decrees

    def unpublished(pages: Pagination) -> Document:
        return replace(decrees.copy(year, decree, pages), published=False)

    both = [decrees.papers(year, decree), Papers((unpublished,))]
    folder = tmp_path / "2026"
    make(both, quick_office(tmp_path / "kantor"), folder, Wishes(plan=year))
    assert (folder / "keputusan" / "renaksi-salinan.docx").is_file()


def test_charts_are_the_same_twice(tmp_path: Path) -> None:
    """Pictures are inputs too: drawn again they must be the same bytes."""
    converter, folder = quick_office(tmp_path / "kantor"), tmp_path / "2026"
    year = Period(2026, Cycle.YEAR)
    for _ in range(2):
        built = make([recap.papers(plan(), year)], converter, folder)
    assert built.written == ()


def test_the_cache_keeps_to_its_bound(tmp_path: Path) -> None:
    folder = tmp_path / "tembolok"
    office = CachedConverter(quick_office(tmp_path / "kantor"), folder, 1100, "alat")
    for number in range(6):
        shutil.copy(DEFAULTS.templates / "lembar-paraf.docx", tmp_path / f"{number}.docx")
        with (tmp_path / f"{number}.docx").open("ab") as stream:
            stream.write(bytes([number]))
        office.convert([Job(tmp_path / f"{number}.docx", tmp_path / f"{number}.pdf")])
        os.utime(next(iter(folder.iterdir())))
    assert 0 < sum(path.stat().st_size for path in folder.iterdir()) <= 1100
