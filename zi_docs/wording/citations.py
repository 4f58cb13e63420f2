"""Citations of regulations in the form of Law 12/2011, annex II.

The form is: kind, number, year, title, then the gazettes.
"""

import re
from collections.abc import Callable, Collection

from zi_docs.model import Plan, Regulation

_STATE = "Republik Indonesia"
_CITED = re.compile(r"\bnomor\s+\S+\s+tahun\s+\d{4}", re.I)


def cite_regulation(regulation: Regulation, plan: Plan) -> str:
    """A full citation, with the amending regulations that the plan names.

    `Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Republik
    Indonesia Tahun 2009 Nomor 112, Tambahan Lembaran Negara Republik Indonesia Nomor 5038)`.
    """
    return _with_amendments(regulation, plan, _full_citation)


def cite_regulation_briefly(regulation: Regulation, plan: Plan) -> str:
    """The citation without titles, gazettes and semicolons: `Undang-Undang Nomor 25 Tahun 2009`."""
    return _with_amendments(regulation, plan, _kind_and_number).replace(";", "")


def _with_amendments(
    regulation: Regulation, plan: Plan, citation: Callable[[Regulation], str]
) -> str:
    text = citation(regulation)
    seen = {regulation.id.casefold()}
    while regulation.diubah and regulation.diubah.casefold() not in seen:
        amending = plan.regulation(regulation.diubah)
        if amending is None:
            break
        text += _connecting_phrase(regulation.frasa) + citation(amending)
        seen.add(amending.id.casefold())
        regulation = amending
    return text


def _kind_and_number(regulation: Regulation) -> str:
    return f"{regulation.jenis} Nomor {regulation.nomor} Tahun {regulation.tahun}"


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
