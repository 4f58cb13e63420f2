"""Citations of regulations in the form of Law 12/2011, annex II.

The form is: kind, number, year, title, then the gazettes.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date

from zi_docs.data.known_regulations import KnownRegulation, known_by_id, known_regulation
from zi_docs.model import Decree, Plan, Regulation
from zi_docs.text import whole_number
from zi_docs.wording.names import AMENDED_OFTEN

_STATE = "Republik Indonesia"
_REVOKED = "Dicabut"
# Kinds of regulations, each by how its name begins, with its rank; of two names that begin alike
# the longer one stands first.
_RANKS = (
    ("undang-undang dasar", 0),
    ("ketetapan majelis", 1),
    ("undang-undang", 2),
    ("peraturan pemerintah pengganti", 2),
    ("peraturan pemerintah", 3),
    ("peraturan presiden", 4),
    ("keputusan presiden", 5),
    ("instruksi presiden", 5),
    ("peraturan daerah", 7),
    ("peraturan gubernur", 8),
    ("peraturan bupati", 8),
    ("peraturan wali kota", 8),
    ("peraturan walikota", 8),
    ("peraturan", 6),
    ("keputusan", 9),
)
_LOWEST = 10
_CITED = re.compile(r"\bnomor\s+\S+\s+tahun\s+\d{4}", re.I)


def cite_regulation(regulation: Regulation, plan: Plan, day: date | None = None) -> str:
    """A full citation, with the amending regulations that the plan names.

    `Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Republik
    Indonesia Tahun 2009 Nomor 112, Tambahan Lembaran Negara Republik Indonesia Nomor 5038)`.

    A paper of a `day` does not know amendments that came into force later: by their day where
    the program knows it, else by their year.
    """
    return _with_amendments(regulation, plan, _full_citation, day)


def cite_regulation_briefly(regulation: Regulation, plan: Plan, day: date | None = None) -> str:
    """The citation without titles, gazettes and semicolons: `Undang-Undang Nomor 25 Tahun 2009`."""
    return _with_amendments(regulation, plan, _kind_and_number, day).replace(";", "")


def by_rank(regulations: Iterable[Regulation]) -> list[Regulation]:
    """Regulations as a list of legal bases has them: by rank, then by year and number.

    Law 12/2011, articles 7 and 8 and annex II; what stands equal in rank is in order of time.
    """
    return sorted(regulations, key=rank_key)


def rank_key(regulation: Regulation) -> tuple[int, int, int, str]:
    """What orders a regulation among others: its rank, then year and number."""
    return _rank(regulation), regulation.tahun, _number(regulation), regulation.nomor


def legal_bases(plan: Plan, decrees: Iterable[Decree], day: date) -> list[str]:
    """The regulations on which these decrees rest, as a paper of a day cites them.

    Those in their Mengingat and narrative, each once and by rank, without revoked ones and those
    that only amend another. Without any decree all regulations of the plan.
    """
    keys: set[str] = set()
    for decree in decrees:
        keys |= {item.peraturan.strip().casefold() for item in decree.considerations}
        keys |= {passage.peraturan.strip().casefold() for passage in decree.narrative}
    keys -= {""}
    amending = {regulation.diubah.strip().casefold() for regulation in plan.regulations}
    chosen = [
        regulation
        for regulation in plan.regulations
        if (key := regulation.id.strip().casefold()) not in amending
        and (key in keys or not keys)
        and regulation.status != _REVOKED
        and regulation.tahun <= day.year
    ]
    return [cite_regulation(regulation, plan, day) for regulation in by_rank(chosen)]


def known_bases(plan: Plan, keys: Iterable[str], day: date) -> list[str]:
    """The known regulations of these IDs, as a paper of a day cites them: by rank.

    The plan's own row of a regulation is cited where it has one. What nobody could look up
    (`belum_pasti`) is left out; so is what another took the place of, what was not in force on the
    day, and the decision of another agency.
    """
    known = [known_by_id(key) for key in keys]
    chosen = [each for each in known if each is not None and _may_be_cited(plan, each, day)]
    rows = {_kind_and_number(row): row for row in plan.regulations}

    def citation(known: KnownRegulation) -> str:
        row = rows.get(_kind_and_number(known.cited))
        return _as_far_as_certain(known) if row is None else cite_regulation(row, plan, day)

    return [citation(each) for each in sorted(chosen, key=lambda each: rank_key(each.cited))]


def _may_be_cited(plan: Plan, known: KnownRegulation, day: date) -> bool:
    kind = known.cited.jenis.casefold()
    foreign = kind.startswith("keputusan") and plan.office.lembaga.casefold() not in kind
    return not foreign and not known.replaced_by and known.in_force(day)


def _as_far_as_certain(known: KnownRegulation) -> str:
    gazettes = {key: "" for key in known.uncertain if key.endswith("_nomor")}
    certain = replace(known.cited, **gazettes)  # type: ignore[arg-type]
    return _kind_and_number(certain) if "tentang" in known.uncertain else _full_citation(certain)


def _rank(regulation: Regulation) -> int:
    """The place of a kind in the hierarchy; kinds that nobody knows come last."""
    kind = " ".join(regulation.jenis.split()).casefold()
    return next((rank for name, rank in _RANKS if kind.startswith(name)), _LOWEST)


def _number(regulation: Regulation) -> int:
    digits = re.match(r"\d+", regulation.nomor.strip())
    return (whole_number(digits[0]) or 0) if digits else 0


def _with_amendments(
    regulation: Regulation, plan: Plan, citation: Callable[[Regulation], str], day: date | None
) -> str:
    """A citation with its amendment; of several that amend each other the last one."""
    text, amendments = citation(regulation), _amendments(regulation, plan, day)
    if not amendments:
        return text
    phrase = regulation.frasa
    if len(amendments) > 1 and "terakhir" not in phrase:
        phrase = AMENDED_OFTEN
    return text + _connecting_phrase(phrase) + citation(amendments[-1])


def _amendments(regulation: Regulation, plan: Plan, day: date | None) -> list[Regulation]:
    amendments: list[Regulation] = []
    seen = {regulation.id.casefold()}
    while regulation.diubah and regulation.diubah.casefold() not in seen:
        amending = plan.regulation(regulation.diubah)
        if amending is None or (day is not None and not _in_force(amending, day)):
            break
        amendments.append(amending)
        seen.add(amending.id.casefold())
        regulation = amending
    return amendments


def _in_force(regulation: Regulation, day: date) -> bool:
    known = known_regulation(regulation.jenis, regulation.nomor, regulation.tahun)
    return known.in_force(day) if known else regulation.tahun <= day.year


def _kind_and_number(regulation: Regulation) -> str:
    named = f"{regulation.jenis} Nomor {regulation.nomor}"
    # A number in the older style ends with its year: `12/HK.01/V/2020`.
    if regulation.nomor.strip().endswith(f"/{regulation.tahun}"):
        return named
    return f"{named} Tahun {regulation.tahun}"


def _full_citation(regulation: Regulation) -> str:
    gazettes = ", ".join(_gazettes(regulation))
    text = f"{_kind_and_number(regulation)} tentang {regulation.tentang}"
    return text + (f" ({gazettes})" if gazettes else "")


def _gazettes(regulation: Regulation) -> list[str]:
    gazettes = []
    if regulation.ln_nomor:
        year = regulation.ln_tahun or regulation.tahun
        gazettes.append(f"Lembaran Negara {_STATE} Tahun {year} Nomor {regulation.ln_nomor}")
    if regulation.tln_nomor:
        gazettes.append(f"Tambahan Lembaran Negara {_STATE} Nomor {regulation.tln_nomor}")
    if regulation.bn_nomor:
        year = regulation.bn_tahun or regulation.tahun
        gazettes.append(f"Berita Negara {_STATE} Tahun {year} Nomor {regulation.bn_nomor}")
    return gazettes


def _connecting_phrase(phrase: str) -> str:
    # The phrase in the workbook may start with punctuation; then no space precedes it.
    lead = "" if phrase[:1] in ";,." else " "
    return f"{lead}{phrase} "


def without_citations(text: str, own: Collection[str] = ()) -> str:
    """A text without its citations of the form `Nomor 25 Tahun 2009`.

    Those that follow a name in `own` stay: what the office itself decreed.
    """

    def removed(match: re.Match[str]) -> str:
        before = text[: match.start()].rstrip().casefold()
        return match[0] if any(before.endswith(name.casefold()) for name in own) else ""

    return _CITED.sub(removed, text)
