"""The regulations on which a decree rests: Mengingat and Dasar Hukum alike, in order, complete."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from zi_docs.checks.texts.cited_rows import (
    RegulationUse,
    known_row,
    regulation_name,
    sheet_rows,
    uses,
)
from zi_docs.checks.texts.worded_cells import WordedCell, decree_cells, excerpt, worded_cells
from zi_docs.data.known_regulations import customary_regulations
from zi_docs.findings import Finding, Place, suggestion, warning
from zi_docs.model import Decree, DecreeKind, Level, Part, Passage, Plan, Regulation, folded_id
from zi_docs.wording.citation_reader import names_change, own_citations
from zi_docs.wording.citations import rank_key
from zi_docs.wording.lists import enumeration

_BASIS = re.compile(r"\bdasar\s+hukum\b", re.I)
_UNNUMBERED = re.compile(
    r"\bPeraturan\s+(?:Menteri|Presiden|Komisi|Badan)(?:\s+(?:[A-Z][\w/-]*|dan(?=\s+[A-Z])))*"
)
_NUMBER_FOLLOWS = re.compile(r"\s*(?:Nomor|No\.?|NOMOR|\d)")
_AMENDED = re.compile(r"\bsebagaimana\s+telah\s+(?:beberapa\s+kali\s+)?diubah\b", re.I)
_BY_NUMBER = re.compile(
    r"[^.;]{0,40}?\bdengan\s+[A-Z][^.;]{0,160}?(?:Nomor\s+\S+\s+Tahun|\d+/\d{4})"
)
_NO_REGULATION = re.compile(r"Keputusan|Surat|Instruksi|Ketetapan", re.I)
_MOST_NAMED = 6


def check_legal_bases(plan: Plan) -> Iterator[Finding]:
    """What the narrative names as legal basis stands in Mengingat, and the other way round."""
    for decree in plan.decrees:
        if decree.jenis is DecreeKind.PLAN and decree.items(Part.RECALLING):
            narrated = _basis(plan, decree)
            if narrated:
                yield from _compared(plan, decree, narrated)


def _compared(plan: Plan, decree: Decree, narrated: Sequence[RegulationUse]) -> Iterator[Finding]:
    recalled = _recalled(plan, decree)
    for use in narrated:
        if use.row is not None and not _family(plan, use.row) & recalled.keys():
            yield warning(
                "KEP-DASAR",
                f"{use.name} menjadi dasar hukum pada uraian Lampiran, tetapi tidak ada pada "
                "Mengingat. Tambahkan pada Mengingat, atau hapus dari uraian.",
                use.place,
            )
    families = [_family(plan, use.row) for use in narrated if use.row is not None]
    present = frozenset().union(*families)
    missing = [row for key, row in recalled.items() if not _family(plan, row) & present]
    heading = _heading(decree)
    if missing and heading is not None:
        names = [row.id for row in missing[:_MOST_NAMED]]
        more = f" dan {len(missing) - _MOST_NAMED} lainnya" if len(missing) > _MOST_NAMED else ""
        yield suggestion(
            "KEP-DASAR",
            f"Dasar hukum pada uraian Lampiran tidak memuat {len(missing)} peraturan yang ada "
            f"pada Mengingat: {enumeration(names) if not more else ', '.join(names)}{more}. "
            "Samakan keduanya.",
            heading.origin.at("isi"),
        )


def _basis(plan: Plan, decree: Decree) -> list[RegulationUse]:
    """The regulations that the narrative lists by their rows, or cites in the chapter on law."""
    lawful = _law_places(decree)
    return [
        use
        for use in uses(plan)
        if use.cell.decree is decree
        and use.cell.narrated
        and (use.cited is None or use.place in lawful)
        and not (use.cited is not None and use.cited.amends)
    ]


def _law_places(decree: Decree) -> set[Place]:
    """The cells of the chapter on the legal basis."""
    places: set[Place] = set()
    within = False
    for cell in decree_cells(decree):
        if cell.part is Level.CHAPTER:
            within = bool(_BASIS.search(cell.text))
        elif within:
            places.add(cell.place)
    return places


def _recalled(plan: Plan, decree: Decree) -> dict[str, Regulation]:
    """The rows that Mengingat cites, by their folded IDs."""
    return {
        folded_id(use.row.id): use.row
        for use in uses(plan)
        if use.cell.decree is decree and use.cell.part is Part.RECALLING and use.row is not None
    }


def _family(plan: Plan, row: Regulation) -> frozenset[str]:
    """The folded IDs of a regulation, of what amends it and of what it amends."""
    links = [(folded_id(r.id), folded_id(r.diubah)) for r in plan.regulations if r.diubah]
    family = {folded_id(row.id)}
    for _ in links:
        family |= {key for link in links if family & set(link) for key in link}
    return frozenset(family)


def _heading(decree: Decree) -> Passage | None:
    return next(
        (
            passage
            for passage in decree.narrative
            if passage.tingkat is Level.CHAPTER
            and _BASIS.search(passage.isi.plain)
            and passage.origin.file
        ),
        None,
    )


def check_order(plan: Plan) -> Iterator[Finding]:
    """Mengingat and the legal basis of the narrative are in order of rank, year and number."""
    for decree in plan.decrees:
        lawful = _law_places(decree)
        cells = list(decree_cells(decree))
        yield from _order(plan, [cell for cell in cells if cell.part is Part.RECALLING])
        yield from _order(plan, [cell for cell in cells if cell.place in lawful])


def _order(plan: Plan, cells: Iterable[WordedCell]) -> Iterator[Finding]:
    highest: Regulation | None = None
    for cell in cells:
        row = _main_regulation(plan, cell)
        if row is None:
            continue
        if highest is not None and rank_key(row) < rank_key(highest):
            yield suggestion(
                "KEP-URUTAN",
                f"{row.id} berdiri sesudah {highest.id}; urutkan menurut tingkat peraturan, lalu "
                "tahun dan nomornya.",
                cell.place,
            )
        else:
            highest = row


def _main_regulation(plan: Plan, cell: WordedCell) -> Regulation | None:
    """The regulation that an item cites first: by its row, or by number in its text."""
    if not cell.text:
        return plan.regulation(cell.regulation)
    cited = next(iter(own_citations(cell.text)), None)
    if cited is None:
        return None
    return Regulation(cited.name, cited.jenis, cited.nomor, cited.tahun, cited.tentang)


def check_customary_bases(plan: Plan) -> Iterator[Finding]:
    """Regulations that every decree of the agency cites, where decrees do not."""
    for known in customary_regulations(plan.office.lembaga):
        without, place = [], None
        for decree in plan.decrees:
            items = [item for item in decree.items(Part.RECALLING) if item.origin.file]
            rows = [plan.regulation(item.peraturan) for item in items]
            if items and not any(row is not None and known_row(row) is known for row in rows):
                without.append(decree.id)
                place = place or items[0].origin.at("peraturan")
        if place is not None:
            yield suggestion(
                "KEP-LAZIM",
                f"Mengingat pada keputusan {enumeration(without)} tidak menyebut "
                f"{regulation_name(known.cited)} tentang {excerpt(known.cited.tentang)}, yang "
                "lazim diacu. Tambahkan bila sesuai.",
                place,
            )


def check_listed_regulations(plan: Plan) -> Iterator[Finding]:
    """Regulations that texts cite by number and the sheet Peraturan does not have."""
    for use in uses(plan):
        repealed = use.known is not None and bool(use.known.replaced_by)
        listed = use.row is not None or use.cited is None
        # A decree or a letter is no regulation; nor does the sheet list them.
        if not listed and not repealed and not _NO_REGULATION.match(use.name):
            yield suggestion(
                "PER-DAFTAR",
                f"{use.name} diacu di dalam teks, tetapi tidak ada pada lembar Peraturan; "
                "tambahkan agar kutipannya sama di semua naskah.",
                use.place,
            )


def check_unnumbered(plan: Plan) -> Iterator[Finding]:
    """Regulations that a text names without number and year."""
    for cell in worded_cells(plan):
        for match in _UNNUMBERED.finditer(cell.text):
            after = cell.text[match.end() :]
            if not _NUMBER_FOLLOWS.match(after) and not _defined(after):
                yield suggestion(
                    "PER-NOMOR",
                    f"“{match[0]}” disebut tanpa nomor dan tahun; lengkapi agar jelas peraturan "
                    "mana yang dimaksud.",
                    cell.place,
                )


def _defined(after: str) -> bool:
    """Whether what follows says of which regulation the text speaks."""
    return bool(re.match(r"\s+(?:ini|tersebut|dimaksud|tentang\b)", after))


def check_amendments_alone(plan: Plan) -> Iterator[Finding]:
    """Citations of a regulation that only changes another, without that other one."""
    for use in uses(plan):
        amends = use.cited is not None and use.cited.amends
        if use.tentang and names_change(use.tentang) and not amends:
            yield suggestion(
                "PER-PENGUBAH",
                f"{use.name} hanya mengubah peraturan lain; acu peraturan yang diubahnya, "
                "sebagaimana telah diubah dengan peraturan ini.",
                use.place,
            )


def check_joined_items(plan: Plan) -> Iterator[Finding]:
    """Items of Mengingat that run several regulations together."""
    for cell in worded_cells(plan):
        cited = own_citations(cell.text)
        apart = [citation for citation in cited if not citation.amends]
        if cell.part is Part.RECALLING and len(apart) > 1:
            yield warning(
                "KEP-GABUNG",
                f"Butir Mengingat ini memuat {len(apart)} peraturan; tuliskan satu peraturan satu "
                "butir.",
                cell.place,
            )


def check_sheet_rows(plan: Plan) -> Iterator[Finding]:
    """Two rows of one regulation."""
    seen: dict[tuple[str, str, int], Regulation] = {}
    for row in sheet_rows(plan):
        key = (row.jenis.casefold(), row.nomor.strip(), row.tahun)
        if key in seen:
            yield warning(
                "PER-GANDA",
                f"{row.id} dan {seen[key].id} adalah peraturan yang sama; hapuslah salah satunya.",
                row.origin.at("id"),
            )
        seen.setdefault(key, row)


def check_amended_words(plan: Plan) -> Iterator[Finding]:
    """A text that says a regulation was amended says by which one."""
    for cell in worded_cells(plan):
        for match in _AMENDED.finditer(cell.text):
            if not _BY_NUMBER.match(cell.text, match.end()):
                yield suggestion(
                    "PER-FRASA",
                    f"“{match[0]}” tidak menyebut peraturan yang mengubahnya; lengkapi dengan "
                    "“dengan …” beserta jenis, nomor, dan tahunnya.",
                    cell.place,
                )
