"""What a run made is kept on disk until it is published."""

import gc
import tracemalloc
from pathlib import Path

from tests.cases.workshops import FakeOffice
from zi_docs.build.publish import publish
from zi_docs.build.shelf import Contents, Shelf
from zi_docs.findings import Place, warning
from zi_docs.pdf.conversion_cache import CachedConverter
from zi_docs.pdf.jobs import Job
from zi_docs.product import Made

_MEGABYTE = 1 << 20


def peak_of(work: object) -> int:
    """The most bytes of Python that calling `work` takes at one time."""
    gc.collect()
    tracemalloc.start()
    try:
        work()  # type: ignore[operator]
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_product_comes_back_as_it_was_put() -> None:
    finding = warning("HASIL-DIUBAH", "Periksalah.", Place("zi.xlsx", "Rapat"))
    shelf = Shelf()
    shelf["rapat/undangan"] = Made({"rapat/undangan.docx": b"isi"}, findings=(finding,))
    shelf["rapat/notula"] = Made({"rapat/notula.docx": b"lain", "rapat/notula.pdf": b"%PDF"})
    assert shelf["rapat/undangan"] == Made({"rapat/undangan.docx": b"isi"}, findings=(finding,))
    readers = shelf.files("rapat/notula")
    assert {path: read() for path, read in readers.items()} == {
        "rapat/notula.docx": b"lain",
        "rapat/notula.pdf": b"%PDF",
    }


def test_fifty_products_of_a_megabyte_are_made_and_published_in_the_memory_of_a_few(
    tmp_path: Path,
) -> None:
    def make_and_publish() -> None:
        shelf = Shelf()
        for number in range(50):
            content = bytes([number]) * _MEGABYTE
            shelf[str(number)] = Made({f"{number}.csv": content})
        readers = {path: read for name in shelf for path, read in shelf.files(name).items()}
        publish(Contents(readers), tmp_path)

    assert peak_of(make_and_publish) < 8 * _MEGABYTE
    assert (tmp_path / "49.csv").read_bytes() == bytes([49]) * _MEGABYTE


def test_what_was_converted_is_kept_in_the_cache_alone(tmp_path: Path) -> None:
    """An equal document is not converted again, though no PDF stays in memory."""
    office = FakeOffice()
    cached = CachedConverter(office, tmp_path, 10 * _MEGABYTE)
    first = cached.submit(Job("asli", b"isi")).result()
    assert cached.submit(Job("salinan", b"isi")).result() == first
    assert office.given == ["asli"]
    assert not cached._running
