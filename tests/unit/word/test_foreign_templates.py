"""Templates that somebody changed may do no harm: they are worked on apart, within limits."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from word_bench import ABOUT, F4, template

from zi_docs.confined import Limits
from zi_docs.data import shipped_templates
from zi_docs.errors import TemplateError
from zi_docs.findings import Finding
from zi_docs.settings import DEFAULTS
from zi_docs.word import foreign_templates
from zi_docs.word.foreign_templates import (
    check_template_with,
    work_on_template,
)
from zi_docs.word.render import render_docx
from zi_docs.word.template_check import Filling
from zi_docs.word.template_names import compare_template_files

OWN = DEFAULTS.templates / "notula.docx"
ROWS = {"rows": list(range(200))}
ENDLESS = [f"{{% for {name} in rows %}}" for name in "abcdef"] + ["{% endfor %}"] * 6
LOOPS = "".join(ENDLESS)
LETTERS = "{{ rows|join * 80000 }}"
MEMORY = "{{ (rows|join * 2000000)|length }}"
_MIB = 1024 * 1024


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    endless = "loops" in request.node.name or "never_ends_is" in request.node.name
    limits = Limits(seconds=1.0 if endless else 60.0, memory_bytes=500 * _MIB)
    monkeypatch.setattr(foreign_templates, "LIMITS", limits)


def fill(path: Path, context: dict[str, object]) -> bytes:
    return work_on_template(render_docx, path, context, F4, ABOUT)


def check(path: Path, context: dict[str, object]) -> list[Finding]:
    return check_template_with(path, [Filling(context)], OWN)


def test_a_changed_template_gives_the_same_bytes_as_it_would_here(tmp_path: Path) -> None:
    path = template(
        tmp_path, "Rapat {{ nomor }}", "{%p for x in rows %}", "{{ x }}", "{%p endfor %}"
    )
    context = {"nomor": "<R-01> & {{ 7*7 }}", **ROWS}
    assert fill(path, context) == render_docx(path, context, F4, ABOUT)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (LOOPS, "menghabiskan lebih dari 1 detik"),
        (MEMORY, "menghabiskan terlalu banyak memori"),
        (LETTERS, "terlalu panjang untuk sebuah naskah"),
        ("{{ 'a' * 10**15 }}", "hasilnya terlalu besar"),
    ],
    ids=["loops", "memory", "letters", "more than any memory"],
)
def test_what_never_ends_or_grows_without_bound_is_told_and_the_next_paper_is_made(
    text: str, reason: str, tmp_path: Path
) -> None:
    (tmp_path / "lain").mkdir()
    path, sound = template(tmp_path, text), template(tmp_path / "lain", "Rapat")
    with pytest.raises(TemplateError, match=reason) as raised:
        fill(path, ROWS)
    assert str(path) in raised.value.what
    assert fill(sound, {})


def test_what_never_ends_is_a_finding_of_the_check(tmp_path: Path) -> None:
    (finding,) = check(template(tmp_path, LOOPS), ROWS)
    assert (finding.code, finding.place.file) == ("TPL-BATAS", str(tmp_path / "templat.docx"))
    assert "Pada percobaan, templat ini menghabiskan lebih dari" in finding.message


def test_the_faults_of_a_changed_template_are_told_as_ever(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ nomer }}")
    (fault, _) = check(path, {"nomor": 1})
    assert (fault.code, fault.place.paragraph) == ("TPL-TAKDIKENAL", 1)
    with pytest.raises(TemplateError, match="nomer"):
        fill(path, {"nomor": 1})
    assert "nomer" in work_on_template(compare_template_files, path, OWN).added


def test_the_programs_own_templates_need_no_other_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does a copy of one; an edited one does, wherever it stands."""
    asked: list[str] = []

    def refuse(*arguments: object, **_: object) -> None:
        asked.append(str(arguments[2]))
        raise TemplateError("Tidak di sini.", "")

    monkeypatch.setattr(foreign_templates, "call_apart", refuse)
    copy, edited = shutil.copy(OWN, tmp_path / "a.docx"), tmp_path / "notula.docx"
    edited.write_bytes(OWN.read_bytes() + b" ")
    for path in (OWN, copy, edited):
        with pytest.raises(TemplateError):
            fill(path, {})
    assert asked == [str(edited)]


def test_the_program_knows_each_of_its_templates() -> None:
    paths = [p for p in DEFAULTS.templates.glob("*.docx") if not p.name.startswith("~")]
    assert len(shipped_templates()) == len(paths)
    assert all(foreign_templates._is_own(path) for path in paths) or not os.environ.get("CI")
