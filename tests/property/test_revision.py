"""What a comparison tells is all that changed: from the old plan and the changes the new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.cases.plans import activity, plan, rich
from tests.property.examples import tried
from zi_docs.model import Activity, Consideration, Part, Plan
from zi_docs.revision.changes import ChangeKind, PlanChanges, RowChange
from zi_docs.revision.compare import compare_plans
from zi_docs.revision.differences import PieceFate, TextPiece
from zi_docs.revision.report import change_lines, changes_as_dict

WORDS = st.lists(
    st.sampled_from(["rapat", "notula;", "di", "\n- butir", "laporan", "{x}", "<b>", "="]),
    max_size=6,
).map(" ".join)


@st.composite
def rows(draw: st.DrawFn) -> tuple[Activity, ...]:
    """Rows of a plan in any order, each with its own ID."""
    keys = draw(st.lists(st.integers(1, 9), unique=True, max_size=7))
    return tuple(
        replace(
            activity(
                f"RA-{key:03d}",
                draw(st.sampled_from(["I MANAJEMEN PERUBAHAN", "II PENATAAN TATA LAKSANA"])),
                "Komponen",
                *draw(st.sets(st.integers(1, 12), max_size=4)),
            ),
            indikator=rich(draw(WORDS)),
            target=draw(st.sampled_from(["100%", "", "2 dokumen"])),
        )
        for key in keys
    )


def applied(changes: Sequence[RowChange], old: Sequence[Activity]) -> list[Activity]:
    """The rows after the changes: what moved or is gone is taken out, the rest laid in again."""
    taken = {change.id for change in changes if change.move or change.after is None}
    changed = {change.id: change.after for change in changes if change.before and change.after}
    result = [changed.get(row.id) or row for row in old if row.id not in taken]
    for change in changes:
        if change.after is None or not (change.move or change.before is None):
            continue
        above = change.move.after if change.move else change.above
        ids = [row.id for row in result]
        result.insert(ids.index(above.id) + 1 if above else 0, change.after)
    return result


@tried(150)
@given(rows(), rows())
def test_the_changes_of_rows_rebuild_the_new_plan(
    old: tuple[Activity, ...], new: tuple[Activity, ...]
) -> None:
    before, after = replace(plan(), activities=old), replace(plan(), activities=new)
    changes = compare_plans(before, after)
    assert applied(changes.rows, old) == list(new)
    told(changes)


@tried(40)
@given(rows())
def test_nothing_changed_is_nothing_to_tell(same: tuple[Activity, ...]) -> None:
    year = replace(plan(), activities=same)
    changes = compare_plans(year, year)
    assert (changes.rows, changes.passages, changes.records) == ((), (), ())


def side(pieces: Sequence[TextPiece], gone: PieceFate) -> list[str]:
    return "".join(piece.text.plain for piece in pieces if piece.fate is not gone).split()


@tried(80)
@given(rows(), rows())
def test_the_pieces_of_a_field_hold_both_texts(
    old: tuple[Activity, ...], new: tuple[Activity, ...]
) -> None:
    changes = compare_plans(replace(plan(), activities=old), replace(plan(), activities=new))
    for row in changes.rows:
        for field in row.fields:
            if field.key == "bulan":
                # Months stand in it one by one, with other words between them.
                continue
            assert side(field.pieces, PieceFate.ADDED) == field.before.plain.split()
            assert side(field.pieces, PieceFate.REMOVED) == field.after.plain.split()


DICTA = st.lists(WORDS.filter(str.strip), max_size=5)


def with_dicta(texts: Sequence[str]) -> Plan:
    year = plan()
    items = tuple(Consideration(Part.DICTUM, rich(text)) for text in texts)
    return replace(year, decrees=(replace(year.decrees[0], considerations=items),))


@tried(80)
@given(DICTA, DICTA)
def test_every_passage_that_differs_is_told(old: list[str], new: list[str]) -> None:
    """Passages have no IDs: what is told as added and removed makes up the difference in number."""
    changes = compare_plans(with_dicta(old), with_dicta(new))
    kinds = [change.kind for change in changes.passages]
    added, removed = kinds.count(ChangeKind.ADDED), kinds.count(ChangeKind.REMOVED)
    assert len(new) - len(old) == added - removed
    assert bool(kinds) == ([t.split() for t in old] != [t.split() for t in new]) or old == new
    told(changes)


def told(changes: PlanChanges) -> None:
    """Whatever changed can be said, on a screen and as JSON."""
    lines = list(change_lines(changes))
    assert all(isinstance(line, str) for line in lines)
    assert changes_as_dict(changes)
