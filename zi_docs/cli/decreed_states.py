"""The state of the workbook that a signed decree decreed: kept when the decree is taken in.

What is kept must be what was signed: the decree that the state gives has the content of the one
that was made and signed, but for the blanks that were filled in since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from zi_docs.build.changed_cells import Changes
from zi_docs.build.digest import input_hashes
from zi_docs.build.manifest import Record
from zi_docs.build.publish import write_new_whole
from zi_docs.build.signed_papers import amended_content
from zi_docs.catalog import catalog
from zi_docs.cli.run import Run
from zi_docs.errors import ExitCode, OutputError
from zi_docs.findings import Finding, Place, Severity, error
from zi_docs.model import Plan
from zi_docs.product import Family
from zi_docs.revision.states import State, Year, path_of, read_plan_and_year, state_of
from zi_docs.wording.lists import enumeration

_DECREES = (Family.DECREE, Family.TEAM_DECREE, Family.AMENDMENT)


@dataclass(frozen=True)
class ReadWorkbook:
    """The source workbook as it was read: its bytes, its plan, what is wrong with it."""

    content: bytes
    plan: Plan
    errors: tuple[Finding, ...]


def read_workbook(run: Run) -> ReadWorkbook:
    """Read the source workbook. Leaves with TEMUAN when it has no plan; raises OutputError."""
    content = _content(run.source)
    year, findings = read_plan_and_year(run.source)
    if year is None:
        run.report(findings)
        run.finish(code=ExitCode.TEMUAN)
    # The saved states are read once for all that is asked of them.
    run.states = year
    errors = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
    return ReadWorkbook(content, year.plan, errors)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        # The reader says in its own words why there is no plan.
        return b""


@contextmanager
def kept_state(
    run: Run, book: ReadWorkbook, records: Mapping[str, Record], cells: Mapping[str, str]
) -> Iterator[Path | None]:
    """Keep the state that the decree among these records decreed, if there is one.

    `cells` are those of the last run. Within it the decree is taken in; where that fails, nothing
    new is kept. Leaves with TEMUAN, before anything is written, where the state is another than
    that of the paper. Yields the path of a state that was not kept before. Raises OutputError.
    """
    state = next((s for r in records.values() if r.id and (s := state_of(book.plan, r.id))), None)
    path = None if state is None else path_of(state, run.source)
    if state is None or path is None:
        yield None
        return
    standing = path.is_file()
    _refuse_another(run, book, state, records, cells, path if standing else None)
    if standing:
        yield None
        return
    if run.source.read_bytes() != book.content:
        raise OutputError(
            f"{run.source} berubah ketika dibaca.", "Simpan dan tutup buku kerja, lalu ulangi."
        )
    write_new_whole(path, book.content)
    try:
        yield path
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _refuse_another(
    run: Run,
    book: ReadWorkbook,
    state: State,
    records: Mapping[str, Record],
    cells: Mapping[str, str],
    standing: Path | None,
) -> None:
    """Leave with TEMUAN when the state that is or would be kept is not that of the paper."""
    if standing is None and book.errors:
        run.report(book.errors)
        run.finish(code=ExitCode.TEMUAN)
    year = run.year(book.plan)
    if problems := problems_of(year, state):
        run.report(problems)
        run.finish(code=ExitCode.TEMUAN)
    differences = differences_from(run, year, state, records, cells)
    if not differences:
        return
    where = enumeration(differences)
    if standing is None:
        message = (
            f"Isi buku kerja kini berbeda dari naskah {state.id} yang terakhir dibuat ({where}), "
            "sehingga keadaan yang ditandatangani tidak dapat disimpan. Sebutkan buku kerja "
            "sebagaimana ditandatangani, yang diletakkan di folder yang sama, dengan `--sumber`; "
            "atau buatlah kembali naskahnya dan tandatangani naskah yang baru itu."
        )
    else:
        message = (
            f"Keadaan {state.id} yang sudah tersimpan berbeda dari naskah yang terakhir dibuat "
            f"({where}) dan tidak ditimpa. Buatlah kembali naskahnya dan tandatangani naskah yang "
            "baru itu; atau, bila keadaan itu keliru, pindahkan dahulu berkasnya."
        )
    run.report([error("TTD-KEADAAN", message, Place(str(standing or run.source)))])
    run.finish(code=ExitCode.TEMUAN)


def problems_of(year: Year, state: State) -> tuple[Finding, ...]:
    """Why the decree of a state cannot be made, so that it cannot be compared either."""
    topics = catalog(year).about(_DECREES, state.id)
    return tuple(problem for topic in topics for problem in topic.problems)


def differences_from(
    run: Run, year: Year, state: State, records: Mapping[str, Record], cells: Mapping[str, str]
) -> list[str]:
    """Where the decree of a state differs from the one in the records; empty where it does not.

    They are cells, as far as `cells` tells; else names of content, as in KEP-PERUBAHAN.
    """
    decrees = {name: record for name, record in records.items() if record.content and record.id}
    topics = catalog(year).about(_DECREES, state.id)
    products = {p.name: p for topic in topics for p in topic.compose() if p.name in decrees}
    changed: list[str] = [name for name in decrees if name not in products]
    values: list[object] = []
    for name, product in products.items():
        names = amended_content(decrees[name], input_hashes(product, run.templates).content)
        changed += names
        values += [product.inputs().content.get(each) for each in names]
    if not changed:
        return []
    return Changes.since(cells, year.plan_of(state)).named(values, cells) or changed


def unlike_signed(
    run: Run,
    year: Year,
    state: State,
    plan: Plan,
    records: Mapping[str, Record],
    cells: Mapping[str, str],
) -> list[str]:
    """Where a plan, were it kept as this state, would differ from what was signed."""
    kept = replace(year, decreed={**year.decreed, state.id.casefold(): plan})
    if problems_of(kept, state):
        return Changes.since(cells, plan).named((), cells) or [state.id]
    return differences_from(run, kept, state, records, cells)
