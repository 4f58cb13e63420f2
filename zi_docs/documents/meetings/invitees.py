"""Who is invited to a meeting, and how a letter and a list name each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from zi_docs.documents.decrees.decree import UNNAMED
from zi_docs.model import Guest, Meeting, Office, Official, Plan

COMMISSIONERS = "Komisioner"
NONE = "-"


def invitees(plan: Plan, meeting: Meeting) -> list[Guest]:
    """Everybody invited, once each: as written, groups in the order of their sheets."""
    found: dict[str, Guest] = {}
    for name in meeting.undangan:
        one = plan.guest(name)
        for guest in (one,) if one is not None else plan.group(name):
            found.setdefault(guest.id.casefold(), guest)
    return list(found.values())


def addressees(office: Office, guests: Sequence[Guest]) -> list[str]:
    """The guests as a letter addresses them: by post; by name too where a post occurs twice."""
    posts = [address(office, guest) for guest in guests]
    times = Counter(posts)
    return [
        f"{guest.nama} ({post})" if times[post] > 1 and guest.nama else post
        for post, guest in zip(posts, guests, strict=True)
    ]


def address(office: Office, guest: Guest) -> str:
    """The post with its office; the name where no post is known; else a blank to write in."""
    if isinstance(guest, Official):
        return f"{guest.jabatan} {office.short_name}"
    return " ".join(filter(None, (guest.jabatan, guest.instansi))) or guest.nama or UNNAMED


def place_of_work(guest: Guest) -> str:
    """Post and unit as a list of those present shows them; a unit that the post names is left."""
    unit = guest.unit if isinstance(guest, Official) else guest.instansi
    if unit.casefold() in guest.jabatan.casefold():
        return guest.jabatan
    return "\n".join(filter(None, (guest.jabatan, unit)))


def service_fact(guest: Guest, fact: str) -> str:
    """NIP or rank; `-` for a commissioner, who has none, else a blank to write in."""
    lacks = guest.kelompok.casefold() == COMMISSIONERS.casefold()
    return fact or (NONE if lacks else "")
