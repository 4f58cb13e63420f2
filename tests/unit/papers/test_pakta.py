"""What people sign at the start of a year: whose papers, what they say, who has signed."""

from __future__ import annotations

from dataclasses import replace

from tests.cases.plans import plan, rich
from tests.cases.products import named, names
from zi_docs.catalog import catalog
from zi_docs.checks.people_rules import check_declared_interests
from zi_docs.findings import Place, error
from zi_docs.model import Official, Plan
from zi_docs.papers import pakta
from zi_docs.papers.sheets_read import Concern
from zi_docs.product import Product
from zi_docs.revision.states import Year
from zi_docs.text import Flow
from zi_docs.workbook.sheets.pledge_sheets import DeclaredInterest, InterestState
from zi_docs.workbook.sheets.text_sheets import TEKS_NASKAH, PaperText, WordingPart

FREE = DeclaredInterest("KETUA", InterestState.FREE)
PRINTING = DeclaredInterest(
    "KSB", InterestState.CONFLICT, "Saudara memiliki percetakan", "Pengadaan", "Tidak menilai"
)


def declared(*interests: DeclaredInterest) -> Plan:
    """The small plan: a Ketua, a Sekretaris without a name yet, a head of a subdivision."""
    return replace(plan(), records=interests)


def papers(of: Plan, signed: frozenset[str] = frozenset()) -> list[Product]:
    (topic,) = catalog(Year(of, signed=signed)).about([pakta.FAMILY])
    return topic.compose()


def paper(of: Plan, name: str) -> Product:
    return named(papers(of), name)


def words(flow: object) -> list[str]:
    assert isinstance(flow, Flow)
    return [paragraph.text.plain for paragraph in flow.paragraphs]


def personal(of: Plan) -> set[str]:
    return {name for name in names(papers(of)) if name.count("/") == 2}


class TestNames:
    """A person's papers stay the same whoever else comes or goes."""

    def test_others_come_and_go(self) -> None:
        before, chief = plan(), plan().officials[0]
        others = replace(before, officials=(Official("BARU", "Anggota", "Orang Baru"), chief))
        assert personal(before) & personal(others) == {
            "pakta/KETUA-nama-ketua/pakta-integritas",
            "pakta/KETUA-nama-ketua/benturan-kepentingan",
        }
        own = "pakta/KETUA-nama-ketua/pakta-integritas"
        assert paper(before, own).inputs() == paper(others, own).inputs()

    def test_a_new_person_in_a_post_gets_new_papers(self) -> None:
        first, *others = plan().officials
        followed = replace(
            plan(), officials=(replace(first, nama="Dr. Rina Contoh, M.Si."), *others)
        )
        assert personal(followed) - personal(plan()) == {
            "pakta/KETUA-rina-contoh/pakta-integritas",
            "pakta/KETUA-rina-contoh/benturan-kepentingan",
        }

    def test_a_title_that_was_added_makes_nobody_sign_anew(self) -> None:
        first, *others = plan().officials
        titled = replace(plan(), officials=(replace(first, nama="Nama Ketua, S.H."), *others))
        assert personal(titled) == personal(plan())


class TestStatements:
    """They say what people declared, and ask them where they did not."""

    def test_who_is_free_says_so(self) -> None:
        free = paper(declared(FREE), "pakta/KETUA-nama-ketua/benturan-kepentingan")
        content = free.inputs().content
        assert content["judul"] == "PERNYATAAN BEBAS BENTURAN KEPENTINGAN"
        assert (content["kepentingan"], content["pilihan"]) == ([], [])
        assert len(words(content["butir"])) == 3
        assert not free.draft

    def test_who_has_interests_lists_them(self) -> None:
        content = paper(declared(PRINTING), "pakta/KSB-nama-kasubbag/benturan-kepentingan").inputs()
        assert content.content["judul"] == "PERNYATAAN POTENSI BENTURAN KEPENTINGAN"
        assert content.content["kepentingan"] == [
            {
                "nomor": "1",
                "kepentingan": "Saudara memiliki percetakan",
                "tugas": "Pengadaan",
                "pengendalian": "Tidak menilai",
            }
        ]

    def test_the_pledge_tells_of_no_interest(self) -> None:
        pledge = paper(declared(PRINTING), "pakta/KSB-nama-kasubbag/pakta-integritas")
        assert pledge.inputs().content["kepentingan"] == []

    def test_of_whom_nothing_is_known_gets_a_draft_to_tick(self) -> None:
        form = paper(declared(FREE), "pakta/KSB-nama-kasubbag/benturan-kepentingan")
        content = form.inputs().content
        assert len(content["pilihan"]) == 2  # type: ignore[arg-type]
        assert {row["kepentingan"] for row in content["kepentingan"]} == {""}  # type: ignore[attr-defined]
        assert form.draft

    def test_whoever_is_not_named_signs_a_draft(self) -> None:
        drafts = {product.name for product in papers(declared(FREE)) if product.draft}
        assert "pakta/SEK/pakta-integritas" in drafts
        assert "pakta/KETUA-nama-ketua/pakta-integritas" not in drafts

    def test_an_interest_without_words_is_a_blank_and_a_draft(self) -> None:
        silent = replace(PRINTING, kepentingan="")
        assert paper(declared(silent), "KSB-nama-kasubbag/benturan-kepentingan").draft
        (finding,) = check_declared_interests(declared(silent))
        assert finding.code == "BENTURAN-URAIAN"

    def test_nobody_is_free_and_has_interests(self) -> None:
        (finding,) = check_declared_interests(declared(FREE, replace(PRINTING, pejabat="ketua")))
        assert finding.code == "BENTURAN-GANDA"
        assert list(check_declared_interests(declared(FREE, PRINTING))) == []


class TestTexts:
    """The office's own words, else those that a new workbook is given."""

    def test_the_program_has_texts_of_every_paper(self) -> None:
        kinds = [(row["naskah"], row["bagian"]) for row in TEKS_NASKAH.starting]
        own = {paper.value for paper in pakta.PledgePaper}
        assert {kind for kind in kinds if kind[0] in own} == {
            (name, part.value) for name in own for part in WordingPart
        }
        pledge = paper(plan(), "pakta/KETUA-nama-ketua/pakta-integritas").inputs().content
        assert len(words(pledge["butir"])) == kinds.count(("Pakta Integritas", "Butir")) == 9

    def test_an_office_words_one_paper_and_leaves_the_others(self) -> None:
        own = PaperText("Pakta Integritas", WordingPart.ITEM, rich("jujur."))
        worded = replace(declared(FREE), records=(FREE, own))
        pledge, statement = (product.inputs().content for product in papers(worded)[:2])
        assert words(pledge["butir"]) == ["jujur."]
        assert len(words(statement["butir"])) == 3


class TestRecap:
    """It counts what came back signed, and the matrix what was declared."""

    SIGNED = frozenset({"pakta/KETUA-nama-ketua/pakta-integritas"})

    def test_who_has_signed(self) -> None:
        recap = named(papers(declared(FREE, PRINTING), self.SIGNED), "rekap-pakta")
        content = recap.inputs().content
        assert str(content["ringkasan"]).startswith(
            "Pakta Integritas sudah ditandatangani oleh 1 dari 3 orang, dan pernyataan benturan "
            "kepentingan oleh 0 dari 3 orang."
        )
        told = [(r["pakta"], r["pernyataan"], r["isi"]) for r in content["baris"]]  # type: ignore[attr-defined]
        assert told == [
            ("Sudah", "Belum", "Bebas"),
            ("Belum", "Belum", "Belum menyatakan"),
            ("Belum", "Belum", "Potensi (1)"),
        ]
        assert [lack.what for lack in recap.lacks] == [
            "nama 1 orang",
            "tanda tangan Pakta Integritas 2 orang",
            "tanda tangan pernyataan benturan kepentingan 3 orang",
        ]

    def test_a_signature_makes_no_other_paper_anew(self) -> None:
        before, after = (papers(declared(FREE), signed) for signed in (frozenset(), self.SIGNED))
        changed = [a.name for a, b in zip(before, after, strict=True) if a.inputs() != b.inputs()]
        assert changed == ["pakta/rekap-pakta"]

    def test_the_matrix_lists_the_interests_and_waits_for_everybody(self) -> None:
        matrix = paper(declared(FREE, PRINTING), "matriks-benturan")
        content = matrix.inputs().content
        assert content["ringkasan"] == (
            "Sudah menyatakan: 2 dari 3 orang. Potensi benturan kepentingan yang dinyatakan: 1."
        )
        assert [row["nama"] for row in content["baris"]] == ["Nama Kasubbag"]  # type: ignore[attr-defined]
        assert [(lack.what, lack.draft) for lack in matrix.lacks] == [
            ("pernyataan benturan kepentingan 1 orang", True)
        ]
        everybody = declared(FREE, PRINTING, replace(FREE, pejabat="SEK"))
        assert not paper(everybody, "matriks-benturan").draft


def test_the_bundle_holds_the_papers_of_everybody_and_nothing_that_changes_later() -> None:
    of_all = papers(plan())
    assert set(named(of_all, "bundel/pakta-2026").needs) == personal(plan())


def test_a_faulty_declaration_stops_only_what_tells_of_it() -> None:
    year = declared(FREE, PRINTING)
    finding = error("WB-PILIHAN", "", Place("zi.xlsx", "Benturan Kepentingan", "B5"))
    concern, own = Concern.of(year), replace(finding, owners=frozenset({"ksb"}))
    assert [p.name for p in papers(year) if concern.touches(own, p.about, p.kind)] == [
        "pakta/KSB-nama-kasubbag/benturan-kepentingan",
        "pakta/rekap-pakta",
        "pakta/matriks-benturan",
    ]
