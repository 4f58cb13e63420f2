"""Whose form a file is: its period, when it is a form of this office and year."""

from __future__ import annotations

from collections.abc import Collection

from zi_docs.findings import Finding, Place, error
from zi_docs.model import Office
from zi_docs.monev.periods import Period
from zi_docs.workbook.reading.cell_text import fold_name, visible_text
from zi_docs.workbook.reading.xlsx import RawSheet, custom_properties

FORM_VERSION = 1
OFFICE_PROPERTY, YEAR_PROPERTY = "zi_docs_kantor", "zi_docs_tahun"
PERIOD_PROPERTY, FORM_PROPERTY = "zi_docs_periode", "zi_docs_formulir"
OFFICE_LABEL, YEAR_LABEL = "Kantor", "Tahun"
PERIOD_LABEL, VERSION_LABEL = "Kode periode", "Versi formulir"
_LABELS = {
    FORM_PROPERTY: VERSION_LABEL,
    OFFICE_PROPERTY: OFFICE_LABEL,
    YEAR_PROPERTY: YEAR_LABEL,
    PERIOD_PROPERTY: PERIOD_LABEL,
}
_REMEDY = "Pakailah formulir dari `python generate.py monev`."


def form_identity(office: Office, period: Period) -> dict[str, str]:
    """The properties that say whose form a file is."""
    return {
        FORM_PROPERTY: str(FORM_VERSION),
        OFFICE_PROPERTY: office_key(office),
        YEAR_PROPERTY: str(period.year),
        PERIOD_PROPERTY: period.folder,
    }


def office_key(office: Office) -> str:
    """What identifies an office: the code of the unit with its name."""
    return f"{office.kode_satker} {office.name}".strip()


def period_of(
    content: bytes,
    form: RawSheet,
    office: Office,
    other_years: Collection[int] = (),
    *,
    alone: bool = True,
) -> tuple[Period | None, list[Finding]]:
    """The period of a form; None with a finding when it is no form, or another's.

    One of `other_years`, whose workbooks stand beside this one, is theirs: None without a finding.

    The properties of the file count, or the lines above the table where a program lost them; when
    both are there and differ, the form was tampered with. Where it does not stand `alone`, the
    properties are those of the file into which several forms were gathered: the lines count.
    """
    lines, at = identity_lines(form), form.place
    identity = (_properties(content) if alone else {}) or {key: t for key, (t, _) in lines.items()}
    if len(identity) < len(_LABELS):
        return None, [no_form(at)]
    for key, (text, spot) in lines.items():
        if text != identity[key]:
            message = (
                f"Jati diri formulir berubah: tertulis “{text}”, seharusnya “{identity[key]}”."
            )
            return None, [error("MON-JATIDIRI", f"{message} {_REMEDY}", spot)]
    spots = {key: lines[key][1] if key in lines else at for key in _LABELS}
    return _judged(identity, office, spots, other_years)


def _judged(
    identity: dict[str, str],
    office: Office,
    spot: dict[str, Place],
    other_years: Collection[int],
) -> tuple[Period | None, list[Finding]]:
    if identity[FORM_PROPERTY] != str(FORM_VERSION):
        message = f"Formulir ini versi {identity[FORM_PROPERTY]}, bukan {FORM_VERSION}."
        return None, [error("MON-VERSI", f"{message} {_REMEDY}", spot[FORM_PROPERTY])]
    if fold_name(identity[OFFICE_PROPERTY]) != fold_name(office_key(office)):
        message = f"Formulir ini milik {identity[OFFICE_PROPERTY]}, bukan {office.name}."
        return None, [error("MON-KANTOR", f"{message} Pindahkan berkasnya.", spot[OFFICE_PROPERTY])]
    if identity[YEAR_PROPERTY] in map(str, other_years):
        return None, []
    if identity[YEAR_PROPERTY] != str(office.tahun):
        message = f"Formulir ini dari tahun {identity[YEAR_PROPERTY]}, bukan {office.tahun}."
        return None, [error("MON-TAHUN", f"{message} Pindahkan berkasnya.", spot[YEAR_PROPERTY])]
    period = Period.parse(identity[PERIOD_PROPERTY])
    if period is None or period.year != office.tahun:
        message = f"Periode “{identity[PERIOD_PROPERTY]}” pada formulir ini tidak dikenal."
        return None, [error("MON-PERIODE", f"{message} {_REMEDY}", spot[PERIOD_PROPERTY])]
    return period, []


def _properties(content: bytes) -> dict[str, str]:
    """The identity in the file's properties; empty unless all of it is there."""
    properties = custom_properties(content)
    identity = {name: value for name, value in properties.items() if name in _LABELS}
    return identity if len(identity) == len(_LABELS) else {}


def identity_lines(form: RawSheet) -> dict[str, tuple[str, Place]]:
    """The identity in the lines above the table, with the cell of each."""
    keys = {fold_name(label): key for key, label in _LABELS.items()}
    lines: dict[str, tuple[str, Place]] = {}
    for cells in form.rows().values():
        first, *rest = [cell for cell in cells.values() if not cell.merged_from_left]
        key = keys.get(fold_name(visible_text(first)))
        if key is not None and key not in lines and len(rest) == 1:
            spot = Place(form.place.file, form.title, rest[0].coordinate)
            lines[key] = (visible_text(rest[0]), spot)
    return lines


def no_form(place: Place) -> Finding:
    """The finding for what is no form, or has lost its identity."""
    return error(
        "MON-BUKAN",
        f"Ini bukan formulir monev, atau jati dirinya hilang. {_REMEDY}",
        place,
    )
