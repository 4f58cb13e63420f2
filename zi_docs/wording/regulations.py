"""Citations of regulations, always in the same form.

The form is that of Law 12/2011, annex II: kind, number, year, title, then the gazettes.
"""

from collections.abc import Callable

from zi_docs.model import Plan, Regulation

_STATE = "Republik Indonesia"


def cite(regulation: Regulation, plan: Plan) -> str:
    """A full citation, with what amends the regulation when the plan names it.

    `Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Republik
    Indonesia Tahun 2009 Nomor 112, Tambahan Lembaran Negara Republik Indonesia Nomor 5038)`.
    """
    return _chain(regulation, plan, _own)


def cite_briefly(regulation: Regulation, plan: Plan) -> str:
    """The same without titles, gazettes and stops: `Undang-Undang Nomor 25 Tahun 2009`."""
    return _chain(regulation, plan, _name).replace(";", "")


def _chain(regulation: Regulation, plan: Plan, words: Callable[[Regulation], str]) -> str:
    text = words(regulation)
    seen = {regulation.id.casefold()}
    while regulation.diubah and regulation.diubah.casefold() not in seen:
        amending = plan.regulation(regulation.diubah)
        if amending is None:
            break
        text += _joined(regulation.frasa) + words(amending)
        seen.add(amending.id.casefold())
        regulation = amending
    return text


def _name(regulation: Regulation) -> str:
    return f"{regulation.jenis} Nomor {regulation.nomor} Tahun {regulation.tahun}"


def _own(regulation: Regulation) -> str:
    gazettes = ", ".join(_gazettes(regulation))
    titled = f"{_name(regulation)} tentang {regulation.tentang}"
    return titled + (f" ({gazettes})" if gazettes else "")


def _gazettes(regulation: Regulation) -> list[str]:
    found = []
    if regulation.ln_nomor:
        year = regulation.ln_tahun or regulation.tahun
        found.append(f"Lembaran Negara {_STATE} Tahun {year} Nomor {regulation.ln_nomor}")
    if regulation.tln_nomor:
        found.append(f"Tambahan Lembaran Negara {_STATE} Nomor {regulation.tln_nomor}")
    if regulation.bn_nomor:
        year = regulation.bn_tahun or regulation.tahun
        found.append(f"Berita Negara {_STATE} Tahun {year} Nomor {regulation.bn_nomor}")
    return found


def _joined(phrase: str) -> str:
    # An office may have written a stop before its connecting words; it then joins without a space.
    lead = "" if phrase[:1] in ";,." else " "
    return f"{lead}{phrase} "
