"""Who signs papers of monitoring: coordinator and leader of the team, or the head in charge."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from zi_docs.model import Activity, Area, Official, Plan, TeamSeat, same_id
from zi_docs.monev.periods import Period
from zi_docs.papers.document import UNNAMED
from zi_docs.product import UNLISTED, Lack
from zi_docs.text import BLANK
from zi_docs.wording.names import nip_line, running_title

# Over two lines, like the coordinator's post: so the names stand at one height.
TEAM = "Tim Kerja\nPembangunan Zona Integritas"
_LAST_MONTH = 12
_HEAD, _SECRETARY = "kepala", "sekretaris"


def leader(plan: Plan) -> dict[str, str]:
    """The leader of the team that builds the Zona Integritas."""
    return _signature(plan, f"Ketua {TEAM},", _seat(plan, "ketua", lambda group: not group))


def leader_lacks(plan: Plan) -> tuple[Lack, ...]:
    """The leader's name, where nobody is named: what he signs is a draft until then."""
    seat = _seat(plan, "ketua", lambda group: not group)
    official = plan.official(seat.pejabat) if seat else None
    if official is not None and official.nama:
        return ()
    if official is not None:
        place = official.origin.at("nama")
    else:
        place = seat.origin.at("pejabat") if seat else plan.office.origin.at("lembaga")
    return (Lack(f"nama Ketua {' '.join(TEAM.split())}", place, draft=True, since=UNLISTED),)


def secretary(plan: Plan) -> dict[str, str]:
    """The team's secretary."""
    return _signature(
        plan, f"Sekretaris {TEAM},", _seat(plan, "sekretaris", lambda group: not group)
    )


def day_to_write(period: Period) -> str:
    """Room for the day of signing; the year too where it may be the next one.

    What is known of a period is known after its end: papers of the last one are signed in January.
    """
    return BLANK + (f" {period.year}" if period.last < _LAST_MONTH else BLANK)


def coordinator(plan: Plan, area: Area) -> dict[str, str]:
    """The coordinator of the working group (pokja) of an area."""
    position = f"Koordinator Kelompok Kerja {area.numeral}".rstrip()
    seat = _seat(plan, "koordinator", lambda group: _serves(group, area)) or _seat(
        plan, "ketua", lambda group: _serves(group, area)
    )
    return _signature(plan, f"{position}\n{running_title(area.name)},", seat)


def head_in_charge(plan: Plan, rows: Iterable[Activity]) -> Official | None:
    """The head whom rows of the plan name as PIC, by post or unit; else the office's Sekretaris."""
    heads = (_head(plan, row.pic.strip()) for row in rows if row.pic.strip())
    named = next((official for official in heads if official is not None), None)
    return named or next(
        (o for o in plan.officials if o.jabatan.casefold().startswith(_SECRETARY)), None
    )


def head_lacks(plan: Plan, rows: Iterable[Activity], since: date) -> tuple[Lack, ...]:
    """The head in charge where nobody is, or has no name: what he signs is a draft until then."""
    listed = list(rows)
    head = head_in_charge(plan, listed)
    if head is not None:
        place = head.origin.at("nama")
        unnamed = Lack(f"nama {head.jabatan}", place, draft=True, since=UNLISTED)
        return () if head.nama else (unnamed,)
    place = listed[0].origin.at("pic") if listed else plan.office.origin.at("lembaga")
    return (Lack("pejabat yang menandatangani (PIC)", place, draft=True, since=since),)


def _head(plan: Plan, name: str) -> Official | None:
    """The official of a post, or the head of a unit."""
    for official in plan.officials:
        post = official.jabatan.casefold()
        of_unit = same_id(official.unit, name) and post.startswith(_HEAD)
        if of_unit or post in (name.casefold(), f"{_HEAD} {name.casefold()}"):
            return official
    return None


def _serves(group: str, area: Area) -> bool:
    """Whether a working group is that of an area: it bears the area's name or its numeral."""
    words = group.casefold()
    return area.name.casefold() in words or (
        area.numeral.casefold() in words.replace(".", " ").split()
    )


def _seat(plan: Plan, position: str, of_group: Callable[[str], bool]) -> TeamSeat | None:
    for decree in plan.integrity_teams():
        for seat in plan.team(decree):
            if seat.kedudukan.casefold().startswith(position) and of_group(seat.kelompok):
                return seat
    return None


def _signature(plan: Plan, position: str, seat: TeamSeat | None) -> dict[str, str]:
    official = plan.official(seat.pejabat) if seat else None
    if official is None:
        return {"kedudukan": position, "nama": UNNAMED, "nip": ""}
    return {
        "kedudukan": position,
        "nama": official.nama or UNNAMED,
        "nip": nip_line(official.nip),
    }
