"""Makers at work: what waits for what, what is begun meanwhile, what a failure spoils."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.cases.products import subject
from tests.cases.workshops import FakeOffice
from zi_docs.build.makers import Results, Workshop, make_products
from zi_docs.errors import ConversionError, MissingProgramError, TemplateError
from zi_docs.findings import Place, error
from zi_docs.pdf.jobs import Converts, Job
from zi_docs.product import (
    Conversion,
    Family,
    Given,
    Inputs,
    Made,
    Maker,
    Making,
    PdfPart,
    Product,
    Properties,
    at_once,
)
from zi_docs.progress import SilentProgress

DAY = date(2026, 1, 22)
ABOUT = Properties("Judul", "", "", "", DAY)


@cache
def empty_docx() -> bytes:
    buffer = BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()


def product(name: str, make: Maker, *needs: str) -> Product:
    return Product(name, "uji", name, subject(Family.DECREE), lambda: Inputs({}), make, needs=needs)


def paper(name: str, *needs: str, rounds: int = 1, docx: bytes | None = None) -> Product:
    """A paper that is converted so many times until its pages are settled."""

    def make(given: Given) -> Making:
        pdf = None
        for _ in range(rounds):
            pdf = yield Conversion(docx or empty_docx())
            if pdf is None:
                return Made({f"{name}.docx": empty_docx()})
        assert pdf is not None
        return Made({f"{name}.docx": empty_docx(), f"{name}.pdf": pdf}, PdfPart(pdf, ABOUT))

    return product(name, make, *needs)


def bundle(name: str, *needs: str) -> Product:
    """What joins the PDFs that it needs."""

    def make(given: Given) -> Made:
        joined = b"+".join(given.needs[need].part().content for need in needs)
        return Made({f"{name}.pdf": joined}, PdfPart(joined, ABOUT))

    return product(name, at_once(make), *needs)


@dataclass
class Steps(SilentProgress):
    """A display that notes what it is told."""

    begun: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)

    def begin(self, paper: str) -> None:
        self.begun.append(paper)

    def end(self, paper: str) -> None:
        self.ended.append(paper)


def made(*products: Product, office: Converts | None, steps: Steps | None = None) -> Results:
    return make_products(products, Workshop(Path(), office, steps or Steps()))


# In order


def test_a_document_is_handed_over_as_soon_as_it_is_rendered() -> None:
    """`daftar` begins when its need is made, while `keputusan` is in its second round."""
    office = FakeOffice()
    made(
        paper("undangan"),
        paper("keputusan", rounds=3),
        paper("daftar", "undangan"),
        office=office,
    )
    assert office.given == ["undangan", "keputusan", "daftar", "keputusan", "keputusan"]


class Slow(FakeOffice):
    """Has converted nothing until so many documents wait for it."""

    def __init__(self, waits: int) -> None:
        super().__init__()
        self.waits = waits
        self.waiting: list[tuple[Future[bytes], Future[bytes]]] = []

    def submit(self, job: Job) -> Future[bytes]:
        answer: Future[bytes] = Future()
        self.waiting.append((super().submit(job), answer))
        if len(self.waiting) == self.waits:
            for done, future in self.waiting:
                future.set_result(done.result())
        return answer


def test_other_products_are_begun_while_documents_are_converted() -> None:
    """With three papers under way the office has what it waits for; nothing stands still."""
    office = Slow(3)
    results = made(paper("asli"), paper("salinan"), paper("paraf"), office=office)
    assert set(results.made) == {"asli", "salinan", "paraf"}


def test_a_need_that_is_not_among_the_products_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="bundel"):
        made(bundle("bundel", "asli"), office=FakeOffice())


def test_a_product_is_given_the_pdfs_of_what_it_needs() -> None:
    """Whether those are converted once or three times."""
    results = made(
        paper("paraf"), paper("asli", rounds=3), bundle("bundel", "paraf", "asli"),
        office=FakeOffice(),
    )  # fmt: skip
    sheet, original = (results.made[name].part().content for name in ("paraf", "asli"))
    assert results.made["bundel"].files == {"bundel.pdf": sheet + b"+" + original}
    assert sheet != original


def test_a_product_that_needs_another_starts_after_it_wherever_it_stands() -> None:
    started: list[str] = []

    def noted(one: Product) -> Product:
        def make(given: Given) -> Making:
            started.append(one.name)
            return (yield from one.make(given))

        return product(one.name, make, *one.needs)

    papers = [bundle("bundel", "asli"), paper("asli"), bundle("arsip", "bundel")]
    made(*map(noted, papers), office=FakeOffice())
    assert started == ["asli", "bundel", "arsip"]


def test_what_needs_no_conversion_asks_for_none() -> None:
    office = FakeOffice()
    form = product("isian", at_once(lambda _: Made({"isian.xlsx": b"isi"})))
    assert made(form, office=office).made["isian"].files == {"isian.xlsx": b"isi"}
    assert office.given == []


def test_the_display_goes_on_by_one_for_each_product_made_or_not() -> None:
    steps = Steps()
    made(
        paper("asli", rounds=3), paper("gagal"), bundle("bundel", "asli"), bundle("lain", "gagal"),
        office=FakeOffice(["gagal"]),
        steps=steps,
    )  # fmt: skip
    assert steps.begun == ["asli", "gagal", "bundel"]
    assert sorted(steps.ended) == ["asli", "bundel", "gagal", "lain"]


# Failures


def test_a_conversion_that_fails_spoils_its_product_and_those_that_need_it() -> None:
    results = made(
        paper("gagal"),
        paper("utuh"),
        bundle("bundel", "utuh", "gagal"),
        bundle("arsip", "bundel"),
        bundle("lain", "utuh"),
        office=FakeOffice(["gagal"]),
    )
    assert set(results.made) == {"utuh", "lain"}
    assert {name: type(problem) for name, problem in results.failures.items()} == {
        "gagal": ConversionError
    }
    assert results.blocked == {"bundel": ("gagal",), "arsip": ("bundel",)}


def test_a_later_conversion_may_fail_too() -> None:
    class Tired(FakeOffice):
        """Gives up on what it is asked for a second time."""

        def submit(self, job: Job) -> Future[bytes]:
            answer = super().submit(job)
            self.fails = (*self.fails, job.name)
            return answer

    results = made(paper("panjang", rounds=2), paper("pendek"), office=Tired())
    assert (set(results.made), set(results.failures)) == ({"pendek"}, {"panjang"})


@pytest.mark.parametrize("after", [0, 1])
def test_a_template_that_fails_spoils_no_other(after: int) -> None:
    """At once, or when it is filled again for the pages that it turned out to have."""

    def make(given: Given) -> Making:
        for _ in range(after):
            yield Conversion(empty_docx())
        raise TemplateError("templat.docx rusak.", "Tulislah templat bawaan.")

    results = made(
        product("rusak", make), paper("utuh"), bundle("bundel", "rusak"), office=FakeOffice()
    )
    assert set(results.made) == {"utuh"}
    assert [str(problem) for problem in results.failures.values()] == [
        "templat.docx rusak. Tulislah templat bawaan."
    ]
    assert results.blocked == {"bundel": ("rusak",)}


def test_a_document_that_must_not_be_converted_spoils_no_other() -> None:
    """The office program is never given it."""
    office = FakeOffice()
    results = made(paper("bahaya", docx=b"bukan DOCX"), paper("utuh"), office=office)
    assert set(results.made) == {"utuh"}
    assert "bahaya bukan berkas DOCX yang utuh" in str(results.failures["bahaya"])
    assert office.given == ["utuh"]


def test_what_is_made_with_an_error_is_no_need_of_others() -> None:
    """A paper whose room to sign is not found is not whole."""
    finding = error("TTD-RUANG", "Ruang tanda tangan tidak ditemukan.", Place("zi.xlsx"))

    def make(given: Given) -> Made:
        return Made({}, PdfPart(b"%PDF", ABOUT), (finding,))

    results = made(product("asli", at_once(make)), bundle("bundel", "asli"), office=FakeOffice())
    assert results.made["asli"].findings == (finding,)
    assert results.blocked == {"bundel": ("asli",)}


def test_an_office_program_that_cannot_start_ends_the_run() -> None:
    class Lost(FakeOffice):
        def submit(self, job: Job) -> Future[bytes]:
            future: Future[bytes] = Future()
            problem = MissingProgramError("soffice tidak dapat dijalankan.", "Pasanglah kembali.")
            future.set_exception(problem)
            return future

    with pytest.raises(MissingProgramError):
        made(paper("asli"), office=Lost())


# Without an office program


def test_without_an_office_program_only_docx_files_are_made_and_no_bundle() -> None:
    results = made(
        paper("asli", rounds=3), paper("salinan"), bundle("bundel", "asli", "salinan"), office=None
    )
    files = {name: sorted(product.files) for name, product in results.made.items()}
    assert files == {"asli": ["asli.docx"], "salinan": ["salinan.docx"]}
    assert results.failures == {}
    assert results.blocked == {"bundel": ("asli", "salinan")}
