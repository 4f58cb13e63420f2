"""A workbook -> its year with all that is wrong with it, apart from what the office accepts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from zi_docs import checks
from zi_docs.build.accepted_file import read_accepted
from zi_docs.checks.accepted import Acceptances, entry_findings
from zi_docs.findings import Finding
from zi_docs.model import Acceptance
from zi_docs.revision import states
from zi_docs.revision.states import Year


@dataclass(frozen=True)
class CheckedYear:
    """A year as it was read and checked; `year` is None for a workbook that cannot be read.

    `findings` come each once, in the order of the checks; `accepted` are those that an entry of
    the sheet Diterima, or of the file beside the workbook, names, with that entry.
    """

    year: Year | None
    findings: tuple[Finding, ...]
    accepted: Mapping[Finding, Acceptance]

    def with_entry_findings(self) -> tuple[Finding, ...]:
        """The findings, and what is to be said of entries that accept nothing."""
        if self.year is None:
            return self.findings
        entries = entry_findings(self.year.plan, self.findings, self.accepted.values())
        return (*self.findings, *entries)


def read_checked(source: Path) -> CheckedYear:
    """Read and check the workbook `source` with what stands beside it.

    That are the decreed states, and the findings that were accepted in a file.
    """
    year, findings = states.read_plan_and_year(source)
    if year is None:
        return CheckedYear(None, tuple(dict.fromkeys(findings)), {})
    entries, damage = read_accepted(source)
    plan = replace(year.plan, acceptances=(*year.plan.acceptances, *entries))
    every = [*findings, *damage, *checks.check(plan)]
    every += [*states.strays(plan, source), *states.missing(plan, source)]
    kept, accepted = sifted(every, Acceptances(plan))
    return CheckedYear(replace(year, plan=plan), kept, accepted)


def sifted(
    findings: Iterable[Finding], acceptances: Acceptances | None
) -> tuple[tuple[Finding, ...], dict[Finding, Acceptance]]:
    """Findings, each once, parted into those that stay and those that are accepted."""
    kept: list[Finding] = []
    accepted: dict[Finding, Acceptance] = {}
    for finding in dict.fromkeys(findings):
        entry = acceptances.entry_for(finding) if acceptances else None
        if entry is None:
            kept.append(finding)
        else:
            accepted[finding] = entry
    return tuple(kept), accepted
