"""Decrees for every kind of signature, through LibreOffice to the file that a signer opens."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from tests.cases.pdf import POINTS_PER_MM, page_size, page_texts, text_boxes
from tests.cases.pdf_facts import inspect
from tests.cases.signing import (
    FINAL_DAY,
    FINAL_NAME,
    FINAL_NUMBER,
    plan_signed_in_every_way,
    signed,
    throw_away_signer,
)
from tests.cases.tagged import tag_faults
from zi_docs.build.making import Built, Workshop, build
from zi_docs.catalog import catalog, products_of
from zi_docs.model import Plan, Signing
from zi_docs.ooxml import read_parts
from zi_docs.pdf.libreoffice import Converter
from zi_docs.pdf.office_places import find_office
from zi_docs.product import Family, Product
from zi_docs.progress import SilentProgress
from zi_docs.revision.states import Year
from zi_docs.settings import DEFAULTS

pytestmark = [pytest.mark.libreoffice]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DECREE_VARIABLES = {
    "nomor_naskah",
    "tanggal_naskah",
    "ttd_pengirim",
    "nama_pengirim",
    "jabatan_pengirim",
}
VARIABLE = re.compile(r"\$\{\w+\}")


def make(folder: Path, plan: Plan | None = None) -> Built:
    plan = plan or plan_signed_in_every_way()
    with Converter(find_office()) as office:
        workshop = Workshop(DEFAULTS.templates, office, SilentProgress())
        listed = catalog(Year(plan))
        decrees = products_of(listed.about([Family.DECREE]), _of_decree)
        letters = products_of(listed.about([Family.MEETING]), lambda p: p.kind == "undangan")
        return build([*decrees, *letters], workshop, folder)


def _of_decree(product: Product) -> bool:
    return product.about.family is Family.DECREE


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    made = make(tmp_path_factory.mktemp("signing"))
    assert made.findings == ()
    return made


def file(built: Built, name: str) -> Path:
    return next(path for path in built.files if path.match(name))


def spots(pdf: Path, page: int, text: str) -> tuple[float, float, float, float]:
    """Where a text stands: left, top, right, bottom in mm."""
    return next(tuple(box) for words, *box in text_boxes(pdf, page) if words.strip() == text)  # type: ignore[return-value]


def words_of(paper: Path) -> str:
    """All parts of a Word file, dates and numbers with plain spaces."""
    return b"".join(read_parts(paper.read_bytes()).values()).decode().replace("\u00a0", " ")


def test_each_kind_gives_its_files(built: Built) -> None:
    """What SRIKANDI finishes is Word only, and nothing of it is bundled."""
    names = {"/".join(path.parts[-2:]) for path in built.files if "salinan" not in path.name}
    assert names == {
        f"{folder}{kind}{ending}"
        for kind in ("wet", "tag", "field")
        for folder, ending in (
            ("keputusan/", "-asli.docx"),
            ("keputusan/", "-asli.pdf"),
            ("bundel/keputusan-", ".pdf"),
        )
    } | {"keputusan/srikandi-srikandi.docx", "srikandi/undangan-srikandi.docx"}


@pytest.mark.parametrize(
    ("name", "variables"),
    [
        ("srikandi-srikandi.docx", DECREE_VARIABLES),
        ("undangan-srikandi.docx", DECREE_VARIABLES | {"nip_pengirim", "sifat", "hal"}),
    ],
)
def test_every_variable_is_one_run_in_every_part(
    built: Built, name: str, variables: set[str]
) -> None:
    """Joined over a paragraph's runs there are as many variables as within single runs."""
    parts = read_parts(file(built, name).read_bytes())
    found: set[str] = set()
    for part_name, part in parts.items():
        if not part_name.endswith(".xml"):
            continue
        for paragraph in etree.fromstring(part).iter(f"{W}p"):
            runs = ["".join(run.itertext(f"{W}t")) for run in paragraph.iter(f"{W}r")]
            whole = VARIABLE.findall("".join(runs))
            assert whole == [one for run in runs for one in VARIABLE.findall(run)], part_name
            found |= set(whole)
    assert found == {f"${{{variable}}}" for variable in variables}


@pytest.mark.parametrize("name", ["srikandi-srikandi.docx", "undangan-srikandi.docx"])
def test_no_final_value_stands_beside_the_variables(built: Built, name: str) -> None:
    """Neither in the text nor in the properties of the file; the wet original has them all."""
    finals = (FINAL_NUMBER, FINAL_DAY, FINAL_NAME.upper(), "2026-08-27")
    wet, variables = (words_of(file(built, paper)) for paper in ("wet-asli.docx", name))
    assert all(final in wet for final in finals)
    assert not [final for final in finals if final.casefold() in variables.casefold()]


def test_the_tag_stands_once(built: Built) -> None:
    texts = page_texts(file(built, "tag-asli.pdf"))
    assert sum(text.count("#") for text in texts) == 1


def test_the_room_below_the_tag_is_free(built: Built) -> None:
    """25 to 30 mm between the tag and the name (NASKAH section 6)."""
    pdf = file(built, "tag-asli.pdf")
    _, _, _, tag_bottom = spots(pdf, 1, "#")
    _, name_top, _, _ = spots(pdf, 1, FINAL_NAME.upper())
    assert 25 <= name_top - tag_bottom <= 30


@pytest.mark.parametrize("kind", ["tag", "field"])
def test_a_bundle_is_not_what_is_signed(built: Built, kind: str) -> None:
    """It holds the sheet of initials, so it has neither field nor tag."""
    facts = inspect(file(built, f"keputusan-{kind}.pdf"))
    assert "LEMBAR PARAF KOORDINASI" in facts.texts[0]
    assert facts.fields == ()
    assert "#" not in "".join(facts.texts)


def test_what_is_signed_is_tagged_from_end_to_end(built: Built) -> None:
    """Its cells of a head are TH, its language and its title are shown, its field is a Form."""
    pdf = file(built, "field-asli.pdf")
    assert tag_faults(pdf) == []
    facts = inspect(pdf)
    assert (facts.lang, facts.fields) == ("id-ID", ("ttd_KETUA",))
    with pikepdf.open(pdf) as document:
        assert document.Root.ViewerPreferences.DisplayDocTitle
        things = [thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary)]
        types = {str(thing.S) for thing in things if "/S" in thing}
    assert {"/TH", "/H1", "/Form"} <= types


def test_the_field_lies_on_the_signature_block(built: Built) -> None:
    """One field, between the post and the name, 70 x 25 mm, left edges in line."""
    pdf, page = file(built, "field-asli.pdf"), 1
    (found,) = enumerate_sig_fields(PdfFileReader(BytesIO(pdf.read_bytes())))
    field_name, value, reference = found
    left, bottom, right, top = (float(x) / POINTS_PER_MM for x in reference.get_object()["/Rect"])
    height = page_size(pdf, page)[1]
    post_left, _, _, post_bottom = spots(pdf, page, "KABUPATEN CONTOH,")
    name_top = spots(pdf, page, FINAL_NAME.upper())[1]
    assert (field_name, value) == ("ttd_KETUA", None)
    assert (right - left, top - bottom) == pytest.approx((70, 25), abs=0.3)
    assert left == pytest.approx(post_left, abs=1)
    assert post_bottom <= height - top <= height - bottom <= name_top


def test_a_signing_program_accepts_the_field(built: Built) -> None:
    """Signed with a throw-away certificate: intact, valid, and all of the file is covered."""
    signer = throw_away_signer()
    done = signed(file(built, "field-asli.pdf").read_bytes(), "ttd_KETUA", signer)
    (signature,) = PdfFileReader(BytesIO(done)).embedded_signatures
    status = validate_pdf_signature(
        signature, ValidationContext(trust_roots=[signer.signing_cert], allow_fetching=False)
    )
    assert (status.intact, status.valid, status.trusted) == (True, True, True)
    assert status.coverage.name == "ENTIRE_FILE"
    assert status.modification_level is None or status.modification_level.name == "NONE"


def test_a_tag_in_the_text_keeps_the_pdf_from_being_made(tmp_path: Path) -> None:
    """`#` in a row of the plan: the original is left out, and so the bundle; the rest is made."""
    plan = plan_signed_in_every_way()
    odd = replace(plan.activities[0], target="#1")
    only = tuple(decree for decree in plan.decrees if decree.tanda_tangan is Signing.TAG)
    strange = replace(plan, activities=(odd, *plan.activities[1:]), decrees=only, meetings=())
    made = make(tmp_path, strange)
    assert [path.name for path in made.files] == ["tag-salinan.docx", "tag-salinan.pdf"]
    original, bundle = made.findings
    assert (original.code, bundle.code) == ("TTD-TAG", "HASIL-BAGIAN")
    assert "keputusan/tag-asli tidak utuh" in bundle.message
    assert "2 kali: halaman 1 (1 kali) dan halaman 3 (1 kali)" in original.message


def test_made_again_the_files_are_the_same(built: Built, tmp_path: Path) -> None:
    for path in make(tmp_path).files:
        assert path.read_bytes() == file(built, "/".join(path.parts[-2:])).read_bytes(), path.name
