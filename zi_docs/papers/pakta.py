"""What each person signs at the start of a year, who signed it, and what interests were declared.

A person's papers are named by ID and name: they stay when others come or go, and whoever takes over
a post gets papers of his own beside the signed ones of the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from functools import partial

from zi_docs.checks.lacks import pledge_lacks, statement_lacks
from zi_docs.file_names import plain_name
from zi_docs.findings import Place
from zi_docs.model import Office, Official, Plan, same_id
from zi_docs.papers.bundel import bundled
from zi_docs.papers.document import UNNAMED, Document, Paper, fixed
from zi_docs.papers.rapat import facts, signature
from zi_docs.papers.supporting import document, paragraphs, text_lacks, texts
from zi_docs.product import Family, Lack, Leaf, Product, Scope, Subject, Topic
from zi_docs.revision.states import Year
from zi_docs.text import BLANK, Flow
from zi_docs.wording.academic_titles import name_without_titles
from zi_docs.wording.names import post_at
from zi_docs.workbook.sheets.pledge_sheets import BENTURAN, DeclaredInterest, InterestState
from zi_docs.workbook.sheets.text_sheets import TEKS_NASKAH, WordingPart

PLEDGE, STATEMENT, RECAP, MATRIX = (
    "pakta-integritas",
    "benturan-kepentingan",
    "rekap-pakta",
    "matriks-benturan",
)
FAMILY = Family(
    "pakta",
    "pakta integritas dan pernyataan",
    "Pakta Integritas dan pernyataan benturan kepentingan setiap pejabat, bundelnya, rekapitulasi "
    "yang sudah menandatangani, dan matriks potensi benturan kepentingan.",
    reads={TEKS_NASKAH.key: Scope.ALL},
    # Of whom the papers tell that tell of declarations.
    reads_of_kind={
        STATEMENT: {BENTURAN.key: Scope.OWN},
        RECAP: {BENTURAN.key: Scope.ALL},
        MATRIX: {BENTURAN.key: Scope.ALL},
    },
    ids=("pejabat",),
)


SPECIMENS: tuple[object, ...] = ()


class PledgePaper(Enum):
    """A paper that each person signs; the value is what the sheet Teks Naskah calls it."""

    PLEDGE = "Pakta Integritas"
    FREE = "Bebas benturan kepentingan"
    CONFLICT = "Potensi benturan kepentingan"
    FORM = "Formulir benturan kepentingan"


_TITLES = {
    PledgePaper.PLEDGE: "Pakta Integritas",
    PledgePaper.FREE: "Pernyataan Bebas Benturan Kepentingan",
    PledgePaper.CONFLICT: "Pernyataan Potensi Benturan Kepentingan",
    PledgePaper.FORM: "Pernyataan Benturan Kepentingan",
}
_SIGNED, _UNSIGNED = "Sudah", "Belum"
_EMPTY_ROWS = 3
_ABOUT = "Pakta Integritas"
_LONGEST_NAME = 50
Row = dict[str, str]


def topics(year: Year) -> Iterator[Topic]:
    """What each person signs at the start of the year, who signed it, and what was declared."""
    plan = year.plan
    if not plan.officials:
        return
    name = f"Pakta Integritas {plan.office.tahun}"
    about = Subject(FAMILY, str(plan.office.tahun), name)

    def products() -> list[Product]:
        personal = [product for each in plan.officials for product in _papers_of(plan, each)]
        bundle = f"bundel/pakta-{about.id}"
        return [
            *bundled(bundle, name, plan.office, about, personal),
            *_overviews(plan, about, year.signed),
        ]

    yield Topic(about, products, frozenset({FAMILY}))


def _overviews(plan: Plan, about: Subject, signed: AbstractSet[str]) -> list[Product]:
    """The recap of who signed, by the names of the papers that came back, and the matrix."""
    year = plan.office.tahun
    recap = f"Rekapitulasi Pakta Integritas dan Pernyataan Tahun {year}"
    matrix = f"Matriks Potensi Benturan Kepentingan Tahun {year}"
    papers = (
        (RECAP, recap, partial(_recap, plan, recap, signed), _recap_lacks(plan, signed)),
        (MATRIX, matrix, partial(_matrix, plan, matrix), _matrix_lacks(plan)),
    )
    return [
        Paper(f"pakta/{kind}", kind, title, about, f"{kind}.docx", lacks=lacks).product(
            lambda _, compose=compose: fixed(compose())  # type: ignore[misc]
        )
        for kind, title, compose, lacks in papers
    ]


def _papers_of(plan: Plan, official: Official) -> list[Product]:
    who = official.nama or official.jabatan
    about = Subject(FAMILY, official.id, who, official.origin)
    interests = _interests(plan, official)
    kept = {
        PLEDGE: (PledgePaper.PLEDGE, pledge_lacks(official)),
        STATEMENT: (_statement(interests), statement_lacks(official, interests)),
    }
    return [
        Paper(
            _name(official, kind),
            kind,
            _TITLES[paper],
            about,
            "pernyataan.docx",
            leaf=Leaf(f"{_TITLES[paper]} {who}"),
            lacks=(*lacks, *text_lacks(plan, paper.value)),
        ).product(lambda _, paper=paper: fixed(_pledge(plan, official, paper)))  # type: ignore[misc]
        for kind, (paper, lacks) in kept.items()
    ]


def _name(official: Official, kind: str) -> str:
    """The name of a paper of an official, which no other person's paper ever has."""
    name = plain_name(name_without_titles(official.nama), _LONGEST_NAME)
    folder = "-".join([official.id, *name.lower().split()])
    return f"pakta/{folder}/{kind}"


def _interests(plan: Plan, official: Official) -> list[DeclaredInterest]:
    return [each for each in plan.rows(DeclaredInterest) if same_id(each.pejabat, official.id)]


def _conflicts(interests: Iterable[DeclaredInterest]) -> list[DeclaredInterest]:
    return [each for each in interests if each.keadaan is InterestState.CONFLICT]


def _statement(interests: Sequence[DeclaredInterest]) -> PledgePaper:
    """The statement that follows from what was declared; the form to tick where nothing was."""
    if _conflicts(interests):
        return PledgePaper.CONFLICT
    return PledgePaper.FREE if interests else PledgePaper.FORM


def _pledge(plan: Plan, official: Official, paper: PledgePaper) -> Document:
    office, form = plan.office, paper is PledgePaper.FORM
    items = texts(plan, paper.value, WordingPart.ITEM)
    conflicts = _conflicts(_interests(plan, official)) if paper is PledgePaper.CONFLICT else []
    context: dict[str, object] = {
        "judul": _TITLES[paper].upper(),
        "fakta": facts(_person(office, official)),
        "pembuka": paragraphs(texts(plan, paper.value, WordingPart.OPENING), "Isi"),
        "pilihan": [{"isi": text} for text in items] if form else [],
        "kepentingan": _described(conflicts, form=form),
        "butir": Flow() if form else paragraphs(items, "Butir Angka"),
        "penutup": paragraphs(texts(plan, paper.value, WordingPart.CLOSING), "Penutup"),
        "tempat": office.kedudukan,
        "tanggal": f"{BLANK * 2}{office.tahun}",
        "penanda_tangan": signature(office, official),
    }
    title = f"{_TITLES[paper]} {official.nama or official.jabatan}"
    return document(office, title, _ABOUT, context, one_page=True)


def _person(office: Office, official: Official) -> list[tuple[str, str]]:
    """Who promises; what nobody gave is a blank to write in."""
    service = [("NIP", official.nip), ("Pangkat/Golongan", official.pangkat)]
    known = [
        ("Nama", official.nama),
        *([] if office.agency.without_nip(official.kelompok) else service),
        ("Jabatan", official.jabatan),
        ("Unit kerja", office.short_name if _names(official) else official.unit),
    ]
    return [(label, value or UNNAMED) for label, value in known]


def _names(official: Official) -> bool:
    """Whether a post says of which unit it is, or there is none to say."""
    return post_at(official.jabatan, official.unit) == official.jabatan


def _described(conflicts: Sequence[DeclaredInterest], *, form: bool = False) -> list[Row]:
    """Interests as rows; rows to write on in a form."""
    if form:
        blank = dict.fromkeys(("nomor", "kepentingan", "tugas", "pengendalian"), "")
        return [blank] * _EMPTY_ROWS
    return [
        {
            "nomor": str(number),
            "kepentingan": each.kepentingan or UNNAMED,
            "tugas": each.tugas or UNNAMED,
            "pengendalian": each.pengendalian or UNNAMED,
        }
        for number, each in enumerate(conflicts, start=1)
    ]


def _recap(plan: Plan, title: str, signed: AbstractSet[str]) -> Document:
    total = len(plan.officials)
    pledges = total - len(_waiting(plan, PLEDGE, signed))
    statements = total - len(_waiting(plan, STATEMENT, signed))
    context: dict[str, object] = {
        "judul": title.upper(),
        "ringkasan": (
            f"Pakta Integritas sudah ditandatangani oleh {pledges} dari {total} orang, dan "
            f"pernyataan benturan kepentingan oleh {statements} dari {total} orang. Yang dihitung "
            "ialah naskah bertanda tangan yang sudah disimpan."
        ),
        "baris": [
            {
                "nomor": str(number),
                "nama": official.nama or UNNAMED,
                "jabatan": official.jabatan,
                "pakta": _state(_name(official, PLEDGE) in signed),
                "pernyataan": _state(_name(official, STATEMENT) in signed),
                "isi": _declared(_interests(plan, official)),
            }
            for number, official in enumerate(plan.officials, start=1)
        ],
    }
    return document(plan.office, title, _ABOUT, context)


def _state(signed: bool) -> str:
    return _SIGNED if signed else _UNSIGNED


def _declared(interests: Sequence[DeclaredInterest]) -> str:
    if conflicts := _conflicts(interests):
        return f"{InterestState.CONFLICT.value} ({len(conflicts)})"
    return InterestState.FREE.value if interests else "Belum menyatakan"


def _matrix(plan: Plan, title: str) -> Document:
    declared = [o for o in plan.officials if _interests(plan, o)]
    rows = [
        {**row, "nama": official.nama or UNNAMED, "jabatan": official.jabatan}
        for official in plan.officials
        for row in _described(_conflicts(_interests(plan, official)))
    ]
    context: dict[str, object] = {
        "judul": title.upper(),
        "ringkasan": (
            f"Sudah menyatakan: {len(declared)} dari {len(plan.officials)} orang. Potensi benturan "
            f"kepentingan yang dinyatakan: {len(rows)}."
        ),
        "baris": [{**row, "nomor": str(number)} for number, row in enumerate(rows, start=1)],
    }
    return document(plan.office, title, _ABOUT, context)


def _waiting(plan: Plan, kind: str, signed: AbstractSet[str]) -> list[Official]:
    """Whose paper of a kind has not come back signed."""
    return [official for official in plan.officials if _name(official, kind) not in signed]


def _recap_lacks(plan: Plan, signed: AbstractSet[str]) -> tuple[Lack, ...]:
    """What `status` counts: names, and the signatures that are still to come."""
    counted = {
        "nama": [official for official in plan.officials if not official.nama],
        "tanda tangan Pakta Integritas": _waiting(plan, PLEDGE, signed),
        "tanda tangan pernyataan benturan kepentingan": _waiting(plan, STATEMENT, signed),
    }
    return tuple(
        Lack(f"{what} {len(people)} orang", people[0].origin.at("nama"))
        for what, people in counted.items()
        if people
    )


def _matrix_lacks(plan: Plan) -> tuple[Lack, ...]:
    silent = [official for official in plan.officials if not _interests(plan, official)]
    place = Place(plan.office.origin.file, BENTURAN.title)
    what = f"pernyataan benturan kepentingan {len(silent)} orang"
    return (Lack(what, place, draft=True),) if silent else ()
