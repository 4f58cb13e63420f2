"""Makes a document ready for its kind of signature (NASKAH section 6).

A signature block is a dictionary of the context: `jabatan`, `wilayah`, `nama`, perhaps `nip`, and
the room to sign as `ROOM` names it, which a wet signature leaves empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from zi_docs.findings import Place
from zi_docs.model import Office, Signing
from zi_docs.papers.document import Document, stamp_of
from zi_docs.product import Signature

# `tag`: the character above the room; `ttd`: what stands in the room; `ttd_ulang`: what stands in
# the room of the same signer's further blocks, such as the one that closes a Lampiran.
ROOM: Mapping[str, str] = {"tag": "", "ttd": "", "ttd_ulang": ""}
SIGNED_ELSEWHERE = "Ditandatangani secara elektronik"
_NUMBER, _DAY = "${nomor_naskah}", "${tanggal_naskah}"
_VARIABLES = {
    "nomor": _NUMBER,
    "tanggal": _DAY,
    "tanggal_surat": _DAY,
    "sifat": "${sifat}",
    "hal": "${hal}",
}


def prepared(
    document: Document,
    office: Office,
    mode: Signing,
    signers: Mapping[str, str],
    place: Place,
) -> Document:
    """The document for a kind of signature.

    `signers` gives the IDs of those who sign by the name of their block in the context; in each
    template the first one's room bears the bookmark `SIGNING_ROOM` 1, and so on. `place` is the
    cell that asks for the kind of signature. While the paper is a draft it is `unsigned`: neither
    tag nor variable nor words stand in the room.
    """
    if mode is Signing.WET:
        return document
    tag = office.tag_bsre if mode is Signing.TAG else ""
    signature = Signature(mode, tuple(signers.values()), tag, place)
    if mode is Signing.SRIKANDI:
        made = _for_upload(document, office, list(signers), signature)
    else:
        room = {"tag": tag, "ttd": "", "ttd_ulang": SIGNED_ELSEWHERE}
        made = replace(_with_rooms(document, signers, room), signature=signature)
    return replace(made, unsigned=replace(_with_rooms(made, signers, ROOM), signature=None))


def _with_rooms(document: Document, signers: Iterable[str], room: Mapping[str, str]) -> Document:
    """The document with this in the room to sign of each of these blocks."""
    blocks = {name: {**_block(document, name), **room} for name in signers}
    return replace(document, context={**document.context, **blocks})


def _for_upload(
    document: Document, office: Office, blocks: Sequence[str], signature: Signature
) -> Document:
    """Variables in the place of every value that SRIKANDI fills, in the properties too."""
    values = {key: value for key, value in _VARIABLES.items() if key in document.context}
    numbers = [""] if len(blocks) == 1 else [str(n) for n in range(1, len(blocks) + 1)]
    signers = {
        name: _variables(_block(document, name), number)
        for name, number in zip(blocks, numbers, strict=True)
    }
    return replace(
        document,
        context={**document.context, **values, **signers},
        keywords="",
        stamp=stamp_of(office, None),
        signature=signature,
    )


def _variables(block: Mapping[str, str], number: str) -> dict[str, str]:
    """The block of the signer of this number ("" for the only one); no NIP where none belongs."""
    sign = f"${{ttd_pengirim{number}}}"
    nip = {"nip": f"NIP ${{nip_pengirim{number}}}"} if block.get("nip") else {}
    return {
        **block,
        **nip,
        "jabatan": f"${{jabatan_pengirim{number}}},",
        "wilayah": "",
        "nama": f"${{nama_pengirim{number}}}",
        "tag": "",
        "ttd": sign,
        "ttd_ulang": sign,
    }


def _block(document: Document, name: str) -> dict[str, str]:
    block = document.context[name]
    if not isinstance(block, dict):
        raise TypeError(f"{name} of {document.title} is no signature block")
    return block
