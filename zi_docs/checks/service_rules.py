"""The services of an office as their rows give them, and checks of them: whole, once, known.

A standard of service has fourteen components (UU 25/2009 article 21; PermenPANRB 15/2014).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from zi_docs.findings import Finding, Place, warning
from zi_docs.model import Plan, folded_id
from zi_docs.product import Lack
from zi_docs.wording.lists import enumeration
from zi_docs.workbook.sheets.service_sheets import (
    COMPONENTS,
    LAYANAN,
    ServiceComponent,
    ServiceReview,
)


@dataclass(frozen=True)
class Service:
    """A service: its rows in the order of the sheet."""

    rows: tuple[ServiceComponent, ...]

    @property
    def id(self) -> str:
        """What the sheet calls it."""
        return self.rows[0].layanan

    @property
    def name(self) -> str:
        """Its name; empty where no row gives one."""
        return next((row.nama for row in self.rows if row.nama), "")

    def component(self, name: str) -> ServiceComponent | None:
        """The row of a component, if it says anything."""
        return next((row for row in self.rows if row.komponen == name and row.isi), None)

    @property
    def missing(self) -> list[str]:
        """The components that nobody has written."""
        return [name for names in COMPONENTS.values() for name in names if not self.component(name)]


def services_of(plan: Plan) -> list[Service]:
    """The services in the order in which the sheet first names them."""
    rows = plan.rows(ServiceComponent)
    order = list(dict.fromkeys(folded_id(row.layanan) for row in rows))
    together = sorted(rows, key=lambda row: order.index(folded_id(row.layanan)))
    return [Service(tuple(own)) for _, own in groupby(together, lambda row: folded_id(row.layanan))]


def service_lacks(plan: Plan) -> Iterator[Lack]:
    """What standards of service still lack: services at all, their names, their components."""
    services = services_of(plan)
    if not services:
        yield Lack("layanan", Place(plan.office.origin.file, LAYANAN.title), draft=True)
    for service in services:
        first = service.rows[0].origin
        if not service.name:
            yield Lack(f"nama layanan {service.id}", first.at("nama"), draft=True)
        if service.missing:
            what = f"{len(service.missing)} komponen layanan {service.name or service.id}"
            yield Lack(what, first.at("komponen"), draft=True)


def check_components(plan: Plan) -> Iterator[Finding]:
    """Every service has all components, each of them once."""
    for service in services_of(plan):
        if service.missing:
            yield warning(
                "LAYANAN-KOMPONEN",
                f"Standar pelayanan {service.name or service.id} belum memuat "
                f"{enumeration([name.lower() for name in service.missing])}; tambahkan barisnya.",
                service.rows[0].origin.at("komponen"),
            )
        taken: set[str] = set()
        for row in service.rows:
            if row.komponen in taken:
                yield warning(
                    "LAYANAN-GANDA",
                    f"Komponen {row.komponen} pada layanan {service.id} tertulis lebih dari "
                    "sekali; hanya yang pertama dicetak. Gabungkan isinya menjadi satu baris.",
                    row.origin.at("komponen"),
                )
            taken.add(row.komponen)


def check_reviewed_services(plan: Plan) -> Iterator[Finding]:
    """A review is of a service that stands on the sheet Layanan."""
    known = {folded_id(service.id) for service in services_of(plan)}
    for review in plan.rows(ServiceReview):
        if folded_id(review.layanan) not in known:
            yield warning(
                "LAYANAN-REVIU",
                f"Layanan {review.layanan} tidak tercantum pada lembar Layanan; perbaiki ID-nya "
                "atau tambahkan layanannya.",
                review.origin.at("layanan"),
            )


CHECKS = (check_components, check_reviewed_services)
