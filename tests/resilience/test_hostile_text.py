"""Text of cells that looks like something else stays text in whatever the program writes of it.

By the real command line and the quick fake office.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from icalendar import Calendar

from tests.cases.bare_books import brief
from tests.cases.edited import edited
from tools.resilience.originals import BOOK, SHIPPED, quick_office
from tools.resilience.trials import ROOT

SAMPLES = (
    '=HYPERLINK("http://jahat.example","klik")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "{{ 7*7 }} {% for x in y %} {%tr endfor %}",
    "<w:t>&amp;</w:t> <b>tebal</b> ]]> </script><script>alert(1)</script>",
    "BEGIN:VEVENT END:VCALENDAR; \\n, \\;",
    "$a_1$ %s {0} ${HOME} `id`",
    "'; DROP TABLE rapat; --",
)
ALL = " ".join(SAMPLES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose meeting and row say these things, with papers, forms, dates and copies."""
    folder = tmp_path_factory.mktemp("kantor")
    (folder / BOOK).parent.mkdir()
    changed = {("Rapat", "R-01", "Tempat"): ALL, ("Rapat", "R-01", "Acara"): SAMPLES[0]}
    changed |= {("Rencana Aksi", "RA-002", name): ALL for name in ("Langkah Aksi", "Bukti")}
    edited(brief(SHIPPED, folder / "asal.xlsx"), folder / BOOK, cells=changed)
    program = quick_office(folder / "program")
    for verb in (
        ("undangan", "R-01"),
        ("monev", "--bulan", "2"),
        ("jadwal", "--tulis", "jadwal.xlsx", "--ics", "rapat.ics"),
        ("periksa", "--salinan", "salinan.xlsx"),
        ("bukti", "--ke", "bukti"),
    ):
        ran = run(folder, program, *verb)
        assert "Traceback" not in ran.stderr
        assert ran.returncode in (0, 1, 7), ran.stderr
    (folder / "temuan.json").write_text(run(folder, program, "periksa", "--json").stdout)
    return folder


def run(folder: Path, program: Path, *verb: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "generate.py", *verb],
        cwd=folder,
        env={"ZI_SOFFICE": str(program), "PATH": "/usr/bin:/bin", "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def cells(path: Path) -> Iterator[tuple[str, object]]:
    """The kind and the value of every cell that holds something."""
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            yield from ((cell.data_type, cell.value) for cell in row if cell.value is not None)


def test_a_word_file_says_it_letter_by_letter(folder: Path) -> None:
    (path,) = (folder / "output").rglob("undangan*.docx")
    text = "\n".join(
        "".join(node.text or "" for node in paragraph.iter() if node.tag.endswith("}t"))
        for paragraph in Document(str(path)).element.body.iter()
        if paragraph.tag.endswith("}p")
    )
    for sample in (ALL, SAMPLES[0]):
        assert sample in text.replace("\u00a0", " ")


def test_no_workbook_has_a_formula_of_it(folder: Path) -> None:
    books = [p for p in folder.rglob("*.xlsx") if p.name not in ("asal.xlsx", Path(BOOK).name)]
    assert len(books) >= 4
    said = set()
    for path in books:
        for kind, value in cells(path):
            assert kind != "f" or not str(value).startswith(("=HYPERLINK(", "+", "@"))
            said |= {path.name} if ALL in str(value) or value == SAMPLES[0] else set()
    assert len(said) >= 3


def test_a_calendar_has_no_event_of_it(folder: Path) -> None:
    events = Calendar.from_ical((folder / "rapat.ics").read_bytes()).walk("VEVENT")
    names = [str(event["UID"]) for event in events]
    assert all(name.endswith("@zi-docs") for name in names)
    assert len(set(names)) == len(names) > 12
    (event,) = (event for event in events if event["UID"] == "rapat-2026-r-01@zi-docs")
    assert str(event["SUMMARY"]).endswith(SAMPLES[0])
    assert str(event["LOCATION"]) == ALL


def test_findings_are_json_and_quote_it(folder: Path) -> None:
    answer = json.loads((folder / "temuan.json").read_text())
    assert any("Rencana Aksi" in json.dumps(finding) for finding in answer["findings"])


def test_nothing_was_run_or_called_after_it(folder: Path) -> None:
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]
    assert not any(sign in name for name in names for sign in "<>|{}`\n")
