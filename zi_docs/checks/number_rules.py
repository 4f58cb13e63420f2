"""Checks of numbers: each given once, in order, in its form, and entered (NASKAH section 2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, groupby, pairwise

from zi_docs.findings import Finding, error, note, warning
from zi_docs.model import GivenNumber, Plan, same_id
from zi_docs.numbering.numbered_papers import NumberedPaper, numbered_papers
from zi_docs.numbering.patterns import (
    has_number_field,
    number_pattern,
    running_number,
    unknown_pattern_fields,
)
from zi_docs.numbering.register import (
    NumberUse,
    all_series,
    is_registered,
    number_gaps,
    number_on_paper,
    number_uses,
    uses_in_series,
)
from zi_docs.wording.dates import long_date
from zi_docs.wording.lists import enumeration


def numbers(plan: Plan) -> Iterator[Finding]:
    """All that is wrong with patterns, register and numbers of papers."""
    for check in _CHECKS:
        yield from check(plan)


def _patterns(plan: Plan) -> Iterator[Finding]:
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
                f"Pola nomor {pattern.jenis} harus memuat {{no}} tepat satu kali.",
                place,
            )


def _duplicates(plan: Plan) -> Iterator[Finding]:
    found = number_uses(plan)
    for series in all_series(plan):
        for number, same in groupby(uses_in_series(found, series), key=lambda use: use.nomor):
            for one, two in combinations(same, 2):
                if _clash(one, two):
                    yield error(
                        "NO-GANDA",
                        f"Nomor {number} {series.jenis} tahun {series.tahun} sudah dipakai di "
                        f"{one.place.sheet}!{one.place.cell}{_whose(one)}; setiap naskah "
                        "memerlukan nomor sendiri. Gantilah salah satunya.",
                        two.place,
                    )


def _clash(one: NumberUse, two: NumberUse) -> bool:
    # A paper and its own entry in the register are one use.
    if one.registered != two.registered:
        return not same_id(one.dokumen, two.dokumen)
    return True


def _whose(use: NumberUse) -> str:
    return f" ({use.dokumen})" if use.dokumen else ""


def _gaps(plan: Plan) -> Iterator[Finding]:
    registered = [use for use in number_uses(plan) if use.registered]
    for series in all_series(plan):
        held = uses_in_series(registered, series)
        for first, last in number_gaps(held):
            after = next(use for use in held if use.nomor == last + 1)
            which = f"{first}" if first == last else f"{first} sampai dengan {last}"
            yield note(
                "NO-LOMPAT",
                f"Nomor {which} {series.jenis} tahun {series.tahun} belum dicatat pada buku nomor. "
                "Catatlah naskahnya, atau biarkan bila nomor itu memang tidak dipakai.",
                after.place,
            )


def _unregistered(plan: Plan) -> Iterator[Finding]:
    missing = [
        paper for paper in numbered_papers(plan) if paper.nomor and not is_registered(plan, paper)
    ]
    if missing and not plan.numbers:
        names = enumeration([f"{paper.jenis} {paper.nomor}" for paper in missing])
        yield note(
            "NO-REGISTER-KOSONG",
            f"Buku nomor (lembar Nomor) masih kosong; {names} belum dicatat di sana.",
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


def _backwards(plan: Plan) -> Iterator[Finding]:
    registered = [use for use in number_uses(plan) if use.registered]
    for series in all_series(plan):
        dated = [(use.tanggal, use) for use in uses_in_series(registered, series) if use.tanggal]
        for (day, one), (later, two) in pairwise(dated):
            if later < day:
                yield warning(
                    "NO-MUNDUR",
                    f"Nomor {two.nomor} {series.jenis} bertanggal {long_date(later)}, lebih awal "
                    f"daripada nomor {one.nomor} ({long_date(day)}) di sel {one.place.cell}. "
                    "Periksa kedua tanggalnya.",
                    two.place,
                )


def _forms(plan: Plan) -> Iterator[Finding]:
    found = numbered_papers(plan)
    known = {paper.id.casefold(): paper for paper in found}
    for paper in found:
        if paper.nomor and not _fits(plan, paper, paper.nomor, number_on_paper(plan, paper)):
            yield _misshapen(plan, paper, paper.nomor, "nomor")
    for given in plan.numbers:
        entry = _as_paper(given, known.get(given.dokumen.casefold()))
        if given.lengkap and not _fits(plan, entry, given.lengkap, given.nomor):
            yield _misshapen(plan, entry, given.lengkap, "lengkap")


def _as_paper(given: GivenNumber, paper: NumberedPaper | None) -> NumberedPaper:
    """An entry of the register as the paper it stands for; what it does not say is not known."""
    return NumberedPaper(
        given.jenis,
        given.dokumen,
        "nomor",
        given.perihal,
        given.lengkap,
        given.tanggal,
        paper.klasifikasi if paper else "",
        given.origin,
    )


def _fits(plan: Plan, paper: NumberedPaper, text: str, number: int | None) -> bool:
    pattern = number_pattern(plan, paper.jenis)
    if pattern is None or not has_number_field(pattern):
        return True
    held = running_number(pattern, text, paper, plan.office)
    return held is not None and held == number


def _misshapen(plan: Plan, paper: NumberedPaper, text: str, field: str) -> Finding:
    pattern = number_pattern(plan, paper.jenis)
    shape = pattern.pola if pattern else ""
    return warning(
        "NO-POLA",
        f"Nomor “{text}” tidak sesuai dengan pola {paper.jenis} {shape} atau isiannya (nomor urut, "
        "kode, satuan kerja, tanggal). Perbaiki nomornya, atau polanya di lembar Pola Nomor.",
        paper.origin.at(field),
    )


_CHECKS: tuple[Callable[[Plan], Iterator[Finding]], ...] = (
    _patterns,
    _duplicates,
    _gaps,
    _unregistered,
    _backwards,
    _forms,
)
