"""The papers of a meeting as data: who is named where, what is blank, what is never invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from io import BytesIO

import pytest
from docx import Document
from PIL import Image

from tests.cases.meetings import meeting, year
from tests.cases.plans import decree, plan, rich
from tests.cases.products import named, names, products
from tests.cases.word_files import rendered
from zi_docs.model import Meeting
from zi_docs.papers.daftar_hadir import CLOSING, attendance, zigzag
from zi_docs.papers.document import UNNAMED
from zi_docs.papers.laporan_rapat import meeting_report
from zi_docs.papers.notula import minutes
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.rapat import hours, letterhead, signature
from zi_docs.papers.undangan import addressees, invitation, invitees, place_of_work
from zi_docs.product import Family, Product
from zi_docs.text import Flow, Picture, RichText

START = Pagination()


def lines(flow: object) -> list[tuple[str, str]]:
    assert isinstance(flow, Flow)
    return [(paragraph.style, paragraph.text.plain) for paragraph in flow.paragraphs]


def test_the_invited_come_once_each_in_the_order_written() -> None:
    asked = meeting(undangan=("P-1", "ANGGOTA-2", "komisioner", "KETUA"))
    assert [guest.id for guest in invitees(year(), asked)] == [
        "P-1",
        "ANGGOTA-2",
        "KETUA",
        "ANGGOTA-1",
    ]


def test_a_letter_names_posts_and_adds_the_name_where_a_post_occurs_twice() -> None:
    plan_year = year()
    guests = invitees(plan_year, meeting(undangan=("Komisioner", "P-1", "P-2", "P-3")))
    assert addressees(plan_year.office, guests) == [
        "Ketua KPU Kabupaten Contoh",
        "Nama Satu (Anggota KPU Kabupaten Contoh)",
        "Nama Dua (Anggota KPU Kabupaten Contoh)",
        "Inspektur Kabupaten Contoh",
        "Nama Tamu",
        UNNAMED,
    ]


def test_few_addressees_stand_in_the_letter_without_its_signer() -> None:
    context = invitation(year(), meeting()).context
    assert lines(context["yth"]) == [
        ("Yth Bernomor", "Sekretaris KPU Kabupaten Contoh"),
        ("Yth Bernomor", "Nama Satu (Anggota KPU Kabupaten Contoh)"),
        ("Yth Bernomor", "Nama Dua (Anggota KPU Kabupaten Contoh)"),
    ]
    assert (context["lampiran"], context["daftar"]) == ("-", [])


@pytest.mark.parametrize(("limit", "annexed"), [(3, True), (4, False)])
def test_from_the_office_s_number_on_the_addressees_are_annexed(limit: int, annexed: bool) -> None:
    plan_year = year()
    plan_year = replace(plan_year, office=replace(plan_year.office, undangan_terlampir=limit))
    context = invitation(plan_year, meeting()).context
    assert (lines(context["yth"]) == [("Yth", "(daftar terlampir)")]) is annexed
    assert len(context["daftar"]) == (3 if annexed else 0)  # type: ignore[arg-type]
    assert context["lampiran"] == ("1 (satu) berkas" if annexed else "-")


def test_number_and_date_not_yet_given_are_blanks() -> None:
    context = invitation(year(), meeting(nomor="", tanggal_surat=None)).context
    assert str(context["nomor"]).strip("\u00a0") == ""
    assert str(context["tanggal_surat"]).lstrip("\u00a0") == "2026"


def test_the_signer_is_the_chair_unless_another_is_named() -> None:
    assert invitation(year(), meeting()).context["penanda_tangan"]["nama"] == "Nama Ketua"  # type: ignore[index]
    block = invitation(year(), meeting(penanda_tangan="STAF")).context["penanda_tangan"]
    assert block["jabatan"] == "Pelaksana Komisi Pemilihan Umum"  # type: ignore[index]
    assert block["wilayah"] == "Kabupaten Contoh,"  # type: ignore[index]
    assert block["nip"] == "NIP 197001012000031001"  # type: ignore[index]


def test_nobody_to_sign_leaves_lines_to_write_on() -> None:
    block = signature(year().office, None)
    assert (block["jabatan"], block["nama"], block["nip"]) == (UNNAMED, UNNAMED, "")


def test_copies_are_numbered_when_there_are_several() -> None:
    one = invitation(year(), meeting(tembusan="Arsip")).context
    two = invitation(year(), meeting(tembusan="KPU Provinsi\n\nArsip")).context
    assert lines(one["tembusan"]) == [("Tembusan", "Arsip")]
    assert [style for style, _ in lines(two["tembusan"])] == ["Tembusan Bernomor"] * 2
    assert invitation(year(), meeting()).context["bertembusan"] is False


@pytest.mark.parametrize(
    ("mulai", "selesai", "zone", "words"),
    [
        (time(9), None, "WIB", "09.00 WIB s.d. selesai"),
        (time(13, 30), time(16), "WITA", "13.30 s.d. 16.00 WITA"),
        (None, None, "WIT", "........ WIT s.d. selesai"),
    ],
)
def test_hours_in_the_office_s_zone(
    mulai: time | None, selesai: time | None, zone: str, words: str
) -> None:
    place = replace(year().office, zona_waktu=zone)
    assert hours(place, meeting(mulai=mulai, selesai=selesai)) == words


def of_meeting(held: Meeting) -> list[Product]:
    return products(year(held), Family.MEETING)


def test_a_letter_to_each_of_the_invited_who_asks_for_one() -> None:
    """Its place in the bundle bears the name that it addresses."""
    letters = [p for p in of_meeting(meeting()) if p.kind == "undangan-perorangan"]
    assert names(letters) == [
        f"rapat/R-01/perorangan/undangan-{number:02d}" for number in (1, 2, 3)
    ]
    addressed = [lines(letter.inputs().content["yth"])[0][1] for letter in letters]
    assert addressed == [
        "Sekretaris KPU Kabupaten Contoh",
        "Nama Satu (Anggota KPU Kabupaten Contoh)",
        "Nama Dua (Anggota KPU Kabupaten Contoh)",
    ]
    assert [letter.leaf.title for letter in letters if letter.leaf] == addressed
    bundle = named(of_meeting(meeting()), "bundel/undangan-R-01")
    assert list(bundle.needs) == names(letters)
    assert {product.on_request for product in (*letters, bundle)} == {True}


def test_attendance_zigzags_and_ends_in_blank_rows() -> None:
    plan_year = year()
    plan_year = replace(plan_year, office=replace(plan_year.office, baris_kosong=2))
    made = attendance(plan_year, meeting(undangan=("KETUA", "SEK", "STAF")), START)
    rows = made.context["baris"]
    assert [row["nama"] for row in rows] == ["Nama Ketua", "", "Nama Staf, S.H.", "", ""]  # type: ignore[attr-defined]
    assert [row["tanda_tangan"] for row in rows] == ["1.", "\t2.", "3.", "\t4.", "5."]  # type: ignore[attr-defined]
    # A commissioner has neither NIP nor rank; the secretary's are merely not known.
    assert [row["nip"] for row in rows] == ["-", "", "197001012000031001", "", ""]  # type: ignore[attr-defined]
    assert [row["pangkat"] for row in rows] == ["-", "", "Penata (III/c)", "", ""]  # type: ignore[attr-defined]
    assert made.keeps == (Keep("hadir3", CLOSING),)


def test_the_last_row_opens_a_page_where_the_signature_would_stand_alone() -> None:
    made = attendance(year(), meeting(), Pagination(breaks=frozenset({"hadir14"})))
    (mark,) = made.context["baris"][13]["nomor"].paragraphs  # type: ignore[index]
    assert (mark.anchor, mark.breaks) == ("hadir14", True)
    assert [zigzag(number) for number in (13, 14)] == ["13.", "\t14."]


def test_a_unit_that_the_post_names_is_not_repeated() -> None:
    staf = year().official("STAF")
    assert staf is not None
    assert place_of_work(staf) == "Pelaksana\nSubbagian Keuangan"
    named = replace(staf, jabatan="Kepala Subbagian Keuangan")
    assert place_of_work(named) == "Kepala Subbagian Keuangan"


def test_minutes_are_a_blank_form_until_they_are_entered() -> None:
    context = minutes(year(), meeting(), START).context
    assert {style for style, _ in lines(context["pembahasan"])} == {"Garis Tulis"}
    assert [row["apa"] for row in context["tindak_lanjut"]] == [RichText()] * 5  # type: ignore[attr-defined]
    people = {fact["label"]: fact["isi"] for fact in context["fakta"]}  # type: ignore[attr-defined]
    assert people["Peserta"] == "Sebagaimana tercantum dalam daftar hadir"
    assert people["Notulis"] == "Nama Staf, S.H. (Pelaksana)"


def test_entered_minutes_are_printed_as_they_stand() -> None:
    held = meeting(
        susunan_acara=rich("Pembukaan\nPenutup"),
        pembahasan=rich("Dibahas:\n- satu"),
        kesimpulan=rich("Disetujui."),
        tindak_lanjut=rich("Menyusun laporan | Sekretaris | 30 April 2026\nMengunggah bukti"),
    )
    context = minutes(year(), held, START).context
    assert lines(context["susunan_acara"]) == [
        ("Butir Angka", "Pembukaan"),
        ("Butir Angka", "Penutup"),
    ]
    assert lines(context["pembahasan"]) == [("Isi", "Dibahas:"), ("Butir Strip", "satu")]
    assert [
        [str(row[key]) for key in ("apa", "siapa", "batas")]
        for row in context["tindak_lanjut"]  # type: ignore[attr-defined]
    ] == [["Menyusun laporan", "Sekretaris", "30 April 2026"], ["Mengunggah bukti", "", ""]]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("STAF", "Pelaksana"),
        ("SEK; P-1", "Sekretaris; Inspektur Kabupaten Contoh"),
        # Several are members: the name says which.
        ("Ketua dan anggota-2", "Ketua dan Anggota (Nama Dua)"),
        ("P-2", "Nama Tamu"),
        # Nothing is known of this guest but the ID; words are no IDs.
        ("P-3", UNNAMED),
        ("Staf dan sekretaris", "Staf dan sekretaris"),
        ("Subbagian Umum", "Subbagian Umum"),
    ],
)
def test_the_follow_up_prints_posts_for_ids(written: str, printed: str) -> None:
    held = meeting(tindak_lanjut=rich(f"Menyusun laporan | {written} | 30 April 2026"))
    for context in (minutes(year(), held, START).context, meeting_report(year(), held).context):
        assert [str(row["siapa"]) for row in context["tindak_lanjut"]] == [printed]  # type: ignore[attr-defined]


def test_the_report_is_a_draft_until_results_are_entered() -> None:
    frame = named(of_meeting(meeting()), "/laporan")
    assert frame.draft
    assert frame.inputs().content["petunjuk"] == "[Diisi setelah rapat dilaksanakan]"
    done = named(of_meeting(meeting(kesimpulan=rich("Disetujui."))), "/laporan")
    assert (done.draft, done.inputs().content["petunjuk"]) == (False, "")


def test_the_report_names_the_decree_and_the_rows_it_serves() -> None:
    base = replace(plan(), decrees=(decree(),))
    context = meeting_report(base, meeting(baris=("RA-003",), nomor="")).context
    assert [text for _, text in lines(context["dasar"])] == [
        "Keputusan Komisi Pemilihan Umum Kabupaten Contoh Nomor 10 Tahun 2026 tentang Rencana Aksi "
        "Contoh Tahun 2026;",
        f"Surat Undangan Nomor {UNNAMED} tanggal 26 Maret 2026.",
    ]
    assert [text for _, text in lines(context["langkah"])] == [
        "Area I komponen 2: Langkah satu RA-003; Langkah dua RA-003",
    ]


def test_the_five_papers_of_a_meeting_are_bundled_in_their_order() -> None:
    bundle = named(of_meeting(meeting()), "bundel/rapat-R-01")
    assert list(bundle.needs) == [
        "rapat/R-01/undangan",
        "rapat/R-01/daftar-hadir",
        "rapat/R-01/notula",
        "rapat/R-01/dokumentasi",
        "rapat/R-01/laporan",
    ]


def test_each_file_is_dated_by_its_own_day() -> None:
    assert invitation(year(), meeting()).stamp == date(2026, 3, 26)
    assert meeting_report(year(), meeting()).stamp == date(2026, 3, 31)


def test_the_head_shows_only_what_the_office_gave() -> None:
    head = letterhead(replace(year().office, alamat="Jalan Contoh 1", surel="kpu@example.id"))
    assert head == {
        "logo": "",
        "logo_atas": "",
        "lembaga": "KOMISI PEMILIHAN UMUM",
        "wilayah": "KABUPATEN CONTOH",
        "alamat": "Jalan Contoh 1",
        "kontak": "Surel kpu@example.id",
    }


def test_a_long_address_breaks_into_lines_about_equally_long() -> None:
    """The postcode stood alone below it."""
    address = "Jalan Merdeka Nomor 123, Kelurahan Handayani Mulia, Kecamatan Talang Ubi 31214"
    content = BytesIO()
    Image.new("RGB", (4, 4)).save(content, "PNG")
    office = replace(year().office, alamat=address, lambang=Picture(content.getvalue(), 22, 22))
    letter = named(products(replace(year(meeting()), office=office), Family.MEETING), "/undangan")
    cells = Document(BytesIO(rendered(letter))).tables[0].rows[0].cells
    (first, second) = cells[1].paragraphs[2].text.replace("\u00a0", " ").split("\n")
    assert f"{first} {second}" == address
    assert min(len(first), len(second)) > 30


@pytest.mark.parametrize(
    ("size", "beside", "above"),
    [((22.0, 22.0), (22.0, 22.0), None), ((26.0, 18.6), (22.0, 15.7), None),
     ((13.0, 37.0), (8.4, 24.0), None), ((44.0, 11.0), None, (44.0, 11.0)),
     ((36.0, 13.4), None, (36.0, 13.4))],
)  # fmt: skip
def test_a_wide_logo_stands_above_the_name(
    size: tuple[float, float],
    beside: tuple[float, float] | None,
    above: tuple[float, float] | None,
) -> None:
    """Beside it a logo of 4:1 would be a strip of 22 by 5 mm."""
    head = letterhead(replace(year().office, lambang=Picture(b"", size[1], size[0])))
    for key, shown in (("logo", beside), ("logo_atas", above)):
        picture = head[key]
        if shown is None:
            assert picture == ""
        else:
            assert isinstance(picture, Picture)
            assert (picture.width_mm, picture.height_mm) == pytest.approx(shown, abs=0.1)
