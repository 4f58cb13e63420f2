"""What a document's context becomes for each kind of signature."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cases.plans import plan, with_decree
from tests.cases.products import named, products
from tests.cases.word_files import rendered
from zi_docs.checks.signing_rules import check_signing
from zi_docs.findings import Place
from zi_docs.model import Plan, Signing
from zi_docs.ooxml import read_parts
from zi_docs.papers import keputusan as decrees
from zi_docs.papers.document import Document
from zi_docs.papers.signature import ROOM, prepared
from zi_docs.product import Family
from zi_docs.text import RichText
from zi_docs.word.wordml import BODY_PART

BLOCK = {"jabatan": "Ketua", "wilayah": "Kabupaten Contoh,", "nama": "Nama", **ROOM}


def year(mode: Signing) -> Plan:
    return with_decree(plan(), tanda_tangan=mode)


def original(mode: Signing) -> Document:
    return decrees.original(year(mode), year(mode).decrees[0])


def block(mode: Signing) -> object:
    return original(mode).context["penanda_tangan"]


def test_a_wet_signature_leaves_the_room_empty() -> None:
    assert block(Signing.WET) == {
        "jabatan": "KETUA KOMISI PEMILIHAN UMUM",
        "wilayah": "KABUPATEN CONTOH,",
        "nama": "NAMA KETUA",
        **ROOM,
    }
    assert original(Signing.WET).signature is None


def test_a_tag_stands_over_the_first_room_only() -> None:
    room = {"tag": "#", "ttd": "", "ttd_ulang": "Ditandatangani secara elektronik"}
    assert block(Signing.TAG) == {**dict(block(Signing.WET)), **room}  # type: ignore[call-overload]


def test_srikandi_gets_variables_and_no_final_value() -> None:
    """Number 10 of 22 January 2026 by Nama Ketua: none of it is left, not even as a property."""
    document = original(Signing.SRIKANDI)
    context = document.context
    assert (context["nomor"], context["tanggal"]) == ("${nomor_naskah}", "${tanggal_naskah}")
    assert block(Signing.SRIKANDI) == {
        "jabatan": "${jabatan_pengirim},",
        "wilayah": "",
        "nama": "${nama_pengirim}",
        "tag": "",
        "ttd": "${ttd_pengirim}",
        "ttd_ulang": "${ttd_pengirim}",
    }
    assert (document.keywords, document.stamp.isoformat()) == ("", "2026-01-01")


def test_several_signers_have_numbered_variables() -> None:
    """A commissioner, who has no NIP, and the secretary, who has one."""
    base = original(Signing.WET)
    blocks = {"satu": {**BLOCK, "nip": ""}, "dua": {**BLOCK, "nip": "NIP 1979"}}
    document = prepared(
        replace(base, context={**base.context, **blocks, "sifat": "Biasa", "hal": "Undangan"}),
        plan().office,
        Signing.SRIKANDI,
        {"satu": "KETUA", "dua": "SEK"},
        Place("zi.xlsx"),
    )
    first, second = document.context["satu"], document.context["dua"]
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert (first["ttd"], first["nama"], first["nip"]) == (
        "${ttd_pengirim1}", "${nama_pengirim1}", "",
    )  # fmt: skip
    assert (second["ttd"], second["nip"]) == ("${ttd_pengirim2}", "NIP ${nip_pengirim2}")
    assert (document.context["sifat"], document.context["hal"]) == ("${sifat}", "${hal}")


def test_nothing_is_bundled_for_srikandi() -> None:
    """It is finished there: only a DOCX is made of the original, and its initials are given
    there too.
    """
    made = products(year(Signing.SRIKANDI), Family.DECREE)
    assert [(product.name, product.leaf) for product in made] == [
        ("keputusan/renaksi-srikandi", None),
        ("keputusan/renaksi-salinan", None),
    ]
    assert (made[0].targets, made[0].converts) == (("keputusan/renaksi-srikandi.docx",), False)


@pytest.mark.parametrize(("mode", "times"), [(Signing.WET, 1), (Signing.SRIKANDI, 2)])
def test_for_srikandi_every_row_names_its_component(mode: Signing, times: int) -> None:
    """SRIKANDI breaks the pages: any row may open one, and its component's cell is never blank.

    Two rows of the plan are of one component.
    """
    name = "srikandi" if mode is Signing.SRIKANDI else "asli"
    docx = rendered(named(products(year(mode), Family.DECREE), f"renaksi-{name}"))
    body = read_parts(docx)[BODY_PART].decode()
    assert body.count(">Budaya kerja<") == times


@pytest.mark.parametrize("tag", ["", "##", "A", "1", " "])
def test_an_unusable_tag_is_an_error(tag: str) -> None:
    base = year(Signing.TAG)
    codes = [
        f.code for f in check_signing(replace(base, office=replace(base.office, tag_bsre=tag)))
    ]
    assert codes == ["TTD-TANDA"]
    assert not list(check_signing(year(Signing.TAG)))


def test_a_cell_that_looks_like_a_variable_is_told() -> None:
    """`${hal}` in a row of the plan: SRIKANDI would fill it; by hand it is only text."""
    base = year(Signing.SRIKANDI)
    odd = replace(base.activities[0], bukti=RichText.of("Isian ${hal}"))
    strange = replace(base, activities=(odd, *base.activities[1:]))
    assert [finding.code for finding in check_signing(strange)] == ["TTD-PEUBAH"]
    assert not list(check_signing(base))
    assert not list(check_signing(replace(year(Signing.WET), activities=strange.activities)))
