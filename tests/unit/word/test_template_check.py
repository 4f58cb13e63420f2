"""The check of a template finds every fault at once, each with its paragraph."""

import zipfile
from pathlib import Path
from typing import Any

from word_bench import template

from zi_docs.findings import Finding
from zi_docs.text import Flow, RichText
from zi_docs.word.template_check import check_template


def told(findings: list[Finding]) -> list[tuple[str, int | None]]:
    """Codes and paragraphs."""
    return [(finding.code, finding.place.paragraph) for finding in findings]


def test_a_sound_template_has_no_findings(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ a }}", "{%p for x in b %}", "{{ x.y }}", "{%p endfor %}")

    assert check_template(path, {"a": "1", "b": [{"y": 2}]}) == []


def test_every_unknown_name_with_its_paragraph_and_a_nearer_one(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ nomer }}", "{{ a.nama }}", "{{ b.nama }}", "{{ nomer }}")

    found = check_template(path, {"nomor": 1, "a": {"nama": "x"}, "b": {"nana": "x"}})

    assert told(found) == [("TPL-TAKDIKENAL", n) for n in (1, 3, 4)]
    assert "mungkin maksudnya “nomor”" in found[0].message
    assert "mungkin maksudnya “nana”" in found[1].message


def test_unknown_names_in_conditions_loops_and_sums(tmp_path: Path) -> None:
    path = template(
        tmp_path,
        "{% if a %}x{% endif %}",
        "{% if b == 1 %}x{% endif %}",
        "{%p for x in c %}",
        "{{ x }}",
        "{%p endfor %}",
        "{{ 1 + d }}",
        "{{ e|length }}",
    )

    found = check_template(path, {})

    assert sorted(told(found)) == [("TPL-TAKDIKENAL", n) for n in (1, 2, 3, 6, 7)]


def test_unknown_names_in_a_branch_not_taken(tmp_path: Path) -> None:
    path = template(
        tmp_path, "{% if salinan %}{{ jdhi }}{% endif %}", "{% if x is defined %}a{% endif %}"
    )

    found = check_template(path, {"salinan": False, "jdih": "a"})

    assert told(found) == [("TPL-TAKDIKENAL", 1)]
    assert "jdih" in found[0].message


def test_values_that_do_not_fit_their_tags(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ flow }}", "{{ rich }}", "{{p teks }}", "{{ kosong }}")

    found = check_template(
        path, {"flow": Flow(), "rich": RichText.of("a"), "teks": "a", "kosong": None}
    )

    assert told(found) == [
        ("TPL-AWALAN", 1),
        ("TPL-AWALAN", 2),
        ("TPL-AWALAN", 3),
        ("TPL-KOSONG", 4),
    ]


def test_a_tag_split_by_formatting(tmp_path: Path) -> None:
    def split(document: Any) -> None:
        paragraph = document.add_paragraph("{{ na")
        paragraph.add_run("ma }}").bold = True

    (found,) = check_template(template(tmp_path, "a", also=split), {"nama": 1})

    assert told([found]) == [("TPL-TERBELAH", 2)]
    assert "ketik ulang" in found.message


def test_text_beside_a_tag_that_stands_for_its_paragraph(tmp_path: Path) -> None:
    path = template(tmp_path, "Isi: {{p a }}", "{%p if b %}{%p endif %}", " {{p a }} ")

    found = check_template(path, {"a": Flow(), "b": True})

    assert told(found) == [("TPL-SENDIRI", 1), ("TPL-SENDIRI", 2), ("TPL-SENDIRI", 2)]


def test_faults_of_writing(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ a b }}", "{% if a %}", "{% bogus %}", "x }} y")

    assert sorted(told(check_template(path, {"a": 1})), key=lambda found: found[1] or 0) == [
        ("TPL-SINTAKSIS", 1),
        ("TPL-SINTAKSIS", 2),
        ("TPL-SINTAKSIS", 3),
        ("TPL-SINTAKSIS", 4),
    ]


def test_a_forbidden_command(tmp_path: Path) -> None:
    (found,) = check_template(template(tmp_path, "a", "{{ ''.__class__ }}"), {})

    assert told([found]) == [("TPL-HASIL", 2)]
    assert "terlarang" in found.message


def test_blocks_that_cross_paragraphs(tmp_path: Path) -> None:
    path = template(tmp_path, "{% if a %}x", "{%p endif %}")

    assert told(check_template(path, {"a": False})) == [("TPL-HASIL", None)]


def test_a_file_that_unpacks_without_bound_is_not_opened(tmp_path: Path) -> None:
    path = template(tmp_path, "a")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/hitam.bmp", bytes(20 * 1024**2))
    (found,) = check_template(path, {})

    assert found.code == "TPL-BATAS"
    assert "mengembang jauh melebihi ukuran wajar" in found.message


def test_a_missing_file(tmp_path: Path) -> None:
    (found,) = check_template(tmp_path / "tidak-ada.docx", {})

    assert found.code == "TPL-BERKAS"
    assert "templat baru" in found.message
