"""Zip packages as bad disks, bad programs and bad people leave them: DOCX and XLSX alike."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from random import Random

Parts = dict[str, bytes]
PackageMutation = Callable[[bytes, Random], bytes]

_BOMB_BYTES = 200 * 1024**2


def dice(*seed: object) -> Random:
    """Chance that comes out alike on every machine for the same seed."""
    # No secret hangs on it.
    return Random(repr(seed))  # noqa: S311


def unpacked(package: bytes) -> Parts:
    """The parts of a sound package, by name."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of these parts, whatever their names."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return target.getvalue()


def cut(package: bytes, chance: Random) -> bytes:
    """The beginning of the file."""
    return package[: chance.randrange(len(package))]


def headless(package: bytes, chance: Random) -> bytes:
    """The file without its beginning, or behind something else."""
    if chance.random() < 0.5:
        return package[chance.randrange(1, 200) :]
    return chance.randbytes(chance.randrange(1, 2000)) + package


def flipped(package: bytes, chance: Random) -> bytes:
    """Some bytes are others."""
    content = bytearray(package)
    for _ in range(chance.choice((1, 1, 3, 20, 200))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def flipped_directory(package: bytes, chance: Random) -> bytes:
    """Some bytes of the zip directory at the end are others."""
    content = bytearray(package)
    start = content.rfind(b"PK\x01\x02")
    for _ in range(chance.choice((1, 2, 8))):
        content[chance.randrange(max(start, 0), len(content))] = chance.randrange(256)
    return bytes(content)


def zeroed(package: bytes, chance: Random) -> bytes:
    """A stretch of the disk was never written."""
    start = chance.randrange(len(package))
    length = chance.choice((16, 512, 4096, 65536))
    return package[:start] + bytes(min(length, len(package) - start)) + package[start + length :]


def repeated(package: bytes, chance: Random) -> bytes:
    """A stretch stands there twice, or another part of the file in its place."""
    first, second = chance.randrange(len(package)), chance.randrange(len(package))
    length = chance.choice((64, 512, 4096))
    return package[:first] + package[second : second + length] + package[first:]


def without_a_part(package: bytes, chance: Random) -> bytes:
    """One part is not there, though others name it."""
    parts = unpacked(package)
    del parts[chance.choice(sorted(parts))]
    return packed(parts)


def with_parts_swapped(package: bytes, chance: Random) -> bytes:
    """Two parts have each other's content."""
    parts = unpacked(package)
    first, second = chance.sample(sorted(parts), 2)
    parts[first], parts[second] = parts[second], parts[first]
    return packed(parts)


def with_a_part_emptied(package: bytes, chance: Random) -> bytes:
    """One part is empty, half, or garbage."""
    parts = unpacked(package)
    name = chance.choice(sorted(parts))
    content = parts[name]
    choices = (b"", content[: len(content) // 2], chance.randbytes(500), b"<a/>", b"\0" * 100)
    parts[name] = chance.choice(choices)
    return packed(parts)


def with_odd_names(package: bytes, chance: Random) -> bytes:
    """A part has another name: of other case, with a backslash, leading out of the package."""
    parts = unpacked(package)
    name = chance.choice(sorted(parts))
    odd = (name.upper(), name.replace("/", "\\"), f"../{name}", f"/{name}", f"{name}/", f"./{name}",
           "x" * 3000, f"{name}\u202e", "")  # fmt: skip
    parts[chance.choice(odd)] = parts.pop(name)
    return packed(parts)


def with_an_entry_twice(package: bytes, chance: Random) -> bytes:
    """Two entries have one name and different contents."""
    parts = unpacked(package)
    names = sorted(parts)
    target = BytesIO(package)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo(chance.choice(names))
        archive.filelist.append(info)
        archive.NameToInfo.pop(info.filename, None)
        archive.filelist.remove(info)
        archive.writestr(info, parts[chance.choice(names)])
    return target.getvalue()


def packed_otherwise(package: bytes, chance: Random) -> bytes:
    """Another way of packing, which the format knows and hardly anybody uses."""
    ways = (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    return packed(unpacked(package), chance.choice(ways))


def bomb(package: bytes, chance: Random) -> bytes:
    """A part that unpacks to far more than it is."""
    parts = unpacked(package)
    parts[chance.choice(sorted(parts))] = b"<a>" + bytes(_BOMB_BYTES) + b"</a>"
    return packed(parts)


def lying_sizes(package: bytes, chance: Random) -> bytes:
    """The directory says other sizes than the parts have."""
    content = bytearray(package)
    places = [at for at in range(len(content) - 46) if content[at : at + 4] == b"PK\x01\x02"]
    for at in chance.sample(places, min(3, len(places))):
        field = chance.choice((20, 24, 42))
        struct.pack_into("<I", content, at + field, chance.choice((0, 1, 2**31 - 1, 2**32 - 1)))
    return bytes(content)


def foreign(package: bytes, chance: Random) -> bytes:
    """Another kind of file under this name."""
    kinds = (
        b"", b" ", b"PK", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"%PDF-1.7\n%%EOF",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"<html><table></table></html>",
        b"a;b;c\n1;2;3\n", chance.randbytes(3000), b"\xff\xfe" + "teks".encode("utf-16-le"),
        packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        packed({}), packed({"a": package}),
    )  # fmt: skip
    return chance.choice(kinds)


PACKAGE_MUTATIONS: tuple[PackageMutation, ...] = (
    cut, headless, flipped, flipped_directory, zeroed, repeated, without_a_part,
    with_parts_swapped, with_a_part_emptied, with_odd_names, with_an_entry_twice,
    packed_otherwise, bomb, lying_sizes, foreign,
)  # fmt: skip
