"""What letters and forms share: the head with the office's name, and the signature block."""

from __future__ import annotations

from zi_docs.documents.decrees.decree import UNNAMED
from zi_docs.documents.signature import ROOM
from zi_docs.model import Office, Official
from zi_docs.wording.names import post_lines


def letterhead(office: Office) -> dict[str, object]:
    """The head: logo (empty without one), the name in capitals, address and contact lines."""
    contact = [
        f"{label} {value}"
        for label, value in (
            ("Telepon", office.telepon),
            ("Surel", office.surel),
            ("Laman", office.laman),
        )
        if value
    ]
    return {
        "logo": office.lambang or "",
        "lembaga": office.lembaga.upper(),
        "wilayah": office.region.upper(),
        "alamat": office.alamat,
        "kontak": " | ".join(contact),
    }


def signature(office: Office, signer: Official | None) -> dict[str, str]:
    """Post over two lines, name and NIP of who signs; blanks to write in where nobody is named."""
    if signer is None:
        return {"jabatan": UNNAMED, "wilayah": "", "nama": UNNAMED, "nip": "", **ROOM}
    post, region = post_lines(office, signer, capitals=False)
    return {
        "jabatan": post,
        "wilayah": region,
        "nama": signer.nama or UNNAMED,
        "nip": f"NIP {signer.nip}" if signer.nip else "",
        **ROOM,
    }
