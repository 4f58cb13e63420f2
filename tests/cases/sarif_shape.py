"""What the schema of SARIF 2.1.0 demands of the objects that the program writes.

A shape is the keys that an object must have, and of every key that it may have the kind of value;
the schema allows no other keys, of which this lists those in use. The official schema is no part
of the tests: this says the same in short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_LEVEL = {"none", "note", "warning", "error"}
_TAG = re.compile(r"[a-zA-Z]{2}(-[a-zA-Z]{2})?")
# A URI reference has no blanks, no reverse strokes, and percent signs only before two digits.
_URI = re.compile(r"(?:[\w.~!$&'()*+,;=:@/?#\[\]-]|%[0-9A-Fa-f]{2})+", re.A)

# A string is the name of a shape, a list holds one for each of its entries, a set the words to
# choose from, a number the least.
SHAPES: Mapping[str, tuple[set[str], Mapping[str, Any]]] = {
    "log": ({"version", "runs"}, {"$schema": _URI, "version": {"2.1.0"}, "runs": ["run"]}),
    "run": (
        {"tool"},
        {
            "tool": "tool",
            "language": _TAG,
            "columnKind": {"utf16CodeUnits", "unicodeCodePoints"},
            "artifacts": ["artifact"],
            "results": ["result"],
        },
    ),
    "tool": ({"driver"}, {"driver": "driver"}),
    "driver": ({"name"}, {"name": str, "version": str, "rules": ["rule"]}),
    "rule": (
        {"id"},
        {
            "id": str,
            "shortDescription": "text",
            "fullDescription": "text",
            "defaultConfiguration": "configuration",
            "properties": "bag",
        },
    ),
    "configuration": (set(), {"level": _LEVEL}),
    "text": ({"text"}, {"text": str}),
    "bag": (set(), {"tags": [str], "severity": str}),
    "artifact": (set(), {"location": "file"}),
    "file": (set(), {"uri": _URI, "index": 0}),
    "result": (
        {"message"},
        {
            "ruleId": str,
            "ruleIndex": 0,
            "level": _LEVEL,
            "message": "text",
            "locations": ["location"],
            "suppressions": ["suppression"],
            "properties": "bag",
        },
    ),
    "location": (set(), {"physicalLocation": "place", "logicalLocations": ["logical"]}),
    "place": ({"artifactLocation"}, {"artifactLocation": "file", "region": "region"}),
    "region": ({"startLine"}, {"startLine": 1}),
    "logical": (set(), {"name": str, "fullyQualifiedName": str, "kind": str}),
    "suppression": ({"kind"}, {"kind": {"inSource", "external"}, "justification": str}),
}


def misfits(value: Any, shape: Any = "log", path: str = "") -> Iterator[str]:
    """What in a log the schema would refuse, each with its path; nothing of a sound one."""
    if isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{path}: no list"
            return
        for index, entry in enumerate(value):
            yield from misfits(entry, shape[0], f"{path}[{index}]")
    elif isinstance(shape, str):
        yield from _object_misfits(value, shape, path)
    elif not _fits(value, shape):
        yield f"{path}: {value!r}"


def _object_misfits(value: Any, shape: str, path: str) -> Iterator[str]:
    required, fields = SHAPES[shape]
    if not isinstance(value, dict):
        yield f"{path}: no object"
        return
    yield from (f"{path}.{key} is missing" for key in sorted(required - value.keys()))
    yield from (f"{path}.{key} is unknown" for key in sorted(value.keys() - fields.keys()))
    for key in value.keys() & fields.keys():
        yield from misfits(value[key], fields[key], f"{path}.{key}")


def _fits(value: Any, kind: Any) -> bool:
    if isinstance(kind, int):
        return isinstance(value, int) and not isinstance(value, bool) and value >= kind
    if not isinstance(value, str):
        return False
    if isinstance(kind, re.Pattern):
        return bool(kind.fullmatch(value))
    return kind is str or value in kind


def references(log: Mapping[str, Any]) -> Iterator[str]:
    """What in a sound log refers to a rule or file that is another one, or is there twice."""
    for number, run in enumerate(log["runs"]):
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        files = [artifact["location"]["uri"] for artifact in run["artifacts"]]
        for name, entries in (("rules", rules), ("artifacts", files)):
            if len(set(entries)) < len(entries):
                yield f"runs[{number}].{name}: not unique"
        for index, result in enumerate(run["results"]):
            if rules[result["ruleIndex"]] != result["ruleId"]:
                yield f"results[{index}]: another rule"
            places = [
                place["physicalLocation"]["artifactLocation"] for place in result["locations"]
            ]
            if any(files[place["index"]] != place["uri"] for place in places):
                yield f"results[{index}]: another file"
