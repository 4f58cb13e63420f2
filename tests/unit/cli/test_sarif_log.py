"""Findings as SARIF: what its schema requires, and what a reader of it sees."""

from __future__ import annotations

import json
from typing import Any

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
