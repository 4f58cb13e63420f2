"""The decree on a team as data: seats, tasks, and what makes it a draft."""

from __future__ import annotations

from dataclasses import replace

from tests.cases.plans import plan
from tests.cases.products import named, names, subject
from tests.cases.teams import seat, whole_team, with_team
from zi_docs.findings import Finding
from zi_docs.model import Official, Plan, TeamSeat, Voice
from zi_docs.papers import keputusan as decrees
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.sk_tim import LINE, tasks, team_keeps, team_table
from zi_docs.papers.tabel_renaksi import CLOSING
from zi_docs.product import Family, Product
from zi_docs.text import Flow

START = Pagination()


def of_decree(year: Plan) -> list[Product]:
    return decrees.products(year, year.decrees[0], subject(Family.TEAM_DECREE, "sk-tim"))


def original(year: Plan) -> Product:
    return named(of_decree(year), "-asli")


def told(year: Plan) -> list[Finding]:
    return [finding for product in of_decree(year) for finding in product.inputs().findings]


def codes(year: Plan) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.place.cell) for finding in told(year)]


def printed(year: Plan, *seats: TeamSeat) -> list[list[object]]:
    """The table as it is read: headings of groups, and the cells of each row."""
    lines: list[list[object]] = []
    for group in team_table(year, seats or year.seats, START):
        if isinstance(group["nama"], Flow):
            lines.append([group["nama"].paragraphs[0].text.plain])
        for row in group["baris"]:  # type: ignore[attr-defined]
            name = row["nama"].paragraphs[0].text.plain
            lines.append([row["nomor"], name, row["nip"], row["jabatan"], row["kedudukan"]])
    return lines


def listed(*seats: TeamSeat) -> list[tuple[str, str]]:
    return [(p.style, p.text.plain) for p in tasks(seats, START).paragraphs]


def test_seats_by_group_with_numbers_that_go_on() -> None:
    assert printed(with_team(*whole_team())) == [
        # A commissioner has no NIP.
        [1, "Nama Ketua", "-", "Ketua", "Pengarah"],
        ["Pokja I"],
        [2, "Nama Kasubbag", "198001012005011001", "Kepala Subbagian Hukum", "Koordinator"],
        [3, "Nama Staf", "199001012015011002", "Pelaksana", "Anggota"],
    ]


def test_a_seat_nobody_is_named_for_is_a_line_and_its_position() -> None:
    year = with_team(
        seat("Penanggung Jawab", "SEK"), seat("Anggota", kelompok="Pokja I", jabatan="Pegawai")
    )
    assert printed(year) == [
        [1, LINE, "", "Sekretaris", "Penanggung Jawab"],
        ["Pokja I"],
        [2, LINE, "", "Pegawai", "Anggota"],
    ]


def test_tasks_are_listed_by_position_and_by_group() -> None:
    assert listed(
        seat("Ketua", tugas="- memimpin;\n- melaporkan."),
        seat("Anggota"),
        seat("Koordinator", kelompok="Pokja I", tugas="menata"),
        seat("Koordinator", kelompok="Pokja II", tugas="mengarahkan"),
        seat("Anggota", kelompok="Pokja II", tugas="menyiapkan"),
        seat("Anggota", kelompok="Pokja II", tugas="menyiapkan"),
    ) == [
        ("Judul Tugas", "Ketua"),
        ("Tugas", "memimpin;"),
        ("Tugas", "melaporkan."),
        # Only one position of the group has tasks: they are the group's.
        ("Judul Tugas", "Pokja I"),
        ("Tugas Tunggal", "menata."),
        ("Judul Tugas", "Koordinator Pokja II"),
        ("Tugas Tunggal", "mengarahkan."),
        ("Judul Tugas", "Anggota Pokja II"),
        ("Tugas Tunggal", "menyiapkan."),
    ]


def test_a_small_group_stays_together_and_the_closing_block_has_company() -> None:
    assert team_keeps(whole_team()) == [
        Keep("kelompok1", "kedudukan2"),
        Keep("kelompok1", CLOSING),
    ]
    assert team_keeps((seat("Ketua"), seat("Anggota"))) == [Keep("kedudukan1", CLOSING)]
    assert team_keeps((seat("Ketua", tugas="memimpin"),)) == [Keep("tugasTerakhir", CLOSING)]
    large = tuple(seat("Anggota", kelompok="Pokja") for _ in range(9))
    assert team_keeps(large) == [Keep("kelompok0", "kedudukan0"), Keep("kedudukan8", CLOSING)]
    assert team_keeps(()) == []


def test_headings_of_groups_are_repeated_where_one_may_run_over_a_page() -> None:
    """All or none: a heading that is repeated ends with its table, at the next group's."""
    leaders = [seat("Pengarah", "KETUA") for _ in range(9)]
    small = [seat("Anggota", kelompok="Pokja I") for _ in range(3)]
    large = [seat("Anggota", kelompok="Pokja II") for _ in range(40)]
    for seats, repeated in (((*leaders, *small), False), ((*leaders, *small, *large), True)):
        groups = team_table(with_team(*seats), seats, Pagination())
        assert {group["berulang"] for group in groups} == {repeated}


def test_the_lampiran_bears_the_name_of_the_team() -> None:
    year = with_team(*whole_team())
    context = decrees.original(year, year.decrees[0]).context
    assert context["judul_lampiran"] == "SUSUNAN TIM CONTOH TAHUN 2026"
    year = with_team(seat("Ketua", "KETUA", tugas="memimpin"))
    context = decrees.original(year, year.decrees[0]).context
    assert context["judul_lampiran"] == "TIM CONTOH TAHUN 2026"
    assert context["ada_tugas"] is True


def test_the_signer_decides_the_heading() -> None:
    year = with_team(*whole_team(), penanda_tangan="SEK")
    context = decrees.original(year, year.decrees[0]).context
    assert context["kepala"] == "KEPUTUSAN SEKRETARIS KOMISI PEMILIHAN UMUM"
    assert str(context["menetapkan"]).startswith("KEPUTUSAN SEKRETARIS KOMISI PEMILIHAN UMUM KAB")
    signature = context["penanda_tangan"]
    assert signature["jabatan"] == "SEKRETARIS\nKOMISI PEMILIHAN UMUM"  # type: ignore[index]


def test_a_whole_decree_is_no_draft_and_is_copied() -> None:
    year = with_team(*whole_team())
    assert (original(year).template, original(year).draft) == ("keputusan-tim.docx", False)
    assert codes(year) == []
    assert names(of_decree(year)) == [
        "keputusan/sk-tim-paraf",
        "keputusan/sk-tim-asli",
        "keputusan/sk-tim-salinan",
    ]


def test_number_and_date_may_wait_without_a_mark() -> None:
    year = with_team(*whole_team(), nomor="", tanggal=None)
    assert not original(year).draft
    assert original(year).inputs().form["tanda konsep"] == ""
    assert [code for code, _ in codes(year)] == ["KEP-SALINAN"]


def test_missing_names_make_a_draft_without_copy_and_are_told() -> None:
    year = with_team(
        seat("Pengarah", "KETUA"),
        seat("Penanggung Jawab", "SEK"),
        seat("Koordinator", kelompok="Pokja I"),
        seat("Anggota", kelompok="Pokja I"),
        seat("Anggota", kelompok="Pokja I"),
    )
    assert original(year).draft
    assert original(year).inputs().form["tanda konsep"] == "KONSEP"
    assert names(of_decree(year)) == ["keputusan/sk-tim-paraf", "keputusan/sk-tim-asli"]
    assert codes(year) == [("TIM-NAMA", "D6"), ("KEP-NAMA", "B6"), ("KEP-KONSEP", "A4")]
    assert told(year)[0].message == (
        "Keputusan sk-tim: 3 kedudukan pada Pokja I belum ada pejabatnya (Koordinator dan "
        "2 Anggota); isilah kolom Pejabat."
    )


def test_a_member_without_nip_and_a_team_without_seats() -> None:
    year = with_team(*whole_team())
    bare = tuple(replace(o, nip="") if o.id == "STAF" else o for o in year.officials)
    assert codes(replace(year, officials=bare))[0] == ("TIM-NIP", "C8")
    assert codes(with_team())[0] == ("TIM-KOSONG", "A4")


def test_an_empty_part_makes_a_draft() -> None:
    year = with_team(*whole_team(), considerations=())
    assert original(year).draft


def test_the_plan_decree_follows_the_same_rule() -> None:
    year = plan()
    assert not original(year).draft
    unnamed = replace(year, officials=(Official("KETUA", "Ketua", atas_nama=Voice.OFFICE),))
    assert original(unnamed).draft
