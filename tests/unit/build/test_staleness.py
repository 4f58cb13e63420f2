"""Why a product is made again: each reason in the words that a person reads."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cases.plans import plan, rich, with_decree
from tests.cases.products import products
from tests.cases.workshops import FakeOffice, contents, make
from zi_docs.build import making
from zi_docs.build.making import Built, Wishes
from zi_docs.model import Activity, Plan, Realisation, Signing
from zi_docs.product import Family, Product
from zi_docs.settings import DEFAULTS

PERIOD = "2026-01"


def papers(year: Plan) -> list[Product]:
    """The decree with what JDIH gets of it, and the forms of January."""
    decree = products(year, Family.DECREE, Family.JDIH)
    return [*decree, *products(year, Family.FORM, key=PERIOD)]


def made(folder: Path, year: Plan, office: FakeOffice | None = None, **wishes: object) -> Built:
    asked = Wishes(plan=year, **wishes)  # type: ignore[arg-type]
    return make(papers(year), office or FakeOffice(), folder, asked)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The year's folder with the papers of the small plan."""
    year = tmp_path / "2026"
    made(year, plan())
    return year


def stale(built: Built) -> dict[str, str]:
    return {reason.name: reason.why for reason in built.reasons if not reason.fresh}


def rows(year: Plan, key: str, **fields: object) -> Plan:
    """The plan with fields of one row changed."""
    changed = (replace(row, **fields) if row.id == key else row for row in year.activities)  # type: ignore[arg-type]
    return replace(year, activities=tuple(changed))


def office_with(year: Plan, **fields: object) -> Plan:
    return replace(year, office=replace(year.office, **fields))  # type: ignore[arg-type]


def test_every_product_is_made_once_and_then_stands(folder: Path, tmp_path: Path) -> None:
    first = made(tmp_path / "lain", plan())
    assert set(stale(first).values()) == {"belum pernah dibuat"}
    again = made(folder, plan())
    assert [reason.name for reason in again.reasons] == [
        "keputusan/renaksi-paraf",
        "keputusan/renaksi-asli",
        "keputusan/renaksi-salinan",
        "bundel/keputusan-renaksi",
        "jdih/2026kpt0010",
        "jdih/2026kpt0010-metadata",
        "jdih/2026kpt0010-abstrak",
        "monev/2026-01/area-1",
        "monev/2026-01/area-2",
        "monev/2026-01/rekap",
        "monev/2026-01/area-1.xlsx",
        "bundel/monev-2026-01",
    ]
    assert {reason.why for reason in again.reasons} == {"tidak ada yang berubah"}


def test_content_is_named_and_what_needs_it_follows(folder: Path) -> None:
    """RA-003 is due in December: of January's forms none shows it."""
    built = made(folder, rows(plan(), "RA-003", indikator=rich("Indikator yang berubah")))
    assert stale(built) == {
        "keputusan/renaksi-asli": "isi rencana_aksi berubah",
        "keputusan/renaksi-salinan": "isi rencana_aksi berubah",
        "bundel/keputusan-renaksi": "naskahnya berubah: keputusan/renaksi-asli",
        "jdih/2026kpt0010": "naskahnya berubah: keputusan/renaksi-salinan",
        "jdih/2026kpt0010-metadata": "naskahnya berubah: keputusan/renaksi-salinan",
        "jdih/2026kpt0010-abstrak": "naskahnya berubah: keputusan/renaksi-salinan",
    }


def test_a_form_to_fill_has_reasons_of_its_own(folder: Path) -> None:
    """What was reported stands in the form of the area, on paper and on screen."""
    reported = Realisation("RA-001", 1, persen=50.0, uraian=rich("Sudah dilakukan"))
    built = made(folder, replace(plan(), realisations=(reported,)))
    assert stale(built) == {
        "monev/2026-01/area-1": "isi bagian berubah",
        "monev/2026-01/rekap": "isi bagian berubah",
        "monev/2026-01/area-1.xlsx": "isi baris berubah",
        "bundel/monev-2026-01": "naskahnya berubah: monev/2026-01/area-1, monev/2026-01/rekap",
    }


def test_what_jdih_asks_for_touches_its_files_and_not_the_decree(folder: Path) -> None:
    built = made(folder, with_decree(plan(), lokasi="Bagian Hukum"))
    assert stale(built) == {"jdih/2026kpt0010-metadata": "isi metadata berubah"}


def test_the_cell_that_changed_is_named(tmp_path: Path) -> None:
    def placed(row: Activity) -> Activity:
        cells = {"indikator": "G5", "bukti": "I5"}
        return replace(row, origin=replace(row.origin, file="zi.xlsx", sheet="Rencana Aksi",
                                           row=5, cells=cells))  # fmt: skip

    year = plan()
    before = replace(year, activities=(placed(year.activities[0]),))
    after = rows(before, "RA-001", indikator=rich("Indikator yang berubah"))
    made(tmp_path, before)
    reasons = stale(made(tmp_path, after))
    assert reasons["keputusan/renaksi-asli"] == (
        "isi rencana_aksi berubah karena Rencana Aksi!G5"
    )  # fmt: skip
    assert reasons["monev/2026-01/area-1"] == "isi bagian berubah karena Rencana Aksi!G5"
    assert "keputusan/renaksi-paraf" not in reasons


# What it looks like


def test_another_paper_size_is_a_change_of_form(folder: Path) -> None:
    built = made(folder, office_with(plan(), keputusan_kertas="A4"))
    assert stale(built) == {
        "keputusan/renaksi-paraf": "kertas naskah berubah",
        "keputusan/renaksi-asli": "kertas naskah berubah",
        "keputusan/renaksi-salinan": "kertas naskah berubah",
        "bundel/keputusan-renaksi": "naskahnya berubah: keputusan/renaksi-paraf, "
        "keputusan/renaksi-asli",
        "jdih/2026kpt0010": "naskahnya berubah: keputusan/renaksi-salinan",
        "jdih/2026kpt0010-metadata": "naskahnya berubah: keputusan/renaksi-salinan",
        "jdih/2026kpt0010-abstrak": "naskahnya berubah: keputusan/renaksi-salinan",
    }


def test_another_date_is_a_change_of_content_and_of_the_file_s_properties(folder: Path) -> None:
    day = plan().decrees[0].tanggal
    assert day is not None
    reasons = stale(made(folder, with_decree(plan(), tanggal=day.replace(day=23))))
    assert reasons["keputusan/renaksi-asli"] == "isi tanggal berubah; sifat berkas berubah"


def test_another_way_of_signing_is_a_change_of_form(folder: Path) -> None:
    built = made(folder, with_decree(plan(), tanda_tangan=Signing.FIELD))
    assert stale(built)["keputusan/renaksi-asli"] == (
        "isi penanda_tangan berubah; cara tanda tangan berubah"
    )


def test_a_decree_that_became_a_draft_is_made_again(folder: Path) -> None:
    """Without a name of its signer it is marked on every page, and there is no copy of it."""
    year = plan()
    unnamed = replace(year.officials[0], nama="")
    built = made(folder, replace(year, officials=(unnamed, *year.officials[1:])))
    reason = stale(built)["keputusan/renaksi-asli"]
    assert reason == "isi penanda_tangan berubah; tanda konsep berubah"


def test_a_bundle_that_lost_a_paper_is_made_again(folder: Path) -> None:
    """Nobody initials any more: the bundle is the decree alone."""
    built = made(folder, with_decree(plan(), pemaraf=()))
    assert stale(built) == {
        "bundel/keputusan-renaksi": "susunan bundel berubah; naskahnya berubah: "
        "keputusan/renaksi-paraf"
    }


def test_a_template_makes_its_papers_again(folder: Path, tmp_path: Path) -> None:
    """Saved anew in Word it holds other bytes; the forms to fill are made without one."""
    templates = tmp_path / "templat"
    shutil.copytree(DEFAULTS.templates, templates)
    with (templates / "formulir-monev.docx").open("ab") as stream:
        stream.write(b"\0")
    built = make(papers(plan()), FakeOffice(), folder, Wishes(plan=plan()), templates)
    assert stale(built) == {
        "monev/2026-01/area-1": "templat formulir-monev.docx berubah",
        "monev/2026-01/area-2": "templat formulir-monev.docx berubah",
        "monev/2026-01/rekap": "templat formulir-monev.docx berubah",
        "bundel/monev-2026-01": "naskahnya berubah: monev/2026-01/area-1, monev/2026-01/area-2, "
        "monev/2026-01/rekap",
    }


# Tools


def test_another_program_makes_everything_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "program_identity", lambda: "program lain")
    built = made(folder, plan())
    assert all("program pembuatnya berubah" in why for why in stale(built).values())
    assert len(stale(built)) == len(built.reasons)


def test_another_office_program_makes_anew_what_is_converted(folder: Path) -> None:
    """Not the forms to fill, which it has no part in."""

    class Other(FakeOffice):
        def identity(self) -> str:
            return "kantor lain"

    built = made(folder, plan(), Other())
    fresh = [reason.name for reason in built.reasons if reason.fresh]
    assert fresh == ["monev/2026-01/area-1.xlsx"]
    assert stale(built)["keputusan/renaksi-asli"] == "LibreOffice atau hurufnya berubah"


def test_force_makes_everything_again_and_nothing_is_other(folder: Path) -> None:
    before = contents(folder)
    built = made(folder, plan(), force=True)
    assert set(stale(built).values()) == {"dibuat ulang karena diminta (--paksa-bangun)"}
    assert len(stale(built)) == len(built.reasons)
    assert built.written == ()
    assert contents(folder) == before


def test_a_lost_file_is_made_again(folder: Path) -> None:
    lost = "monev/2026-01/2026-01 Area 1 KPU Contoh.xlsx"
    (folder / lost).unlink()
    built = made(folder, plan())
    assert stale(built) == {"monev/2026-01/area-1.xlsx": f"berkas {lost} tidak ada"}
    assert (folder / lost).is_file()


def test_several_reasons_are_all_told(folder: Path) -> None:
    (folder / "keputusan/renaksi-salinan.pdf").unlink()
    year = office_with(rows(plan(), "RA-003", target="90%"), keputusan_huruf="Arial")
    assert stale(made(folder, year))["keputusan/renaksi-salinan"] == (
        "isi rencana_aksi berubah; kertas naskah berubah; "
        "berkas keputusan/renaksi-salinan.pdf tidak ada"
    )


# Same input, same bytes


def test_a_recap_with_its_charts_is_the_same_twice(tmp_path: Path) -> None:
    """Its pictures are compared by their figures, and drawn again to the same bytes."""
    recap = products(plan(), Family.RECAP, key="2026")
    make(recap, FakeOffice(), tmp_path)
    before = contents(tmp_path)
    built = make(recap, FakeOffice(), tmp_path, Wishes(force=True))
    assert built.written == ()
    assert contents(tmp_path) == before
