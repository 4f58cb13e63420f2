"""Findings as people read them: one line a kind of fault, worst first, a total at the end."""

from zi_docs.cli import finding_lines
from zi_docs.findings import Finding, Place, error, note, suggestion, warning

BOOK = "zi-2026.xlsx"


def at(cell: str, sheet: str = "Rencana Aksi") -> Place:
    return Place(BOOK, sheet, cell)


def without_month(row: int) -> Finding:
    return warning("BULAN-TIADA", f"Baris RA-{row:03} tidak mempunyai bulan.", at(f"S{row}"))


def test_a_hundred_and_fifty_rows_with_one_fault_are_one_line() -> None:
    findings = [without_month(row) for row in (8, *range(12, 161))]
    assert finding_lines.lines(findings) == [
        f"{BOOK} › Rencana Aksi!S8, S12-S160: peringatan: Baris RA-008, RA-012, RA-013, RA-014, "
        "dan 146 lainnya tidak mempunyai bulan. [BULAN-TIADA]"
    ]


def test_a_single_finding_reads_as_it_always_did() -> None:
    assert finding_lines.lines([without_month(8)]) == [str(without_month(8))]


def test_other_faults_sheets_and_places_without_cell_stay_apart() -> None:
    other = warning("BULAN-TIADA", "Bulan tidak dikenal.", at("S9"))
    elsewhere = warning("BULAN-TIADA", "Baris RA-008 tidak mempunyai bulan.", at("S8", "Rapat"))
    results = [note("HASIL", f"Hasil {n} tetap.", Place(f"{n}.pdf")) for n in (1, 2)]
    findings = [without_month(8), other, elsewhere, *results]
    assert finding_lines.lines(findings) == [str(finding) for finding in findings]


def test_several_differing_parts_keep_what_belongs_together() -> None:
    """“KETA” may be “KETUA”; a list of all the first and all the second would not say so."""
    findings = [
        error("RUJUKAN-TIADA", "“KETA” tidak ada. Mungkin “KETUA”.", at("C5")),
        error("RUJUKAN-TIADA", "“ANGOTA” tidak ada. Mungkin “ANGGOTA”.", at("C6")),
    ]
    assert finding_lines.lines(findings) == [
        f"{BOOK} › Rencana Aksi!C5-C6: kesalahan: “KETA” tidak ada. Mungkin “KETUA”. "
        "(juga C6: “ANGOTA”, “ANGGOTA”) [RUJUKAN-TIADA]"
    ]


def misspelt(row: int, sheet: str = "Rencana Aksi") -> Finding:
    message = f"Ejaan “salah{row}” tidak baku; tuliskan “benar{row}”."
    return warning("BHS-EJA", message, at(f"D{row}", sheet))


def test_of_one_family_all_that_differs_is_listed_else_a_few() -> None:
    findings = [*map(misspelt, range(4, 11)), misspelt(4, "Narasi")]
    asked = finding_lines.by_sheet(findings)
    assert "D10: “salah10”, “benar10”) [BHS-EJA]" in "".join(asked)
    mixed = finding_lines.by_sheet([*findings, without_month(8)])
    (line,) = [line for line in mixed if "salah5" in line]
    assert line.endswith("D8: “salah8”, “benar8”; dan 2 yang serupa) [BHS-EJA]")


def test_the_worst_stands_first_and_a_total_last() -> None:
    findings = [note("C", "Sekadar tahu.", at("A1")), without_month(8)]
    findings += [without_month(9), error("A", "Salah.", at("B1", "Rapat"))]
    codes = [line.rsplit("[")[-1] for line in finding_lines.lines(findings)]
    assert codes == ["A]", "BULAN-TIADA]", "C]"]
    assert finding_lines.total(findings) == "1 kesalahan, 2 peringatan, 1 keterangan di 2 lembar"


def test_a_verb_that_makes_papers_tells_the_worst_and_names_periksa() -> None:
    findings: list[Finding] = [warning(f"W-{letter}", "Lihat.", at("A1")) for letter in "ABCD"]
    findings += [error("E", "Salah.", at("B1")), warning("KONSEP", "Konsep.", at("C1"))]
    codes = finding_lines.fewer(findings, 5, 4)
    assert [line.rsplit("[")[-1] for line in codes] == [
        "E]",
        "W-A]",
        "3 jenis temuan lain pada buku kerja; jalankan `periksa`.",
        "KONSEP]",
    ]
    assert finding_lines.fewer(findings, 5, 6) == finding_lines.lines(findings)


def test_what_was_found_while_making_leaves_the_workbook_less_room_but_some() -> None:
    book: list[Finding] = [warning(f"W-{letter}", "Lihat.", at("A1")) for letter in "ABCDEFGH"]
    for made, own in ((2, 7), (5, 4), (12, 3)):
        results = [note(f"N-{n}", f"Hasil {n}.", Place(f"{n}.pdf")) for n in range(made)]
        texts = finding_lines.fewer([*book, *results], len(book), 9)
        assert len(texts) == 9
        assert texts[own - 1].endswith("jenis temuan lain pada buku kerja; jalankan `periksa`.")
    assert texts[-1] == "7 jenis temuan lain tentang hasil; lihatlah dengan --json."


def test_findings_of_one_code_share_a_line_where_the_room_is_short() -> None:
    """Nine groups of a team without names fit; twenty share a line that names every cell."""
    seats = [
        warning("TIM-NAMA", f"Kelompok {chr(64 + n)} kosong.", at(f"D{2 * n}", "Tim"))
        for n in range(1, 21)
    ]
    assert finding_lines.fewer(seats[:9], 0, 9) == [str(finding) for finding in seats[:9]]
    papers = [error("HASIL-GAGAL", f"{n} gagal.", Place(f"{n}.pdf")) for n in range(1, 8)]
    assert finding_lines.fewer([*seats, *papers], 0, 9) == [
        "1.pdf; 2.pdf; 3.pdf; 4.pdf; 3 berkas lain: kesalahan: 1 gagal. (dan 6 yang serupa) "
        "[HASIL-GAGAL]",
        f"{BOOK} › Tim!D2, D4, D6, D8, D10, D12, D14, D16, D18, D20, D22, D24, D26, D28, D30, D32, "
        "D34, D36, D38, D40: peringatan: Kelompok A kosong. (dan 19 yang serupa) [TIM-NAMA]",
    ]


def test_cells_are_ordered_by_column_and_row() -> None:
    cells = ["AA3", "B10", "B9", "C1:C4", "B12", "AA3"]
    assert finding_lines.cell_ranges(cells) == "B9-B10, B12, AA3, C1:C4"


def test_more_cells_than_anybody_goes_to_are_counted() -> None:
    """Of a workbook in which every second cell is wrong no line fills screens."""
    cells = [f"{column}{row}" for column in "AB" for row in range(2, 302, 2)]
    ranges = finding_lines.cell_ranges(cells)
    assert ranges.startswith("A2, A4, A6") and ranges.endswith("A200, dan 200 tempat lain")
    findings = [
        error(f"E-{sheet}-{letter}", f"Salah {letter}.", at(f"{letter}{row}", sheet))
        for sheet in ("Rapat", "Tim", "Narasi", "Peraturan")
        for letter in "ABC"
        for row in range(2, 302, 2)
    ]
    assert max(map(len, finding_lines.fewer(findings, len(findings), 5))) < 1500


def test_a_list_of_all_that_differs_has_an_end() -> None:
    findings = [
        error("E", f"Nama “{row} {'x' * 190}” rangkap.", at(f"C{row}")) for row in range(90)
    ]
    (line,) = finding_lines.by_sheet(findings)
    assert len(line) < 4100
    assert line.endswith(f"dan “89 {'x' * 190}” rangkap. [E]")


def test_errors_that_have_no_room_keep_their_cells() -> None:
    """Ten lines at most, and no error without its cell."""
    findings: list[Finding] = [
        error(f"E-{letter}", f"Salah {letter}.", at(f"{letter}7", "Rapat")) for letter in "ABCDEF"
    ]
    findings += [warning("W", "Lihat.", at("A1")), error("FILE", "Rusak.", Place("foto"))]
    assert finding_lines.fewer(findings, len(findings), 5)[3:] == [
        "Kesalahan lain: Rapat!D7, E7, F7; foto.",
        "1 jenis temuan lain pada buku kerja; jalankan `periksa`.",
    ]


def test_a_suggestion_never_takes_the_room_of_a_warning() -> None:
    findings: list[Finding] = [
        suggestion(f"S-{letter}", f"Lebih baik {letter}.", at("A1")) for letter in "ABCDEFGHIJ"
    ]
    findings += [without_month(8)]
    first, *_, last = finding_lines.fewer(findings, len(findings), 4)
    assert first == str(without_month(8))
    assert last == "8 jenis temuan lain pada buku kerja; jalankan `periksa`."


def test_all_lines_stand_under_their_sheet_the_worst_first() -> None:
    findings = [without_month(8), error("A", "Salah.", at("B1", "Rapat")), without_month(9)]
    assert finding_lines.by_sheet(findings) == [
        f"{BOOK} › Rapat: 1 kesalahan",
        f"{BOOK} › Rapat!B1: kesalahan: Salah. [A]",
        "",
        f"{BOOK} › Rencana Aksi: 2 peringatan",
        f"{BOOK} › Rencana Aksi!S8-S9: peringatan: Baris RA-008 dan RA-009 tidak mempunyai bulan. "
        "[BULAN-TIADA]",
        "",
    ]
    assert finding_lines.families(findings) == "BULAN 2, A 1"
