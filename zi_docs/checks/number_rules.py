"""Checks of numbers: unique, in order, in the right form, and registered (NASKAH section 2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations, groupby, pairwise

from zi_docs.findings import Finding, error, note, warning
from zi_docs.model import GivenNumber, Meeting, Plan, same_id
from zi_docs.numbering.numbered_papers import NumberedPaper, numbered_papers
from zi_docs.numbering.patterns import (
    has_number_field,
    number_pattern,
    running_number,
    unknown_pattern_fields,
)
from zi_docs.numbering.register import (
    NumberSeries,
    NumberUse,
    all_series,
    drop_registered_papers,
    is_registered,
    number_gaps,
    number_on_paper,
    number_uses,
    uses_in_series,
)
from zi_docs.wording.dates import long_date
from zi_docs.wording.lists import enumeration


def _check_patterns(plan: Plan) -> Iterator[Finding]:
    for pattern in plan.number_patterns:
        place = pattern.origin.at("pola")
        for name in unknown_pattern_fields(pattern):
            yield error(
                "NO-POLA-ISIAN",
                f"Isian {{{name}}} pada pola nomor {pattern.jenis} tidak dikenal. Pakailah {{no}}, "
                "{klasifikasi}, {jenis}, {satker}, {tahun}, {bulan}, atau {bulan-romawi}.",
                place,
            )
        if not has_number_field(pattern):
            yield error(
                "NO-POLA-URUT",
                f"Pola nomor {pattern.jenis} harus memuat {{no}} tepat satu kali. "
                "Perbaiki polanya.",
                place,
            )


def _check_duplicates(plan: Plan) -> Iterator[Finding]:
    all_uses = number_uses(plan)
    for series in all_series(plan):
        for number, same in groupby(uses_in_series(all_uses, series), key=lambda use: use.nomor):
            for first, second in combinations(same, 2):
                if _is_conflict(first, second):
                    yield error(
                        "NO-GANDA",
                        f"Nomor {number} {series.jenis} tahun {series.tahun} sudah dipakai di "
                        f"{first.place.sheet}!{first.place.cell}{_paper_id(first)}; setiap "
                        "naskah memerlukan nomor sendiri. Gantilah salah satunya.",
                        second.place,
                    )


def _is_conflict(first: NumberUse, second: NumberUse) -> bool:
    # A paper and its own entry in the register are the same use.
    if first.registered != second.registered:
        return not same_id(first.dokumen, second.dokumen)
    return True


def _paper_id(use: NumberUse) -> str:
    return f" ({use.dokumen})" if use.dokumen else ""


def _check_gaps(plan: Plan) -> Iterator[Finding]:
    registered = [use for use in number_uses(plan) if use.registered]
    for series in all_series(plan):
        series_uses = uses_in_series(registered, series)
        for first, last in number_gaps(series_uses):
            next_use = next(use for use in series_uses if use.nomor == last + 1)
            gap = f"{first}" if first == last else f"{first} sampai dengan {last}"
            yield note(
                "NO-LOMPAT",
                f"Nomor {gap} {series.jenis} tahun {series.tahun} belum dicatat pada buku nomor. "
                "Catatlah naskahnya, atau biarkan bila nomor itu memang tidak dipakai.",
                next_use.place,
            )


def _check_registered(plan: Plan) -> Iterator[Finding]:
    missing = [
        paper for paper in numbered_papers(plan) if paper.nomor and not is_registered(plan, paper)
    ]
    if missing and not plan.numbers:
        names = enumeration([f"{paper.jenis} {paper.nomor}" for paper in missing])
        yield note(
            "NO-REGISTER-KOSONG",
            f"Buku nomor (lembar Nomor) masih kosong; {names} belum dicatat di sana. "
            "Catatlah semua nomor yang sudah dipakai.",
            missing[0].origin.at("nomor"),
        )
        return
    for paper in missing:
        yield warning(
            "NO-REGISTER",
            f"Nomor {paper.nomor} {paper.jenis} belum dicatat pada buku nomor. Catatlah pada "
            f"lembar Nomor dengan dokumen {paper.id}.",
            paper.origin.at("nomor"),
        )


def _check_order(plan: Plan) -> Iterator[Finding]:
    """A later number with an earlier date, in the register and on papers that it lacks."""
    uses = drop_registered_papers([*number_uses(plan), *_revision_uses(plan)])
    for series in all_series(plan):
        dated = [(use.tanggal, use) for use in uses_in_series(uses, series) if use.tanggal]
        for (day, use), (next_day, next_use) in pairwise(dated):
            if next_day < day and use.nomor < next_use.nomor:
                same_sheet = use.place.sheet == next_use.place.sheet
                cell = use.place.cell if same_sheet else f"{use.place.sheet}!{use.place.cell}"
                yield warning(
                    "NO-MUNDUR",
                    f"Nomor {next_use.nomor} {series.jenis} bertanggal {long_date(next_day)}, "
                    f"lebih awal daripada nomor {use.nomor} ({long_date(day)}) di sel "
                    f"{cell}. Periksa kedua tanggalnya.",
                    next_use.place,
                )


def _revision_uses(plan: Plan) -> Iterator[NumberUse]:
    """The numbers of amendments, which share the series of the decree that they change."""
    series = {paper.id.casefold(): paper.jenis for paper in numbered_papers(plan)}
    for revision in plan.revisions:
        number = re.match(r"\d{1,9}", revision.nomor)
        kind = series.get(revision.keputusan.casefold())
        if number and kind and revision.tanggal:
            yield NumberUse(
                NumberSeries(kind, revision.tanggal.year),
                int(number[0]),
                revision.id,
                revision.origin.at("nomor"),
                False,
                revision.tanggal,
            )


def _check_register_dates(plan: Plan) -> Iterator[Finding]:
    """An entry of the register dated otherwise than its paper."""
    papers = {paper.id.casefold(): paper for paper in numbered_papers(plan)}
    for entry in plan.numbers:
        paper = papers.get(entry.dokumen.casefold())
        if paper is None or not same_id(paper.jenis, entry.jenis):
            continue
        if entry.tanggal and paper.tanggal and entry.tanggal != paper.tanggal:
            yield warning(
                "NO-TANGGAL",
                f"Nomor {entry.nomor} {entry.jenis} dicatat bertanggal {long_date(entry.tanggal)}, "
                f"padahal {paper.id} bertanggal {long_date(paper.tanggal)}. Samakan tanggalnya.",
                entry.origin.at("tanggal"),
            )


def _check_minutes(plan: Plan) -> Iterator[Finding]:
    """One number of a berita acara on two meetings."""
    first: dict[str, Meeting] = {}
    for meeting in plan.meetings:
        number = "".join(meeting.nomor_ba.split()).casefold()
        before = first.setdefault(number, meeting) if number else meeting
        if before is not meeting:
            yield error(
                "NO-BA-GANDA",
                f"Nomor berita acara “{meeting.nomor_ba}” sudah dipakai rapat {before.id}; setiap "
                "berita acara memerlukan nomor sendiri. Gantilah salah satunya.",
                meeting.origin.at("nomor_ba"),
            )


def _check_forms(plan: Plan) -> Iterator[Finding]:
    all_papers = numbered_papers(plan)
    by_id = {paper.id.casefold(): paper for paper in all_papers}
    for paper in all_papers:
        if paper.nomor and not _matches_pattern(
            plan, paper, paper.nomor, number_on_paper(plan, paper)
        ):
            yield _wrong_form(plan, paper, paper.nomor, "nomor")
    for entry in plan.numbers:
        paper_of_entry = _paper_of_entry(entry, by_id.get(entry.dokumen.casefold()))
        if entry.lengkap and not _matches_pattern(plan, paper_of_entry, entry.lengkap, entry.nomor):
            yield _wrong_form(plan, paper_of_entry, entry.lengkap, "lengkap")


def _paper_of_entry(entry: GivenNumber, paper: NumberedPaper | None) -> NumberedPaper:
    """A paper made from a register entry; only the classification comes from the real paper."""
    return NumberedPaper(
        entry.jenis,
        entry.dokumen,
        "nomor",
        entry.perihal,
        entry.lengkap,
        entry.tanggal,
        paper.klasifikasi if paper else "",
        entry.origin,
    )


def _matches_pattern(plan: Plan, paper: NumberedPaper, text: str, number: int | None) -> bool:
    pattern = number_pattern(plan, paper.jenis)
    if pattern is None or not has_number_field(pattern):
        return True
    number_in_text = running_number(pattern, text, paper, plan.office)
    return number_in_text is not None and number_in_text == number


def _wrong_form(plan: Plan, paper: NumberedPaper, text: str, field: str) -> Finding:
    pattern = number_pattern(plan, paper.jenis)
    pola = pattern.pola if pattern else ""
    return warning(
        "NO-POLA",
        f"Nomor “{text}” tidak sesuai dengan pola {paper.jenis} {pola} atau isiannya (nomor urut, "
        "kode, satuan kerja, tanggal). Perbaiki nomornya, atau polanya di lembar Pola Nomor.",
        paper.origin.at(field),
    )


CHECKS: tuple[Callable[[Plan], Iterator[Finding]], ...] = (
    _check_patterns,
    _check_duplicates,
    _check_gaps,
    _check_registered,
    _check_order,
    _check_register_dates,
    _check_minutes,
    _check_forms,
)
