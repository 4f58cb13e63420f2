"""Text of cells that looks like formulas, tags or commands leaves the program as text, everywhere.

`make test` makes a paper of each kind of file, `make test-tahan` the whole year.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from lxml import etree

from tests.cases.hostile_texts import SAMPLES, hostile_book
from tests.e2e.conftest import generate_here
from tools.resilience.originals import quick_office
from tools.resilience.verdict import UNPRINTABLE
from zi_docs.docx_safety import field_dangers, part_dangers
from zi_docs.file_names import is_file_name
from zi_docs.ooxml import read_parts
from zi_docs.workbook.reading.string_runs import decoded

WHOLE = bool(os.environ.get("ZI_UJI_TAHAN"))
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VERBS = [["semua"]] if WHOLE else [["keputusan"], ["undangan", "R-01"], ["monev", "--bulan", "1"]]
ASKED = (
    ["periksa", "--semua", "--sarif", "{}/temuan.sarif", "--salinan", "{}/bertanda.xlsx"],
    ["jadwal", "--tulis", "{}/rapat.xlsx", "--ics", "{}/rapat.ics"],
    ["lke", "--lembar", "{}/lke.xlsx"],
    ["tahun-baru", "{}/zi-2027.xlsx"],
    ["realisasi"],
    ["status"],
    ["bukti", "--dosir", "{}/dosir"],
)
# What names of files bring along that cells do not: bytes that are no text, lines, colours.
EVIDENCE = (b"\x1b[31mmerah.pdf", b"satu\nX-Evil:1.pdf", b"rusak\xff.pdf", b"=1+1.pdf",
            "a\u202efdp.pdf".encode())  # fmt: skip


class Story:
    """A folder in which every verb was run once on the workbook, and what each said."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.files = folder, folder / "diminta"
        self.files.mkdir()
        book = hostile_book(folder / "zi-2026.xlsx")
        self.where = ("--sumber", book, "--keluaran", folder / "hasil")
        self.office = str(quick_office(folder / "kantor-palsu"))
        self.said = [self.run(*verb) for verb in VERBS]
        self.said.append(self.run("bukti"))
        row = next((folder / "hasil" / "2026" / "bukti").rglob("RA-001*"))
        for number, name in enumerate(EVIDENCE):
            Path(os.fsdecode(os.fsencode(row) + b"/" + name)).write_bytes(
                f"%PDF-1.4 {number}".encode()
            )
        for verb in ASKED:
            self.said.append(self.run(*(word.format(self.files) for word in verb)))

    def run(self, *verb: str) -> subprocess.CompletedProcess[str]:
        return generate_here(*verb, *self.where, ZI_SOFFICE=self.office)

    def made(self, suffix: str) -> list[Path]:
        found = [*(self.folder / "hasil").rglob(f"*{suffix}"), *self.files.rglob(f"*{suffix}")]
        return sorted(path for path in found if path.is_file())


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return Story(tmp_path_factory.mktemp("teks"))


def test_every_verb_does_its_work(story: Story) -> None:
    for done in story.said:
        # 7: evidence under names that no system takes is told.
        assert done.returncode in (0, 7), (done.args, done.stderr[-500:])
        for text in (done.stdout, done.stderr):
            assert "Traceback" not in text
            assert UNPRINTABLE.search(text) is None
            assert not re.search(r"^(X-Evil|END:VEVENT)", text, re.MULTILINE)


def cells(path: Path) -> Iterator[tuple[etree._Element, str]]:
    for name, content in read_parts(path.read_bytes()).items():
        if name.startswith("xl/worksheets/"):
            for cell in etree.fromstring(content).iter(f"{MAIN}c"):
                yield cell, "".join(map(str, cell.itertext()))


def test_no_cell_of_a_workbook_is_a_formula(story: Story) -> None:
    shown = ""
    books = story.made(".xlsx")
    assert {"bertanda", "rapat", "lke", "zi-2027", "indeks-bukti"} <= {b.stem for b in books}
    for path in books:
        for cell, text in cells(path):
            assert cell.find(f"{MAIN}f") is None, (path, cell.get("r"))
            assert cell.get("t") in ("inlineStr", "s") or re.fullmatch(r"[-\d.E+]*", text)
            shown += decoded(text) + "\n"
    assert [text for text in SAMPLES.values() if text not in shown] == []


def test_no_text_of_a_paper_is_markup(story: Story) -> None:
    shown = ""
    for path in story.made(".docx"):
        parts = read_parts(path.read_bytes())
        assert list(field_dangers(parts)) == []
        assert list(part_dangers(parts)) == []
        for name, content in parts.items():
            if name.startswith("word/") and name.endswith(".xml"):
                root = etree.fromstring(content)
                texts = list(root.iter(f"{WORD}t"))
                assert all(len(text) == 0 for text in texts)
                assert all(isinstance(e.tag, str) and e.tag[0] == "{" for e in root.iter())
                shown += "".join(text.text or "" for text in texts) + "\n"
    shown = shown.replace("\u200b", "").replace("\u00a0", " ")
    for sample in ("{{ 7*7 }}", "{% for x in y %}", "<w:t>", "&amp;", "]]>", "_x000D_", "RAWnol"):
        assert sample in shown, sample


def test_a_calendar_has_no_event_more(story: Story) -> None:
    (path,) = story.made(".ics")
    content = path.read_bytes()
    events = Calendar.from_ical(content).walk("VEVENT")
    assert content.count(b"\r\nBEGIN:VEVENT\r\n") == len(events)
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 and b"\r" not in line and b"\n" not in line for line in lines)
    names = {line.split(b":")[0].split(b";")[0] for line in lines if line[:1] != b" "}
    assert b"X-Evil" not in names
    uids = {str(event["UID"]).partition("-")[0] for event in events}
    assert uids <= {"rapat", "kewajiban"}


def test_what_programs_read_is_whole(story: Story) -> None:
    (log,) = story.made(".sarif")
    assert json.loads(log.read_bytes())["version"] == "2.1.0"
    for verb in (["periksa"], ["bukti"], ["realisasi"]):
        answer = json.loads(story.run(*verb, "--json").stdout)
        for finding in answer["findings"]:
            assert UNPRINTABLE.search(finding["message"] + finding["place"]["file"]) is None


def test_a_dossier_holds_names_that_every_system_takes(story: Story) -> None:
    names = []
    for path in story.made(".zip"):
        with zipfile.ZipFile(path) as archive:
            names += archive.namelist()
    assert len(names) == len(EVIDENCE)
    for name in names:
        assert all(map(is_file_name, name.split("/"))), name
        assert name.isprintable()
