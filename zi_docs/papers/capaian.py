"""What recap and report share: tables of achievement, arrears, obstacles and follow-up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from zi_docs.findings import Finding, note
from zi_docs.model import (
    Activity,
    Area,
    Component,
    Plan,
    Realisation,
    areas_of,
    components_by_row,
)
from zi_docs.monev.achievement import (
    AreaAchievement,
    Figures,
    Step,
    achievements,
    areas_counted,
    arrears_since_january,
    by_row,
    figures,
    steps,
)
from zi_docs.monev.followup import (
    FollowUp,
    OtherFollowUp,
    Recommendation,
    carried,
    obstacles,
    others,
    recommendations,
)
from zi_docs.monev.periods import Period
from zi_docs.monev.plan_in_force import fates_of_rows, plan_in
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.dates import long_date, month_name, months_text
from zi_docs.wording.lists import first_words, one_line
from zi_docs.wording.numbers import percent_text

NONE = "–"
_GONE = "(sudah dihapus dari rencana aksi)"
SUM = "jumlah"
Row = dict[str, object]
Components = Mapping[str, Component]
About = Callable[[Activity], bool]
"""Which rows of the plan a paper tells of."""


def achievement_table(plan: Plan, period: Period, pages: Pagination) -> list[Row]:
    """The areas with their components, each with its figures; areas without steps too."""
    return [_area_row(area, pages) for area in _by_area(plan, period)]


def row_keeps(plan: Plan, period: Period) -> tuple[Keep, ...]:
    """What must not part in the tables of a period."""
    return keeps_of(
        (achieved.area, [part.component for part in achieved.components])
        for achieved in _by_area(plan, period)
    )


def keeps_of(areas: Iterable[tuple[Area, Sequence[Component]]]) -> tuple[Keep, ...]:
    """What must not part: an area and its first component, its last one and the sum below."""
    keeps: list[Keep] = []
    for area, components in areas:
        names = [_anchor(area, component.number) for component in components]
        if names:
            # Breaking before an area's only component would leave the area's heading behind.
            last = _anchor(area) if len(names) == 1 else names[-1]
            keeps += [Keep(_anchor(area), names[0]), Keep(last, _anchor(area, SUM))]
    if keeps:
        keeps.append(Keep(keeps[-1].first, SUM))
    return tuple(keeps)


def total_row(plan: Plan, period: Period, pages: Pagination) -> Row:
    """The figures of the whole office."""
    whole = figures(steps(plan, period.months, period.last))
    return {"jumlah": total_name(pages), **_figures_row(whole)}


def total_name(pages: Pagination) -> Flow:
    """What names the row of the whole office."""
    return _named("Tabel Jumlah", "Jumlah", SUM, pages)


def area_name(area: Area, pages: Pagination) -> Flow:
    """What names the row of an area."""
    return _named("Tabel Area", area.name, _anchor(area), pages)


def component_name(area: Area, component: Component, pages: Pagination) -> Flow:
    """What names the row of a component."""
    return _named("Tabel Isi", component.name, _anchor(area, component.number), pages)


def areas_achieved(plan: Plan, period: Period) -> list[Area]:
    """The areas of the table of achievement, in its order."""
    return [achieved.area for achieved in _by_area(plan, period)]


def _by_area(plan: Plan, period: Period) -> list[AreaAchievement]:
    planned = steps(plan, period.months, period.last)
    return achievements(areas_counted(plan, planned), planned)


def _area_row(achieved: AreaAchievement, pages: Pagination) -> Row:
    area = achieved.area
    components = [
        {
            "nomor": component.code,
            "nama": component_name(area, component, pages),
            **_figures_row(part.figures),
        }
        for part in achieved.components
        for component in (part.component,)
    ]
    return {
        "nomor": area.numeral,
        "area": area.name,
        "nama": area_name(area, pages),
        "jumlah": _named("Tabel Jumlah", "Jumlah", _anchor(area, SUM), pages),
        "komponen": components,
        "ringkasan": summary(achieved.figures),
        **_figures_row(achieved.figures),
    }


def _named(style: str, words: str, anchor: str, pages: Pagination) -> Flow:
    return Flow((Paragraph(style, RichText.of(words), anchor, anchor in pages.breaks),))


def _anchor(area: Area, part: object = "") -> str:
    """The anchor of an area, of a component by its number, or of the area's sum."""
    return f"capaian{area.label}{part}"


def _figures_row(counts: Figures) -> Row:
    cells = {
        "selesai": counts.done,
        "tepat": counts.on_time,
        "terlambat": counts.late,
        "tunggakan": counts.overdue,
        "bukti": counts.evidenced,
    }
    return {
        "rencana": counts.planned or NONE,
        "persen": NONE if counts.percent is None else percent_text(counts.percent),
        **{name: count if counts.planned else NONE for name, count in cells.items()},
    }


def summary(counts: Figures) -> str:
    """The figures as a sentence."""
    if counts.percent is None:
        return "Tidak ada langkah yang direncanakan pada periode ini."
    return (
        f"Dari {counts.planned} langkah terencana, {counts.done} selesai ({counts.on_time} tepat "
        f"waktu dan {counts.late} terlambat) dan {counts.overdue} menjadi tunggakan periode ini; "
        f"{counts.evidenced} langkah mempunyai bukti dukung. "
        f"Capaian {percent_text(counts.percent)}%."
    )


def office_summary(plan: Plan, period: Period) -> str:
    """The office's figures as a sentence; it says so when nothing was reported at all."""
    planned = steps(plan, period.months, period.last)
    silent = " Belum ada realisasi yang dilaporkan untuk periode ini." if _silent(planned) else ""
    return summary(figures(planned)) + silent + changed_rows(plan, period)


def changed_rows(plan: Plan, period: Period) -> str:
    """The rows that came and went in the period, by decree, as a sentence; empty without any.

    Their steps count in the months in which they were in force.
    """
    components = _components(plan)
    parts = []
    first = period.end.replace(month=period.first, day=1)
    fates = fates_of_rows(plan, first, period.end)
    for (state, added), group in groupby(fates, key=lambda fate: (fate.state.id, fate.added)):
        rows = [fate.activity for fate in group]
        decree = next(fate.state for fate in fates if fate.state.id == state)
        number = f" Nomor {decree.number} Tahun {decree.day.year}" if decree.number else ""
        parts.append(
            f"Keputusan{number} tanggal {long_date(decree.day)} "
            f"{'menambahkan' if added else 'menghapus'} {len(rows)} baris ("
            f"{'; '.join(_named_row(row, components) for row in rows)})"
        )
    return f" Perubahan rencana aksi pada periode ini: {'; '.join(parts)}." if parts else ""


def _named_row(row: Activity, components: Components) -> str:
    """A row by its component and its first words; an ID never stands in a paper."""
    component = components.get(row.id)
    place = component.code if component else row.area
    return f"{place} {first_words(row.langkah_aksi)}"


def _silent(planned: Sequence[Step]) -> bool:
    return bool(planned) and not any(step.started for step in planned)


def arrears(plan: Plan, period: Period) -> list[Row]:
    """Every row of the plan with steps of the year so far that are overdue at the period's end."""
    overdue = by_row(arrears_since_january(plan, period.last))
    components = _components(plan)
    in_force = {row.id for row in plan_in(plan, period.last).activities}
    rows = [
        _row_head(number, late[-1].activity, components) | _arrear(late[-1].activity, late)
        for number, late in enumerate(overdue.values(), start=1)
    ]
    for row in rows:
        if row["id"] not in in_force:
            row["langkah"] = f"{row['langkah']} {_GONE}"
    return rows


def arrears_summary(plan: Plan, period: Period) -> str:
    """How many steps are overdue since January, and how many of the period are among them."""
    overdue = arrears_since_january(plan, period.last)
    rows = len(by_row(overdue))
    of_period = sum(step.month in period.months for step in overdue)
    own = f", {of_period} di antaranya tunggakan periode ini" if period.first > 1 else ""
    return (
        f"Sejak Januari sampai dengan {long_date(period.end)} terdapat {len(overdue)} langkah "
        f"tunggakan pada {rows} baris rencana aksi{own}."
    )


def _arrear(activity: Activity, late: Sequence[Step]) -> Row:
    entries = [entry for step in late for entry in step.entries]
    return {
        "bulan": _achieved(late),
        "pic": _responsible(activity, entries[-1] if entries else None),
    }


def _achieved(late: Sequence[Step]) -> str:
    """The months of steps with what they achieved: `Januari (50,0%); Maret s.d. Mei (0,0%)`."""
    alike = groupby(late, key=lambda step: percent_text(step.percent))
    return "; ".join(
        f"{months_text(step.month for step in same)} ({percent}%)" for percent, same in alike
    )


def obstacle_rows(plan: Plan, period: Period, about: About | None = None) -> list[Row]:
    """The obstacles reported in the period; a row's equal ones stand in one line.

    `about` chooses the rows of the plan, here and in the tables of follow-ups.
    """
    components = _components(plan)
    months: dict[tuple[str, str, str], list[int]] = {}
    rows: dict[str, Activity] = {}
    for remark in obstacles(plan, period.months):
        entry, row = remark.entry, remark.activity
        if not _chosen(about, (row,)):
            continue
        rows[row.id] = row
        said = (row.id, entry.kendala.strip(), entry.rekomendasi.strip())
        months.setdefault(said, []).append(entry.bulan)
    return [
        {
            **_row_head(number, rows[row], components),
            "bulan": months_text(of_months),
            "kendala": obstacle,
            "rekomendasi": advice or NONE,
        }
        for number, ((row, obstacle, advice), of_months) in enumerate(months.items(), start=1)
    ]


def recommendation_rows(plan: Plan, period: Period, about: About | None = None) -> list[Row]:
    """The recommendations reported in the period."""
    listed = recommendations(plan, period.months, period.last, period.end)
    chosen = [advice for advice in listed if _chosen(about, advice.rows)]
    return _advice(chosen, _components(plan))


def follow_up_rows(plan: Plan, period: Period, about: About | None = None) -> list[Row]:
    """What the period has to follow up, at its end: recommendations of former ones, then others."""
    components = _components(plan)
    former = [advice for advice in carried(plan, period) if _chosen(about, advice.rows)]
    advice = _advice(former, components)
    asking = [each for each in others(plan, period) if _chosen(about, each.rows)]
    asked = enumerate(asking, start=len(advice) + 1)
    year = plan.office.tahun
    return [*advice, *(_other(number, follow_up, year, components) for number, follow_up in asked)]


def _chosen(about: About | None, rows: Iterable[Activity]) -> bool:
    return about is None or any(map(about, rows))


def _other(number: int, follow_up: OtherFollowUp, year: int, components: Components) -> Row:
    return {
        "nomor": number,
        "baris": named_rows(follow_up, components) or NONE,
        "bulan": _month_asked(follow_up.record.tanggal, year),
        "rekomendasi": f"{follow_up.record.name}: {follow_up.what}",
        "tindak_lanjut": follow_up.answer or NONE,
        "keadaan": _with_dates(follow_up.state.value.capitalize(), (follow_up.closed,)),
        "pic": follow_up.pic or NONE,
        "batas": _dates((follow_up.deadline,)) or NONE,
    }


def _month_asked(day: date | None, year: int) -> str:
    """The month as those of recommendations are named; the year where it is another."""
    if day is None:
        return NONE
    return month_name(day.month) if day.year == year else f"{month_name(day.month)} {day.year}"


def named_rows(follow_up: FollowUp, components: Components) -> str:
    """The rows that a follow-up concerns, by component and first words."""
    return "; ".join(_named_row(row, components) for row in follow_up.rows)


def _advice(listed: Sequence[Recommendation], components: Components) -> list[Row]:
    """The recommendations; those of a row that read alike stand in one line, with all dates."""
    alike: dict[tuple[str, ...], list[Recommendation]] = {}
    for advice in listed:
        said = (advice.activity.id, advice.what, advice.answer, advice.state.value,
                advice.pic or NONE)  # fmt: skip
        alike.setdefault(said, []).append(advice)
    return [
        {
            **_row_head(number, same[0].activity, components),
            "bulan": months_text(advice.entry.bulan for advice in same),
            "rekomendasi": text,
            "tindak_lanjut": answer or NONE,
            "keadaan": _with_dates(state.capitalize(), (advice.closed for advice in same)),
            "pic": responsible,
            "batas": _dates(advice.deadline for advice in same) or NONE,
        }
        for number, ((_, text, answer, state, responsible), same) in enumerate(alike.items(), 1)
    ]


def _with_dates(words: str, days: Iterable[date | None]) -> str:
    return ", ".join(filter(None, (words, _dates(days, ", "))))


def _dates(days: Iterable[date | None], between: str = "\n") -> str:
    return between.join(dict.fromkeys(long_date(day) for day in days if day))


def _components(plan: Plan) -> Components:
    return components_by_row(areas_of(plan))


def _row_head(number: int, activity: Activity, components: Components) -> Row:
    code = components[activity.id].code
    return {
        "nomor": number,
        "id": activity.id,
        "komponen": code,
        "langkah": one_line(activity.langkah_aksi),
        "baris": f"{code} {first_words(activity.langkah_aksi)}",
    }


def _responsible(activity: Activity, entry: Realisation | None) -> str:
    return (entry.pic if entry else "") or activity.pic or NONE


def silence(plan: Plan, period: Period) -> tuple[Finding, ...]:
    """A note that nothing was reported for a period that has steps, so that 0% is understood."""
    if not _silent(steps(plan, period.months, period.last)):
        return ()
    return (
        note(
            "MONEV-NIHIL",
            f"Belum ada realisasi untuk {period.name}; semua langkahnya terhitung 0%. Isilah "
            "lembar Realisasi atau taruh formulir monev yang sudah diisi di source/realisasi.",
            plan.office.origin.at("tahun"),
        ),
    )
