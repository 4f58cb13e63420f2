"""A decree, as original and as copy, with its initials sheet; its Lampiran follows its kind.

The body holds Menimbang, Mengingat, Memperhatikan and the dictum (NASKAH section 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from zi_docs.checks.lacks import decree_lacks, is_draft
from zi_docs.findings import Finding, Place, note
from zi_docs.model import (
    Decree,
    DecreeKind,
    Office,
    Official,
    Part,
    Plan,
    Signing,
    Voice,
)
from zi_docs.papers.document import DRAFT_MARK, START, UNNAMED, Document, Paper, fixed, stamp_of
from zi_docs.papers.konsiderans import labelled, under_labels
from zi_docs.papers.lampiran import annex_of
from zi_docs.papers.pages import Pagination
from zi_docs.papers.signature import ROOM, prepared
from zi_docs.product import Lack, Leaf, Product, Subject
from zi_docs.text import BLANK, Block, Flow, Paragraph, RichText
from zi_docs.wording.academic_titles import name_without_titles
from zi_docs.wording.dates import long_date
from zi_docs.wording.lists import enumeration
from zi_docs.wording.names import (
    decree_author,
    decree_heading,
    heading_title,
    post_lines,
    post_with_office,
)
from zi_docs.wording.numbers import dictum_label


class Version(Enum):
    """The versions of a decree; the value ends the names of its files."""

    ORIGINAL = "asli"
    COPY = "salinan"


_TITLE = "Keputusan"


def products(
    plan: Plan, decree: Decree, about: Subject, more_lacks: Sequence[Lack] = ()
) -> list[Product]:
    """The initials sheet, the original to sign, and the copy once it may be made.

    There is no copy of a draft, nor before number and date are given; the original then says so,
    and what a draft still waits for, `more_lacks` beside what the plan tells.
    """
    lacks = (*decree_lacks(plan, decree), *more_lacks)
    ready, draft = copy_ready(plan, decree), any(lack.draft for lack in lacks)
    sheet = _initials_paper(plan, decree, about, [_TITLE] if draft else [])
    paper = Paper(
        file_name(decree, Version.ORIGINAL),
        Version.ORIGINAL.value,
        _TITLE,
        about,
        annex_of(plan, decree).template,
        decree.tanda_tangan,
        id=decree.id,
        leaf=Leaf(_TITLE),
        lacks=lacks,
        findings=() if ready else (_no_copy(plan, decree, draft=draft),),
    ).product(lambda _: lambda pages: original(plan, decree, pages))
    copies = [_copy_paper(plan, decree, about, paper.name)] if ready else []
    return [*sheet, paper, *copies]


def file_name(decree: Decree, version: Version) -> str:
    """The path of a version of a decree below the year's folder, without extension."""
    return f"keputusan/{decree.id}-{version.value}"


def _copy_paper(plan: Plan, decree: Decree, about: Subject, original_name: str) -> Product:
    return Paper(
        file_name(decree, Version.COPY),
        Version.COPY.value,
        "Salinan keputusan",
        about,
        annex_of(plan, decree).template,
        original=original_name,
    ).product(lambda _: lambda pages: copy(plan, decree, pages))


def original(plan: Plan, decree: Decree, pages: Pagination = START) -> Document:
    """The original to sign; a number or date not yet given is a blank to write in."""
    return prepared(
        _document(plan, decree, _context(plan, decree, pages)),
        plan.office,
        decree.tanda_tangan,
        {"penanda_tangan": decree.penanda_tangan},
        decree.origin.at("tanda_tangan"),
    )


def copy_ready(plan: Plan, decree: Decree) -> bool:
    """Tell whether a copy may be made: of a whole decree, once number and date are given.

    Somebody with a name must certify it.
    """
    return not _copy_lacks(plan, decree) and not is_draft(plan, decree)


def _copy_lacks(plan: Plan, decree: Decree) -> list[Place]:
    """The cells that a copy waits for."""
    copier = plan.official(decree.penyalin)
    lacking = [decree.origin.at(key) for key in ("nomor", "tanggal") if not getattr(decree, key)]
    if copier is None:
        lacking.append(decree.origin.at("penyalin"))
    elif not copier.nama:
        lacking.append(copier.origin.at("nama"))
    return lacking


def copy(plan: Plan, decree: Decree, pages: Pagination = START) -> Document:
    """The copy for publication, as PDF/A. Raises ValueError unless `copy_ready`."""
    copier = plan.official(decree.penyalin)
    if copier is None or not copy_ready(plan, decree):
        raise ValueError(f"decree {decree.id} cannot be copied yet")
    context = _context(plan, decree, pages) | {
        "salinan": True,
        "jdih": plan.office.jdih,
        "penyalin": _copier(plan.office, copier),
    }
    return _document(plan, decree, context, archival=True)


def _initials_paper(
    plan: Plan, decree: Decree, about: Subject, drafts: Sequence[str]
) -> list[Product]:
    """The sheet of initials, which stands in the bundle alone; none where nobody initials.

    It says which parts of the bundle are `drafts`. A decree that is finished in SRIKANDI gets its
    initials there.
    """
    officials = [plan.official(key) for key in decree.pemaraf]
    present = [official for official in officials if official is not None]
    if not present or decree.tanda_tangan is Signing.SRIKANDI:
        return []
    title = "Lembar Paraf Koordinasi"
    paper = Paper(
        f"keputusan/{decree.id}-paraf",
        "paraf",
        title,
        about,
        "lembar-paraf.docx",
        published=False,
        leaf=Leaf(title, "i"),
    )
    return [paper.product(lambda _: fixed(initials(plan, decree, present, drafts)))]


def initials(
    plan: Plan, decree: Decree, officials: Sequence[Official], drafts: Sequence[str] = ()
) -> Document:
    """The sheet on which these officials initial a decree before it is signed.

    It has the decree's paper, in one bundle with it, and names the parts that are `drafts`.
    """
    office = plan.office
    state = [("Keadaan", f"{DRAFT_MARK}: {enumeration(drafts)}")] if drafts else []
    facts = [*_facts(plan, decree), *state]
    context = _office_lines(office) | {
        "naskah": [{"label": label, "isi": text} for label, text in facts],
        "pemaraf": [
            {"nomor": number, "jabatan": official.jabatan, "nama": official.nama}
            for number, official in enumerate(officials, start=1)
        ],
    }
    return Document(
        context=context,
        paper=office.decree_paper,
        title="Lembar Paraf Koordinasi",
        subject=decree.judul,
        author=office.name,
        keywords=_keywords(plan, decree),
        stamp=stamp_of(office, decree.tanggal),
    )


def citation(plan: Plan, decree: Decree) -> str:
    """`Keputusan <author> Nomor 10 Tahun 2026 tentang ...`; a number not given is a blank."""
    return f"Keputusan {author_of(plan, decree)} {number_of(plan, decree)} tentang {decree.judul}"


def decreed_plans(plan: Plan) -> list[Decree]:
    """The decrees on the action plan that have number and date, so that others may cite them."""
    return [
        decree
        for decree in plan.decrees
        if decree.jenis is DecreeKind.PLAN and decree.nomor and decree.tanggal
    ]


def _no_copy(plan: Plan, decree: Decree, *, draft: bool) -> Finding:
    if draft:
        return note(
            "KEP-KONSEP",
            f"Keputusan {decree.id} bertanda {DRAFT_MARK} dan belum disalin karena datanya belum "
            "lengkap; lengkapilah data yang disebut di atas.",
            decree.origin.at("id"),
        )
    return note(
        "KEP-SALINAN",
        f"Salinan keputusan {decree.id} belum dibuat karena nomor, tanggal, penyalin, atau nama "
        "penyalinnya belum ada; isilah kolom Nomor, Tanggal, dan Penyalin bila keputusan sudah "
        "ditetapkan.",
        _copy_lacks(plan, decree)[0],
    )


def _document(
    plan: Plan, decree: Decree, context: dict[str, object], *, archival: bool = False
) -> Document:
    office, annex = plan.office, annex_of(plan, decree)
    return Document(
        context=context,
        paper=office.decree_paper,
        title=f"Keputusan {author_of(plan, decree)} tentang {decree.judul}",
        subject=decree.judul,
        author=office.name,
        keywords=_keywords(plan, decree),
        stamp=stamp_of(office, decree.tanggal),
        archival=archival,
        rows=annex.rows,
        keeps=annex.keeps,
    )


def _context(plan: Plan, decree: Decree, pages: Pagination) -> dict[str, object]:
    office, signer = plan.office, _signer(plan, decree)
    heading, _ = decree_heading(office, signer)
    author = decree_author(office, signer)
    return _office_lines(office) | {
        "salinan": False,
        "jdih": "",
        "penyalin": {"lembaga": "", "wilayah": "", "jabatan": "", "nama": ""},
        "logo": office.lambang or "",
        "kepala": heading,
        "nomor": decree.nomor or BLANK,
        "tahun": decree.tanggal.year if decree.tanggal else office.tahun,
        "judul": heading_title(decree.judul),
        "jabatan_penetap": post_with_office(office, signer).upper(),
        "konsiderans": under_labels(labelled(plan, decree)),
        "menetapkan": f"KEPUTUSAN {author} TENTANG {decree.judul}.".upper(),
        "diktum": dictum(decree, amending=plan.revision(decree.id) is not None),
        "tempat": decree.tempat or office.kedudukan,
        "tanggal": long_date(decree.tanggal) if decree.tanggal else BLANK,
        "penanda_tangan": _signature(office, signer),
        **annex_of(plan, decree).fill(pages),
    }


def _office_lines(office: Office) -> dict[str, object]:
    return {"lembaga": office.lembaga.upper(), "wilayah": office.region.upper()}


def _signature(office: Office, signer: Official) -> dict[str, str]:
    post, region = post_lines(office, signer)
    own = f" {office.lembaga}".upper()
    if signer.atas_nama is Voice.POST and post.endswith(own):
        # Post and a long name of the agency are too long for the half of a page.
        post = f"{post.removesuffix(own)}\n{own.strip()}"
    name = name_without_titles(signer.nama).upper() or UNNAMED
    return {"jabatan": post, "wilayah": region, "nama": name, **ROOM}


def _copier(office: Office, copier: Official) -> dict[str, str]:
    return {
        "lembaga": office.copier_unit.upper(),
        "wilayah": office.region.upper(),
        "jabatan": copier.jabatan,
        "nama": name_without_titles(copier.nama),
    }


def _facts(plan: Plan, decree: Decree) -> list[tuple[str, str]]:
    day = long_date(decree.tanggal) if decree.tanggal else BLANK
    return [
        ("Naskah", f"Keputusan {author_of(plan, decree)}"),
        ("Tentang", decree.judul),
        ("Nomor", number_of(plan, decree).removeprefix("Nomor ")),
        ("Tanggal", day),
        ("Penanda tangan", post_with_office(plan.office, _signer(plan, decree))),
    ]


def number_of(plan: Plan, decree: Decree) -> str:
    """`Nomor 10 Tahun 2026`; a number not given is a blank."""
    year = decree.tanggal.year if decree.tanggal else plan.office.tahun
    return f"Nomor {decree.nomor or BLANK} Tahun {year}"


def _keywords(plan: Plan, decree: Decree) -> str:
    """The number, by which a decree is looked for; no blanks while it has none."""
    return number_of(plan, decree) if decree.nomor else ""


def author_of(plan: Plan, decree: Decree) -> str:
    """Who decrees: the office, or a post of it."""
    return decree_author(plan.office, _signer(plan, decree))


def _signer(plan: Plan, decree: Decree) -> Official:
    signer = plan.official(decree.penanda_tangan)
    if signer is None:
        raise KeyError(f"decree {decree.id} has no signer; the reader leaves such decrees out")
    return signer


def dictum(decree: Decree, *, amending: bool = False) -> Flow:
    """KESATU, KEDUA, ...; the last one is kept with the closing block that follows it.

    The items of a dictum bear letters, those that an amending decree changes numbers (NASKAH 10).
    """
    item_style = "Angka Diktum" if amending else "Butir Diktum"
    items = decree.items(Part.DICTUM)
    paragraphs: list[Paragraph] = []
    for number, item in enumerate(items, start=1):
        blocks = item.isi.blocks
        paragraphs += _dictum(number, blocks, item_style, final=number == len(items))
    return Flow((*paragraphs[:-1], *(replace(p, keeps_next=True) for p in paragraphs[-1:])))


def _dictum(
    number: int, blocks: Sequence[Block], item_style: str, *, final: bool
) -> list[Paragraph]:
    first, *rest = blocks
    label = RichText.of(f"{dictum_label(number)}\t:\t")
    head = "Diktum Akhir" if final and not rest else "Diktum"
    return [
        Paragraph(head, label + first.text),
        *(Paragraph(item_style if b.bullet else "Lanjutan Diktum", b.text) for b in rest),
    ]
