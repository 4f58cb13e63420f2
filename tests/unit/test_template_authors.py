"""The maintainers' program that draws built-in templates anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tools.template_authors import AUTHORS
from tools.template_authors.__main__ import main
from zi_docs.catalog import catalog
from zi_docs.errors import ExitCode
from zi_docs.revision.states import Year
from zi_docs.specimens import specimens
from zi_docs.word.template_check import check_template
from zi_docs.workbook.reading.load import read_plan

SOURCE = Path(__file__).parents[2] / "source" / "zi-2026.xlsx"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_named_templates_are_written(tmp_path: Path) -> None:
    result = call("undangan.docx", "notula.docx", "--ke", tmp_path)
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notula.docx", "undangan.docx"]


def test_a_file_that_exists_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "undangan.docx").write_bytes(b"diubah di Word")
    result = call("--ke", tmp_path)
    assert result.exit_code == ExitCode.KELUARAN_GAGAL
    assert "undangan.docx sudah ada dan tidak akan ditimpa" in result.stderr
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"diubah di Word"]


@pytest.mark.parametrize("arguments", [("surat.docx", "--ke", "x"), ()])
def test_a_wrong_command(arguments: tuple[str, ...]) -> None:
    assert call(*arguments).exit_code == ExitCode.SALAH_PERINTAH


def test_what_the_authors_write_fits_the_papers_of_today(tmp_path: Path) -> None:
    assert call("--ke", tmp_path).exit_code == 0
    plan, _ = read_plan(SOURCE)
    assert plan is not None
    checked = set()
    year = Year(plan)
    for product in (*catalog(year).products(), *specimens(year)):
        # The first context of each is enough here; `templat periksa` takes all of them.
        if product.template and product.template not in checked:
            checked.add(product.template)
            assert check_template(tmp_path / product.template, product.inputs().content) == []
    assert checked == set(AUTHORS)
