"""Checks of the codes that rows name as the LKE items they serve."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.data.lke_components import codes_in
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.lke.items import area_numeral, lke_items, nearest_code
from zi_docs.model import Plan


def check_lke_codes(plan: Plan) -> Iterator[Finding]:
    """A code that names no item, or an item of another area than the row's."""
    for row in plan.activities:
        if not row.lke:
            continue
        numeral = area_numeral(row.area)
        for code in codes_in(row.lke):
            item = lke_items().get(code)
            if item is None:
                near = nearest_code(code)
                remedy = f"Mungkin maksudnya {near}." if near else "Periksa kodenya pada LKE."
                yield warning(
                    "LKE-KODE",
                    f"Kode LKE “{code}” pada baris {row.id} tidak dikenal. {remedy}",
                    row.origin.at("lke"),
                )
            elif numeral and numeral != item.area_numeral:
                yield suggestion(
                    "LKE-AREA",
                    f"Butir {code} ({item.label}) ada di area {item.area_numeral}, sedangkan "
                    f"baris {row.id} ada di area {numeral}; periksa kode atau areanya.",
                    row.origin.at("lke"),
                )


CHECKS = (check_lke_codes,)
