"""A register of another shape: refused whole, since without it signed papers are unprotected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zi_docs.build import signed_papers as registers
from zi_docs.build.signed_papers import Entry, Register
from zi_docs.errors import OutputError

ENTRY = Entry("renaksi", "ditandatangani/renaksi.pdf", "a1", "2026-01-22", "10", ("Ketua",), {})


def entry(**changes: object) -> str:
    content = json.loads(registers.as_bytes(Register((ENTRY,))))
    content["entries"][0] |= changes
    return json.dumps(content)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    (tmp_path / registers.NAME).write_text(entry())
    assert registers.read(tmp_path) == Register((ENTRY,))


@pytest.mark.parametrize(
    "text",
    [
        entry(id=5),
        entry(file=5),
        entry(file="../../lain.pdf"),
        entry(file="/etc/passwd"),
        entry(file="a\0b"),
        entry(sha256=None),
        entry(date=20260122),
        entry(number=10),
        entry(signers="Ketua"),
        entry(signers=[5]),
        entry(records=[]),
        entry(records={"keputusan/renaksi-asli": 5}),
        entry(records={"keputusan/renaksi-asli": {"content": {"judul": 5}}}),
        '{"entries": {}}',
        '{"entries": [5]}',
        "[]",
        "5",
        "",
        "[" * 100_000,
        '{"entries":' * 100_000,
    ],
)
def test_a_register_of_another_shape_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / registers.NAME).write_text(text)
    with pytest.raises(OutputError, match=r"register\.json.*tidak dapat dibaca.*--pulihkan"):
        registers.read(tmp_path)
