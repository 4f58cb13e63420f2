"""Standards of service: the Lampiran of their decree, the maklumat, the minutes of a review."""

from __future__ import annotations

from dataclasses import replace

from tests.cases.meetings import meeting
from tests.cases.plans import plan, rich
from tests.cases.products import named, names
from tests.cases.service_rows import DECREE, SERVICES, service
from zi_docs.catalog import catalog
from zi_docs.checks.service_rules import check_components, check_reviewed_services
from zi_docs.findings import Place
from zi_docs.model import Meeting, Origin, Plan
from zi_docs.papers import layanan
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.sheets_read import Concern, sheets_of
from zi_docs.papers.tabel_layanan import service_anchors, service_keeps, service_tables
from zi_docs.product import Family, Product, Scope, Subject
from zi_docs.revision.states import Year
from zi_docs.text import Flow
from zi_docs.workbook.sheets.service_sheets import ReviewResult, ServiceReview
from zi_docs.workbook.sheets.text_sheets import PaperText, WordingPart


def year(*records: object, meetings: tuple[Meeting, ...] = ()) -> Plan:
    """The small plan with a decree on standards of service beside that on the plan."""
    decree = replace(DECREE, penyalin="KSB", origin=Origin("b.xlsx", "Keputusan", 3))
    return replace(plan(), decrees=(*plan().decrees, decree), records=records, meetings=meetings)


def papers(of: Plan) -> list[Product]:
    topics = catalog(Year(of)).about([layanan.FAMILY])
    return [product for topic in topics for product in topic.compose()]


def words(flow: object) -> list[str]:
    assert isinstance(flow, Flow)
    return [paragraph.text.plain for paragraph in flow.paragraphs]


def printed(of: Plan) -> list[tuple[str, list[str]]]:
    """Each service with its parts and rows, as they are read."""
    tables: list[tuple[str, list[str]]] = []
    for table in service_tables(of, Pagination()):
        lines: list[str] = []
        for part in table["bagian"]:  # type: ignore[attr-defined]
            lines.append(part["nama"])
            lines += [
                f"{row['nomor']} {words(row['komponen'])[0]}: {' / '.join(words(row['isi']))}"
                for row in part["baris"]
            ]
        tables.append((words(table["judul"])[0], lines))
    return tables


class TestDecree:
    """Its Lampiran comes from the sheet Layanan, whoever made it to be typed in which order."""

    def test_each_service_has_a_table_in_two_parts(self) -> None:
        (name, lines), other = printed(year(*SERVICES))
        assert (name, other[0]) == ("Permohonan Informasi Publik", "Meja Layanan Data Pemilih")
        assert [line.split(":")[0] for line in lines] == [
            "Proses Penyampaian Pelayanan",
            "1 Persyaratan",
            "2 Sistem, mekanisme, dan prosedur",
            "3 Jangka waktu pelayanan",
            "4 Biaya/tarif",
            "5 Produk pelayanan",
            "6 Penanganan pengaduan, saran, dan masukan",
            "Proses Pengelolaan Pelayanan",
            "7 Dasar hukum",
            "8 Sarana, prasarana, dan/atau fasilitas",
            "9 Kompetensi pelaksana",
            "10 Pengawasan internal",
            "11 Jumlah pelaksana",
            "12 Jaminan pelayanan",
            "13 Jaminan keamanan dan keselamatan pelayanan",
            "14 Evaluasi kinerja pelaksana",
        ]
        assert lines[11] == "10 Pengawasan internal: Diawasi secara berjenjang oleh atasan langsung"
        assert lines[1].endswith("Akta pendirian, bagi pemohon badan hukum")

    def test_rows_of_services_may_be_mixed(self) -> None:
        mixed = [row for pair in zip(service("PPID"), service("MEJA"), strict=True) for row in pair]
        assert printed(year(*mixed)) == printed(year(*SERVICES))

    def test_last_rows_stay_with_the_signature(self) -> None:
        assert service_keeps(year(*SERVICES)) == [
            Keep("layanan0", "layanan0komponen1"),
            Keep("layanan1", "layanan1komponen1"),
            Keep("layanan0komponen12", "layanan0komponen14"),
            Keep("layanan1komponen12", "layanan1komponen14"),
            Keep("layanan1komponen12", "penutupLampiran"),
        ]
        assert len(service_anchors(year(*SERVICES))) == 2 * 14

    def test_original_copy_and_jdih_as_of_every_decree(self) -> None:
        made = [p for p in papers(year(*SERVICES)) if "layanan/" not in p.name]
        assert [p.name for p in made if not p.on_request] == [
            "keputusan/standar-pelayanan-asli",
            "keputusan/standar-pelayanan-salinan",
            "bundel/keputusan-standar-pelayanan",
            "jdih/2026kpt0014",
            "jdih/2026kpt0014-metadata",
            "jdih/2026kpt0014-abstrak",
        ]

    def test_without_services_a_blank_is_made_on_request_only(self) -> None:
        asked = papers(year())
        assert {p.on_request for p in asked} == {True}
        original = named(asked, "standar-pelayanan-asli")
        assert [lack.what for lack in original.lacks if lack.draft] == ["layanan"]
        ((name, lines),) = printed(year())
        assert set(name) == {"."}
        assert lines[1] == "1 Persyaratan:  /  / "

    def test_a_component_that_nobody_wrote_makes_a_draft(self) -> None:
        short = named(papers(year(*service("PPID")[:-2])), "standar-pelayanan-asli")
        assert [lack.what for lack in short.lacks] == [
            "2 komponen layanan Permohonan Informasi Publik"
        ]
        assert not any("salinan" in name for name in names(papers(year(*service("PPID")[:-2]))))

    def test_an_error_in_a_service_stops_this_decree_alone(self) -> None:
        of = year(*SERVICES)
        cell = Place("b.xlsx", "Layanan", "D5")
        concern = Concern.of(of)
        assert concern.reads(cell, Subject(Family.TEAM_DECREE, DECREE.id, ""))
        assert not concern.reads(cell, Subject(Family.DECREE, "renaksi", ""))
        assert sheets_of(Subject(Family.JDIH, DECREE.id, ""), of)["layanan"] is Scope.ALL


class TestNotice:
    """The maklumat promises what the standards say; an office words it as it wants."""

    def test_the_words_of_the_program(self) -> None:
        content = named(papers(year(*SERVICES)), "layanan/maklumat").inputs().content
        assert words(content["janji"]) == [
            "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai dengan standar "
            "pelayanan yang telah ditetapkan."
        ]
        assert content["penanda_tangan"]["nama"] == "Nama Ketua"  # type: ignore[index]

    def test_the_words_of_the_office(self) -> None:
        own = PaperText("Maklumat Pelayanan", WordingPart.OPENING, rich("Kami sanggup melayani."))
        content = named(papers(year(*SERVICES, own)), "layanan/maklumat").inputs().content
        assert words(content["janji"]) == ["Kami sanggup melayani."]
        assert words(content["butir"]) == []


class TestReview:
    """The minutes of the meeting that reviewed, service by service."""

    def test_what_was_found_of_each_service(self) -> None:
        found = ServiceReview(
            "R-01", "ppid", rich("Waktu terlalu lama"), ReviewResult.CHANGED, rich("Tujuh hari")
        )
        held = replace(meeting(), hadir=("KETUA", "KSB"))
        content = named(papers(year(*SERVICES, found, meetings=(held,))), "reviu").inputs().content
        (row,) = content["reviu"]  # type: ignore[misc]
        assert row["layanan"] == "Permohonan Informasi Publik"
        assert (words(row["temuan"]), row["hasil"]) == (["Waktu terlalu lama"], "Diubah")
        assert words(row["rekomendasi"]) == ["Tujuh hari"]
        assert [g["nama"] for g in content["hadir"]] == ["Nama Ketua", "Nama Kasubbag"]  # type: ignore[attr-defined]

    def test_a_meeting_that_is_to_review_gets_a_form_to_write_on(self) -> None:
        planned = replace(meeting(), acara="Kaji Ulang Standar Pelayanan", hadir=())
        paper = named(papers(year(*SERVICES, meetings=(planned,))), "reviu")
        assert paper.draft
        rows = paper.inputs().content["reviu"]
        assert [(row["layanan"], row["hasil"]) for row in rows] == [  # type: ignore[attr-defined]
            ("Permohonan Informasi Publik", ""),
            ("Meja Layanan Data Pemilih", ""),
        ]

    def test_other_meetings_get_none(self) -> None:
        assert not any("reviu" in name for name in names(papers(year(meetings=(meeting(),)))))


class TestChecks:
    """A standard is whole, says a thing once, and is reviewed by its name."""

    def test_missing_components_are_named(self) -> None:
        (finding,) = check_components(year(*service("PPID")[2:], *service("MEJA")))
        assert finding.code == "LAYANAN-KOMPONEN"
        assert (
            "PPID belum memuat persyaratan dan sistem, mekanisme, dan prosedur" in finding.message
        )

    def test_a_component_twice(self) -> None:
        (finding,) = check_components(year(*service("PPID"), service("PPID")[0]))
        assert finding.code == "LAYANAN-GANDA"

    def test_a_review_of_an_unknown_service(self) -> None:
        rows = (*SERVICES, ServiceReview("R-01", "MEJA"), ServiceReview("R-01", "IZIN"))
        (finding,) = check_reviewed_services(year(*rows))
        assert finding.message.startswith("Layanan IZIN tidak tercantum pada lembar Layanan")
