"""The guide's list of finding codes: made from the code, whole, and with nothing else in it."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.cases.golden import same_passage
from tools.finding_codes import CODE, FindingCode, finding_codes, package_sources, table
from zi_docs.findings import Severity

GUIDE = Path(__file__).parents[2] / "docs" / "panduan-rujukan.md"
PASSAGE = "kode-temuan"


def rows(source: str) -> str:
    """The table's rows for a package of one module, without its headings."""
    lines = table(finding_codes({"contoh": source})).splitlines()
    return "\n".join(line for line in lines if CODE.search(line) and line.startswith("|"))


@cache
def of_the_package() -> list[FindingCode]:
    return finding_codes(package_sources())


def codes_of_guide() -> list[str]:
    passage = GUIDE.read_text(encoding="utf-8").partition(f"<!-- {PASSAGE} -->")[2]
    return re.findall(r"^\| ([A-Z]+-[A-Z-]+) \|", passage, re.MULTILINE)


def test_the_guide_lists_what_the_code_reports() -> None:
    same_passage(GUIDE, PASSAGE, table(of_the_package()))


def test_every_code_of_the_package_is_in_the_guide_once_and_no_other() -> None:
    # Found by another way than the tool's: each text of the package that has the form of a code.
    written = {
        node.value
        for source in package_sources().values()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
    }
    assert sorted(codes_of_guide()) == sorted(written)


def test_every_message_says_something() -> None:
    silent = [
        entry.code
        for entry in of_the_package()
        for message in entry.messages
        if len(re.findall(r"[^\W\d_]{3,}", message)) < 3
    ]
    assert silent == []


def test_a_message_is_shown_with_a_mark_for_what_varies() -> None:
    source = """
LEAST = 2

def check(plan):
    for decree in plan.decrees:
        yield error("KEP-ISI", f"Keputusan {decree.id} memerlukan {LEAST} butir; " "isilah.", place)
        yield warning("KEP-NAMA", f"Nama {names(decree)}{decree.x} belum ada; isilah.", place)
"""
    assert rows(source) == (
        "| KEP-ISI | kesalahan | Keputusan … memerlukan 2 butir; isilah. |\n"
        "| KEP-NAMA | peringatan | Nama … belum ada; isilah. |"
    )


def test_a_message_is_the_one_that_its_name_holds_at_that_line() -> None:
    source = """
def check(decree):
    if not decree.nomor:
        message = "Nomor belum ada; isilah."
        found.append(error("KEP-NOMOR", message, place))
    if not decree.tanggal:
        message = "Tanggal belum ada; isilah."
        return error("KEP-TANGGAL", message, place)
    message = "Keputusan ini lengkap; lanjutkan."
    return note("KEP-UTUH", message, place)
"""
    assert rows(source) == (
        "| KEP-NOMOR | kesalahan | Nomor belum ada; isilah. |\n"
        "| KEP-TANGGAL | kesalahan | Tanggal belum ada; isilah. |\n"
        "| KEP-UTUH | keterangan | Keputusan ini lengkap; lanjutkan. |"
    )


def test_parts_that_differ_stand_in_brackets() -> None:
    source = """
def check(hint, sheet):
    weigh = error if sheet.required else note
    if hint:
        remedy = f"Gantilah dengan {hint}."
    else:
        remedy = "Tambahkanlah."
    where = f" pada {sheet.title}" if sheet.title else ""
    yield weigh("WB-KOLOM", f"Kolom{where} tidak ada. {remedy}", place)
"""
    assert rows(source) == (
        "| WB-KOLOM | kesalahan / keterangan "
        "| Kolom [pada …] tidak ada. [Gantilah dengan …. / Tambahkanlah.] |"
    )


def test_a_code_of_several_places_has_one_row() -> None:
    source = """
def check(path):
    yield error("WB-FORMAT", "Ini berkas .xls; simpanlah ulang.", place)
    yield error("WB-FORMAT", "Ini berkas .ods; simpanlah ulang.", place)
    yield warning("WB-FORMAT", "Ini berkas .ods; simpanlah ulang.", place)
"""
    assert rows(source) == (
        "| WB-FORMAT | kesalahan / peringatan "
        "| Ini berkas .xls; simpanlah ulang.<br>atau: Ini berkas .ods; simpanlah ulang. |"
    )


def test_what_an_exception_carries_is_shown_as_its_handler_words_it() -> None:
    source = """
def convert(value):
    raise MisfitError("TPL-KOSONG", "isinya kosong")

def lint(tag):
    try:
        convert(tag)
    except MisfitError as misfit:
        add(misfit.code, f"{tag.text}: {misfit.what}. Perbaiki penanda itu.", tag)
"""
    expected = "| TPL-KOSONG | kesalahan | …: isinya kosong. Perbaiki penanda itu. |"
    assert rows(source) == expected


def test_texts_are_followed_through_parameters_functions_and_modules() -> None:
    sources = {
        "zi_docs.hints": """
def suggestion(name):
    return f" Mungkin maksudnya {name}." if name else ""

def day(moment):
    return f"{moment.day} {moment.year}"
""",
        "zi_docs.tags": """
from zi_docs.hints import day, suggestion

def check(tag):
    yield _fault(tag, "tidak berpembuka; lengkapi.")
    yield _fault(tag, "tidak berpenutup; lengkapi.")
    yield note("TPL-LAMA", f"Templat dari {day(tag)}.{suggestion(tag)} Perbarui.", tag)

def _fault(tag, what):
    return TagFault(tag, "TPL-SINTAKSIS", f"Penanda {tag} {what}")
""",
    }
    assert finding_codes(sources) == [
        FindingCode(
            "TPL-LAMA",
            (Severity.NOTE,),
            ("Templat dari …. [Mungkin maksudnya ….] Perbarui.",),
        ),
        FindingCode(
            "TPL-SINTAKSIS",
            (Severity.ERROR,),
            ("Penanda … [tidak berpembuka; lengkapi. / tidak berpenutup; lengkapi.]",),
        ),
    ]


def test_a_code_of_a_new_family_asks_for_its_title() -> None:
    with pytest.raises(KeyError, match="family of BARU-ISI"):
        rows('error("BARU-ISI", "Isinya kosong; isilah.", place)')
