"""Findings that the office accepts (sheet Diterima), and entries that accept nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from zi_docs.findings import Finding, Severity, note, row_of_place, warning
from zi_docs.model import Acceptance, Plan, same_id


class Acceptances:
    """The entries of a plan, and which rows they name."""

    def __init__(self, plan: Plan) -> None:
        self.entries = plan.acceptances
        self._ids = dict(_row_ids(plan)) if plan.acceptances else {}

    def entry_for(self, finding: Finding) -> Acceptance | None:
        """The entry that accepts a finding; an error is never accepted."""
        if finding.severity is Severity.ERROR:
            return None
        return next((entry for entry in self.entries if self.names(entry, finding)), None)

    def names(self, entry: Acceptance, finding: Finding) -> bool:
        """Whether an entry has the code of a finding, and its row's ID or words of its message."""
        if not same_id(entry.kode.strip("[] "), finding.code):
            return False
        row = (finding.place.sheet or "", row_of_place(finding.place) or 0)
        if same_id(self._ids.get(row, ""), entry.untuk):
            return True
        # RA-06 is no word of RA-060.
        words = re.escape(" ".join(entry.untuk.split()).casefold())
        message = " ".join(finding.message.split()).casefold()
        return bool(re.search(rf"(?<![\w-]){words}(?![\w-])", message))


def entry_findings(
    plan: Plan, findings: Iterable[Finding], accepted: Iterable[Acceptance]
) -> Iterator[Finding]:
    """What is to be said of entries that accept an error, or nothing that was found."""
    acceptances = Acceptances(plan)
    used = set(accepted)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    for entry in acceptances.entries:
        if any(acceptances.names(entry, finding) for finding in errors):
            yield warning(
                "TERIMA-KESALAHAN",
                f"Kesalahan {entry.kode} tidak dapat diterima; perbaiki selnya, lalu hapus baris "
                "ini.",
                entry.origin.at("kode"),
            )
        elif entry not in used:
            yield note(
                "TERIMA-TIADA",
                f"Tidak ada temuan {entry.kode} untuk “{entry.untuk}”; hapuslah baris ini, atau "
                "tuliskan ID barisnya atau kata-kata temuannya.",
                entry.origin.at("untuk"),
            )


def _row_ids(plan: Plan) -> Iterator[tuple[tuple[str, int], str]]:
    records: tuple[Any, ...] = (
        *plan.activities,
        *plan.decrees,
        *plan.follow_ups,
        *plan.meetings,
        *plan.officials,
        *plan.participants,
        *plan.regulations,
        *plan.revisions,
    )
    for record in records:
        yield (record.origin.sheet, record.origin.row), record.id
