"""Whatever an office calls its papers: each has a name of its own that every system takes."""

from __future__ import annotations

import hashlib
import string
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from tests.property.examples import tried
from zi_docs.build.signed_files import FOLDER, free_name
from zi_docs.file_names import (
    can_name_files,
    file_stem,
    has_forbidden_sign,
    is_file_name,
    numbered,
    plain_name,
    room_in,
    safe_name,
)

ANYTHING = st.text(st.characters(), max_size=80)
ODD = st.text(st.sampled_from('abcNULCON.  -_~$:/\\*?"<>|\u202e\u0301é١\t\n;,1'), max_size=24)
TEXTS = st.one_of(ANYTHING, ODD)
PLAIN = set(string.ascii_letters + string.digits + " ")


def may_be_an_id(key: str) -> bool:
    return key.isprintable() and not has_forbidden_sign(key) and can_name_files(key)


@tried(200)
@given(TEXTS)
@example("CON")
@example("-rf")
@example("a" * 61)
def test_an_id_that_may_name_files_names_one_file_below_its_folder(key: str) -> None:
    if may_be_an_id(key):
        assert is_file_name(key)
        assert Path(key).name == key
        assert is_file_name(f"{file_stem(key)}.docx")
        assert Path(f"{file_stem(key)}.docx").name == f"{file_stem(key)}.docx"


@tried(100)
@given(TEXTS)
def test_the_stem_of_a_name_is_its_own_stem(key: str) -> None:
    assert file_stem(file_stem(key)) == file_stem(key)
    assert not set('/\\:*?"<>|\n\0') & set(file_stem(key))


@tried(200)
@given(TEXTS, st.integers(0, 60))
def test_a_plain_name_is_plain_short_and_stays(text: str, longest: int) -> None:
    name = plain_name(text, longest)
    assert set(name) <= PLAIN
    assert len(name) <= longest
    assert plain_name(name, longest) == name.strip()
    assert is_file_name(f"01 {name}".strip())


@tried(200)
@given(TEXTS, st.integers(2, 10_000))
def test_what_was_dropped_gets_one_name_that_every_system_takes(text: str, number: int) -> None:
    here = Path("/kantor/source/realisasi")
    name = safe_name(text, room_in(here))
    assert is_file_name(name)
    assert safe_name(name, room_in(here)) == name
    assert is_file_name(numbered(name, number))
    assert numbered(name, number) != name
    assert len(str(here / numbered(name, number))) <= 245


@tried(60)
@given(st.lists(st.tuples(ODD, st.binary(max_size=3)), max_size=6, unique=True))
def test_no_signed_file_gets_the_name_of_another(papers: list[tuple[str, bytes]]) -> None:
    """Whatever two papers are called: the second one has its hash in its name."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / FOLDER).mkdir()
        for key, content in papers:
            name = free_name(folder, key, hashlib.sha256(content).hexdigest())
            assert (folder / name).parent == folder / FOLDER
            there = (folder / name).exists()
            assert not there or (folder / name).read_bytes() == content
            (folder / name).write_bytes(content)
