"""Findings as SARIF: what its schema requires, and what a reader of it sees."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.cases.sarif_shape import misfits, references
from tests.e2e.conftest import SOURCE
from zi_docs.cli import cli
from zi_docs.cli.sarif_log import is_own_log, sarif_log
from zi_docs.findings import Place, error, note, suggestion, warning

BOOK = "source/zi tahun 2026.xlsx"
FINDINGS = [
    error("RAPAT-JAM", "Rapat R-01 selesai pukul 08.00.", Place(BOOK, "Rapat", "E4")),
    error("RAPAT-JAM", "Rapat R-02 selesai pukul 07.00.", Place(BOOK, "Rapat", "E5")),
    warning("TIM-POKJA", "Pokja kurang.", Place(BOOK, "Tim")),
    suggestion("PEJ-GELAR", "Tulislah “S.H.”.", Place(BOOK, "Pejabat", "B4")),
    note("KATA-LAIN", "Kunci tidak dikenal.", Place("/data/bps.toml", part="baris 5")),
]


def run(reason: str = "") -> dict[str, Any]:
    kept = {FINDINGS[2]: reason} if reason else {}
    log = json.loads(sarif_log([f for f in FINDINGS if f not in kept], kept))
    assert log["version"] == "2.1.0"
    (only,) = log["runs"]
    return dict(only)


def test_each_code_is_a_rule_with_its_text() -> None:
    driver = run()["tool"]["driver"]
    assert driver["name"] == "zi-docs"
    assert [
        (rule["id"], rule["defaultConfiguration"]["level"], rule["shortDescription"]["text"])
        for rule in driver["rules"]
    ] == [
        ("KATA-LAIN", "note", "Kunci tidak dikenal."),
        ("PEJ-GELAR", "note", "Tulislah …."),
        ("RAPAT-JAM", "error", "Rapat … selesai pukul …."),
        ("TIM-POKJA", "warning", "Pokja kurang."),
    ]


def test_each_finding_is_a_result_at_its_cell() -> None:
    results = run()["results"]
    assert [(r["ruleId"], r["ruleIndex"], r["level"]) for r in results] == [
        ("RAPAT-JAM", 2, "error"),
        ("RAPAT-JAM", 2, "error"),
        ("TIM-POKJA", 3, "warning"),
        ("PEJ-GELAR", 1, "note"),
        ("KATA-LAIN", 0, "note"),
    ]
    assert results[0]["message"] == {"text": "Rapat R-01 selesai pukul 08.00."}
    # Blanks of file names are percent-encoded, as a URI wants them.
    assert results[0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "source/zi%20tahun%202026.xlsx", "index": 1}
            },
            "logicalLocations": [{"name": "E4", "fullyQualifiedName": "Rapat!E4", "kind": "cell"}],
        }
    ]
    assert results[2]["locations"][0]["logicalLocations"] == [
        {"name": "Tim", "fullyQualifiedName": "Tim", "kind": "sheet"}
    ]
    assert results[4]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "file:///data/bps.toml", "index": 0},
        "region": {"startLine": 5},
    }


def test_what_the_office_accepts_is_suppressed_with_its_reason() -> None:
    results = run("Kantor kecil.")["results"]
    suppressed = [r for r in results if "suppressions" in r]
    assert [(r["ruleId"], r["suppressions"]) for r in suppressed] == [
        ("TIM-POKJA", [{"kind": "external", "justification": "Kantor kecil."}])
    ]


def test_the_same_findings_give_the_same_bytes_and_are_known_again() -> None:
    log = sarif_log(FINDINGS, {})
    assert log == sarif_log(FINDINGS, {})
    assert is_own_log(log)
    assert not is_own_log(b'{"runs": []}')
    assert not is_own_log(b" ")


def test_a_log_has_the_shape_that_the_schema_demands() -> None:
    odd = [
        warning("BHS-EJA", "Kata “a\\b” 100%.", Place(r"C:\data\zi 100%.xlsx", "Narasi", "C4")),
        note("HASIL-ADA", "Tetap.", Place("")),
    ]
    for findings in ([], FINDINGS, [*FINDINGS, *odd]):
        for kept in ({}, dict.fromkeys(findings[:1], "Kantor kecil.")):
            shown = [finding for finding in findings if finding not in kept]
            log = json.loads(sarif_log(shown, kept))
            assert list(misfits(log)) == []
            assert list(references(log)) == []


def test_the_log_of_the_shipped_workbook_has_it_too(tmp_path: Path) -> None:
    path = tmp_path / "temuan.sarif"
    arguments = ["periksa", "--source", str(SOURCE), "--sarif", str(path)]
    assert CliRunner().invoke(cli, arguments).exit_code == 0
    log = json.loads(path.read_text("utf-8"))
    assert len(log["runs"][0]["results"]) > 100
    assert [*misfits(log), *references(log)] == []


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda run: run.update(version="1"), ".runs[0].version is unknown"),
        (lambda run: run["results"][0].pop("message"), ".runs[0].results[0].message is missing"),
        (lambda run: run["results"][0].update(level="galat"), ".runs[0].results[0].level: 'galat'"),
        (lambda run: run["artifacts"][0]["location"].update(uri="a b"),
         ".runs[0].artifacts[0].location.uri: 'a b'"),
    ],
)  # fmt: skip
def test_the_shape_refuses_what_the_schema_refuses(
    damage: Callable[[dict[str, Any]], Any], told: str
) -> None:
    log = json.loads(sarif_log(FINDINGS, {}))
    damage(log["runs"][0])
    assert list(misfits(log)) == [told]
