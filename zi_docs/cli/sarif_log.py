"""Findings as SARIF 2.1.0 (OASIS), the format in which editors and code hosts show findings.

A workbook has no lines: a finding is located in the file, its cell is a logical location. A line
of a text (`baris 5`) is a region.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from zi_docs import __version__
from zi_docs.cli.finding_lines import family, pattern
from zi_docs.findings import Finding, Place, Severity, row_of_place

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_TOOL = "zi-docs"
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "note",
    Severity.NOTE: "note",
}
_WORST_FIRST = tuple(Severity)


def sarif_log(findings: Sequence[Finding], accepted: Mapping[Finding, str]) -> bytes:
    """A log with one run: a rule for each code, a result for each finding.

    `accepted` are findings with the reason for which the office accepts them; they are suppressed
    results. The same findings give the same bytes.
    """
    every = [*findings, *accepted]
    rules = _rules(every)
    order = {rule["id"]: index for index, rule in enumerate(rules)}
    files = sorted({finding.place.file for finding in every})
    results = [_result(finding, order, files) for finding in findings]
    results += [
        _result(finding, order, files)
        | {"suppressions": [{"kind": "external", "justification": reason}]}
        for finding, reason in accepted.items()
    ]
    driver = {"name": _TOOL, "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "language": "id",
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(name)}} for name in files],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=2) + "\n").encode()


def is_own_log(content: bytes) -> bool:
    """Whether a file is a log of this program, which a later one may replace."""
    try:
        log = json.loads(content)
        return bool(log["runs"][0]["tool"]["driver"]["name"] == _TOOL)
    except (ValueError, LookupError, TypeError, RecursionError):
        return False


def _rules(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """A rule for each code, by code: what its messages have in common, and its gravest level."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    return [_rule(code, same) for code, same in sorted(by_code.items())]


def _rule(code: str, findings: Sequence[Finding]) -> dict[str, Any]:
    texts = sorted({pattern(finding.message) for finding in findings})
    severity = min((finding.severity for finding in findings), key=_WORST_FIRST.index)
    return {
        "id": code,
        "shortDescription": {"text": texts[0]},
        "fullDescription": {"text": "\n".join(texts)},
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {"tags": [family(code)], "severity": severity.value},
    }


def _result(finding: Finding, order: Mapping[str, int], files: Sequence[str]) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": order[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.place, files)],
        "properties": {"severity": finding.severity.value},
    }


def _location(place: Place, files: Sequence[str]) -> dict[str, Any]:
    artifact = {"uri": _uri(place.file), "index": files.index(place.file)}
    physical: dict[str, Any] = {"artifactLocation": artifact}
    line = row_of_place(place) if place.sheet is None and place.spot else None
    if line:
        physical["region"] = {"startLine": line}
    location: dict[str, Any] = {"physicalLocation": physical}
    name = str(place).removeprefix(place.file).removeprefix(" › ")
    if name:
        kind = "cell" if place.sheet and place.cell else "sheet" if place.sheet else "part"
        logical = {"name": place.spot or name, "fullyQualifiedName": name, "kind": kind}
        location["logicalLocations"] = [logical]
    return location


def _uri(file: str) -> str:
    """The URI of a file: relative as it was named, `file://` where the path is absolute."""
    path = PurePosixPath(file.replace("\\", "/"))
    text = quote(path.as_posix())
    return f"file://{text}" if path.is_absolute() else text
