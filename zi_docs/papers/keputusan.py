"""A decree, as original and as copy, with its initials sheet; its Lampiran follows its kind.

The body holds Menimbang, Mengingat, Memperhatikan and the dictum (NASKAH section 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from zi_docs.checks.lacks import gaps, is_draft
from zi_docs.findings import Finding, note
from zi_docs.model import Consideration, Decree, Office, Official, Part, Plan, Signing, Voice
from zi_docs.papers.document import BLANK, Document, Draft, Leaf, Papers, fixed, stamp_of
from zi_docs.papers.lampiran import annex_of
from zi_docs.papers.pages import Pagination
from zi_docs.papers.signature import ROOM, prepared
from zi_docs.text import Block, Flow, Paragraph, RichText
from zi_docs.wording.citations import cite_regulation
from zi_docs.wording.dates import long_date
from zi_docs.wording.lists import end_with_stop, letters_before
from zi_docs.wording.names import (
    decree_author,
    decree_heading,
    heading_title,
    post_lines,
    post_with_office,
)
from zi_docs.wording.numbers import dictum_label

START = Pagination()
UNNAMED = "." * 32
DRAFT_MARK = "KONSEP"


def papers(plan: Plan, decree: Decree) -> Papers:
    """Everything that is made of a decree: original, copy, and the bundle to sign.

    There is no copy of a draft, nor before number and date are given; the papers then say so,
    and what a draft still waits for.
    """
    ready = copy_ready(plan, decree)
    drafts: list[Draft] = [partial(original, plan, decree)]
    if ready:
        drafts.append(partial(copy, plan, decree))
    findings = (*gaps(plan, decree), *(() if ready else (_no_copy(plan, decree),)))
    if decree.tanda_tangan is Signing.SRIKANDI:
        # There it gets its number, its initials and its signature: nothing is bundled here.
        return Papers(tuple(drafts), findings=findings)
    leaves = [Leaf(_name(decree, "asli"), "Keputusan")]
    sheet = initials(plan, decree)
    if sheet is not None:
        drafts.append(fixed(sheet))
        leaves.insert(0, Leaf(sheet.name, sheet.title, "i"))
    return Papers(tuple(drafts), f"bundel/keputusan-{decree.id}", tuple(leaves), findings)


def original(plan: Plan, decree: Decree, pages: Pagination = START) -> Document:
    """The original to sign; a number or date not yet given is a blank to write in."""
    return prepared(
        _document(plan, decree, "asli", _context(plan, decree, pages)),
        plan.office,
        decree.tanda_tangan,
        {"penanda_tangan": decree.penanda_tangan},
        decree.origin.at("tanda_tangan"),
    )


def copy_ready(plan: Plan, decree: Decree) -> bool:
    """Tell whether a copy may be made: of a whole decree, once number and date are given."""
    given = decree.nomor and decree.tanggal and plan.official(decree.penyalin)
    return bool(given) and not is_draft(plan, decree)


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
    return _document(plan, decree, "salinan", context, archival=True)


def initials(plan: Plan, decree: Decree) -> Document | None:
    """The sheet of initials; None when the decree names nobody who initials."""
    officials = [plan.official(key) for key in decree.pemaraf]
    present = [official for official in officials if official is not None]
    if not present:
        return None
    office = plan.office
    context = _office_lines(office) | {
        "naskah": [{"label": label, "isi": text} for label, text in _facts(plan, decree)],
        "pemaraf": [
            {"nomor": number, "jabatan": official.jabatan, "nama": official.nama}
            for number, official in enumerate(present, start=1)
        ],
    }
    return Document(
        name=_name(decree, "paraf"),
        template="lembar-paraf.docx",
        context=context,
        paper=office.letter_paper,
        title="Lembar Paraf Koordinasi",
        subject=decree.judul,
        author=office.name,
        keywords=_number_line(plan, decree),
        stamp=stamp_of(office, decree.tanggal),
        published=False,
    )


def _name(decree: Decree, version: str) -> str:
    return f"keputusan/{decree.id}-{version}"


def _no_copy(plan: Plan, decree: Decree) -> Finding:
    if is_draft(plan, decree):
        return note(
            "KEP-KONSEP",
            f"Keputusan {decree.id} bertanda {DRAFT_MARK} dan belum disalin karena datanya belum "
            "lengkap; lengkapilah data yang disebut di atas.",
            decree.origin.at("id"),
        )
    return note(
        "KEP-SALINAN",
        f"Salinan keputusan {decree.id} belum dibuat karena nomor, tanggal, atau penyalinnya "
        "belum ada; isilah kolom Nomor, Tanggal, dan Penyalin bila keputusan sudah ditetapkan.",
        decree.origin.at("nomor" if not decree.nomor else "tanggal"),
    )


def _document(
    plan: Plan, decree: Decree, version: str, context: dict[str, object], *, archival: bool = False
) -> Document:
    office, annex = plan.office, annex_of(plan, decree)
    return Document(
        name=_name(decree, version),
        template=annex.template,
        context=context,
        paper=office.decree_paper,
        title=f"Keputusan {_author(plan, decree)} tentang {decree.judul}",
        subject=decree.judul,
        author=office.name,
        keywords=_number_line(plan, decree),
        stamp=stamp_of(office, decree.tanggal),
        archival=archival,
        mark=DRAFT_MARK if is_draft(plan, decree) else "",
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
        "konsiderans": considerations(plan, decree),
        "menetapkan": f"KEPUTUSAN {author} TENTANG {decree.judul}.".upper(),
        "diktum": dictum(decree),
        "tempat": decree.tempat or office.kedudukan,
        "tanggal": long_date(decree.tanggal) if decree.tanggal else BLANK,
        "penanda_tangan": _signature(office, signer),
        **annex_of(plan, decree).fill(pages),
    }


def _office_lines(office: Office) -> dict[str, object]:
    return {"lembaga": office.lembaga.upper(), "wilayah": office.region.upper()}


def _signature(office: Office, signer: Official) -> dict[str, str]:
    post, region = post_lines(office, signer)
    if signer.voice is Voice.POST:
        # SEKRETARIS KOMISI PEMILIHAN UMUM is too long for the half of a page.
        post = f"{signer.jabatan}\n{office.lembaga}".upper()
    name = signer.nama.upper() or UNNAMED
    return {"jabatan": post, "wilayah": region, "nama": name, **ROOM}


def _copier(office: Office, copier: Official) -> dict[str, str]:
    return {
        "lembaga": f"SEKRETARIAT {office.lembaga}".upper(),
        "wilayah": office.region.upper(),
        "jabatan": copier.jabatan,
        "nama": copier.nama or UNNAMED,
    }


def _facts(plan: Plan, decree: Decree) -> list[tuple[str, str]]:
    day = long_date(decree.tanggal) if decree.tanggal else BLANK
    return [
        ("Naskah", f"Keputusan {_author(plan, decree)}"),
        ("Tentang", decree.judul),
        ("Nomor", _number_line(plan, decree).removeprefix("Nomor ")),
        ("Tanggal", day),
        ("Penanda tangan", post_with_office(plan.office, _signer(plan, decree))),
    ]


def _number_line(plan: Plan, decree: Decree) -> str:
    year = decree.tanggal.year if decree.tanggal else plan.office.tahun
    return f"Nomor {decree.nomor or BLANK} Tahun {year}"


def _author(plan: Plan, decree: Decree) -> str:
    return decree_author(plan.office, _signer(plan, decree))


def _signer(plan: Plan, decree: Decree) -> Official:
    signer = plan.official(decree.penanda_tangan)
    if signer is None:
        raise KeyError(f"decree {decree.id} has no signer; the reader leaves such decrees out")
    return signer


LETTERS_BEFORE = "{huruf-sebelumnya}"
_PARTS = (Part.CONSIDERING, Part.RECALLING, Part.NOTING)


def considerations(plan: Plan, decree: Decree) -> list[dict[str, object]]:
    """Label and items of each part that the decree has, in the order of NASKAH section 1."""
    return [
        {"label": part.value, "butir": _items(plan, decree.items(part), part)}
        for part in _PARTS
        if decree.items(part)
    ]


def _items(plan: Plan, items: Sequence[Consideration], part: Part) -> Flow:
    style = f"Butir {part.value}" if len(items) > 1 else "Butir Tunggal"
    last = len(items) - 1
    return Flow(
        tuple(
            Paragraph(
                style,
                end_with_stop(
                    _words(plan, item, index), plan.office.decree_ending if index == last else ";"
                ),
            )
            for index, item in enumerate(items)
        )
    )


def _words(plan: Plan, item: Consideration, index: int) -> RichText:
    regulation = plan.regulation(item.peraturan)
    if regulation is not None and not item.isi:
        return RichText.of(cite_regulation(regulation, plan))
    return item.isi.map_text(lambda text: text.replace(LETTERS_BEFORE, letters_before(index)))


def dictum(decree: Decree) -> Flow:
    """KESATU, KEDUA, ...; the last one is kept with the closing block that follows it."""
    items = decree.items(Part.DICTUM)
    found: list[Paragraph] = []
    for number, item in enumerate(items, start=1):
        found += _dictum(number, item.isi.blocks(), final=number == len(items))
    return Flow(tuple(found))


def _dictum(number: int, blocks: Sequence[Block], *, final: bool) -> list[Paragraph]:
    first, *rest = blocks
    label = RichText.of(f"{dictum_label(number)}\t:\t")
    head = "Diktum Akhir" if final and not rest else "Diktum"
    return [
        Paragraph(head, label + first.text),
        *(Paragraph("Butir Diktum" if b.bullet else "Lanjutan Diktum", b.text) for b in rest),
    ]
