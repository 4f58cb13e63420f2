"""Findings that the office accepts (sheet Diterima, the file beside it), and idle entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from zi_docs.findings import Finding, Severity, note, row_of_place, warning
from zi_docs.model import Acceptance, Plan, same_id


class Acceptances:
    """The entries of a plan, and which rows they name."""

    def __init__(self, plan: Plan) -> None:
        self.entries = plan.acceptances
        self._plan = plan

    def entry_for(self, finding: Finding) -> Acceptance | None:
        """The entry that accepts a finding; an error is never accepted."""
        if finding.severity is Severity.ERROR:
            return None
        return next((entry for entry in self.entries if self.names(entry, finding)), None)

    def names(self, entry: Acceptance, finding: Finding) -> bool:
        """Whether an entry has the code of a finding, and its row's ID or words of its message.

        An entry that holds the whole message wants both.
        """
        if not same_id(entry.kode.strip("[] "), finding.code):
            return False
        if entry.temuan:
            same_words = _wording(entry.temuan) == _wording(finding.message)
            return same_words and same_id(self.subject(finding), entry.untuk)
        if same_id(self._row_id(finding), entry.untuk):
            return True
        # RA-06 is no word of RA-060.
        words = re.escape(_folded(entry.untuk))
        return bool(re.search(rf"(?<![\w-]){words}(?![\w-])", _folded(finding.message)))

    def subject(self, finding: Finding) -> str:
        """What a finding is about, wherever it moves: the ID of its row, or else its sheet."""
        return self._row_id(finding) or finding.place.sheet or ""

    def _row_id(self, finding: Finding) -> str:
        row = (finding.place.sheet or "", row_of_place(finding.place) or 0)
        return self._ids.get(row, "")

    @cached_property
    def _ids(self) -> dict[tuple[str, int], str]:
        return dict(_row_ids(self._plan))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _wording(message: str) -> str:
    """The words of a message without the cells that it names: they move with their rows."""
    return re.sub(r"(?<![\w-])[a-z]{1,3}\d+(?![\w-])", "…", _folded(message))


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
                entry.place("kode"),
            )
        elif entry not in used and entry.temuan:
            place = entry.place("untuk")
            yield note(
                "TERIMA-TIADA",
                f"Temuan {entry.kode} tentang “{entry.untuk}” tidak ada lagi atau sudah lain "
                "bunyinya, sehingga penerimaannya tidak berlaku. Batalkan dengan `python "
                f'generate.py periksa --batalkan {entry.kode} --sel "{place.part}"`, '
                "lalu terima kembali temuannya bila masih perlu.",
                place,
            )
        elif entry not in used:
            yield note(
                "TERIMA-TIADA",
                f"Tidak ada temuan {entry.kode} untuk “{entry.untuk}”; hapuslah baris ini, atau "
                "tuliskan ID barisnya atau kata-kata temuannya.",
                entry.place("untuk"),
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
