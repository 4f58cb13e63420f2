"""The real decrees signed by another official: every text of them follows the signer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.cases.revisions import SOURCE, changed
from zi_docs.checks.signer_rules import check_decree_authors
from zi_docs.model import Decree, Part, Plan
from zi_docs.papers.abstrak_jdih import abstract
from zi_docs.papers.jdih import metadata
from zi_docs.papers.keputusan import original
from zi_docs.papers.pages import Pagination
from zi_docs.text import Flow
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.rewrite import WorkbookRows

OFFICE = "Komisi Pemilihan Umum Kabupaten Batang Hari"


@pytest.fixture(scope="module")
def by_secretary(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The real workbook, all of whose decrees the Sekretaris signs."""

    def sign(rows: WorkbookRows) -> None:
        for row in rows["keputusan"]:
            row |= {"penanda_tangan": "SEKRETARIS", "nomor": "3", "tanggal": date(2026, 2, 2)}

    path: Path = changed(SOURCE, tmp_path_factory.mktemp("sekretaris") / "zi.xlsx", sign)
    plan, findings = read_plan(path)
    assert plan is not None
    assert findings == []
    return plan


def closing(decree: Decree) -> str:
    return decree.items(Part.CONSIDERING)[-1].isi.plain


def test_heading_and_texts_name_the_same_author(by_secretary: Plan) -> None:
    author = f"Sekretaris {OFFICE}"
    assert not list(check_decree_authors(by_secretary))
    for decree in by_secretary.decrees:
        assert f"perlu menetapkan Keputusan {author} tentang" in closing(decree)
        said = original(by_secretary, decree).context
        assert said["kepala"] == "KEPUTUSAN SEKRETARIS KOMISI PEMILIHAN UMUM"
        assert str(said["menetapkan"]).startswith(f"KEPUTUSAN {author.upper()} TENTANG")
        assert said["jabatan_penetap"] == author.upper()
        assert metadata(by_secretary, decree, 9, 5)["jenis"] == f"Keputusan {author}"
        sheet = abstract(by_secretary, decree, 9, 5, Pagination()).context
        assert str(sheet["judul"]).startswith(f"KEPUTUSAN {author.upper()} TENTANG")
        for part in sheet.values():
            assert not isinstance(part, Flow) or f"Keputusan {OFFICE}" not in str(part)


def test_the_real_decree_says_what_was_decreed() -> None:
    plan, _ = read_plan(SOURCE)
    assert plan is not None
    decree = plan.decrees[0]
    assert f"perlu menetapkan Keputusan {OFFICE} tentang Rencana Aksi" in closing(decree)
    assert original(plan, decree).context["tempat"] == "Muara Bulian"
    assert not decree.tempat
