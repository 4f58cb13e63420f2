"""The map of what the plan can score: its words, its picture, when it is made."""

from __future__ import annotations

from dataclasses import replace

from tests.cases.plans import activity, plan
from zi_docs.catalog import catalog
from zi_docs.charts.drawings import Diagram, ScoreBar
from zi_docs.model import Plan, Realisation
from zi_docs.papers.peta_lke import score_map
from zi_docs.product import Family
from zi_docs.revision.states import Year
from zi_docs.specimens import specimens

AREA = "V PENGUATAN PENGAWASAN"


def coded() -> Plan:
    """Complaints evaluated three times a year (0.375 points), their share settled (0 to 3)."""
    rows = (
        replace(activity("RA-001", AREA, "Pengaduan", 4, 8, 12), lke="PPE3C"),
        replace(activity("RA-002", AREA, "Pengaduan", 12), lke="PRE2A"),
    )
    return replace(plan(), activities=rows)


def test_it_says_what_the_plan_can_score_and_that_it_judges_nothing() -> None:
    context = score_map(coded()).context
    assert str(context["ringkasan"]).startswith("Bila seluruh rencana aksi ini")
    assert "bukan penilaian" in str(context["peringatan"])
    assert "Nomor 90 Tahun 2021" in str(context["peringatan"])
    areas = {row["nomor"]: row for row in context["area"]}  # type: ignore[attr-defined]
    assert areas["V"] == {
        "nomor": "V",
        "nama": "PENGUATAN PENGAWASAN",
        "pemenuhan": "0,38",
        "reform": "0,00–3,00",
        "nilai": "0,38–3,38",
        "bobot": "15",
        "ambang_1": "9,00 tidak tercapai",
        "ambang_2": "11,25 tidak tercapai",
    }
    assert context["jumlah"] == {
        "nama": "Jumlah",
        "pemenuhan": "0,38",
        "reform": "0,00–3,00",
        "nilai": "0,38–3,38",
        "bobot": "60",
        "ambang_1": "40,00 tidak tercapai",
        "ambang_2": "48,00 tidak tercapai",
    }
    assert len(context["belum"]) == 108  # type: ignore[arg-type]
    assert context["terlaksana"] == "Belum ada realisasi yang dilaporkan."


def test_the_picture_shows_the_bounds_in_percent_of_the_weight() -> None:
    (picture,) = score_map(coded()).context["gambar"]  # type: ignore[misc, attr-defined]
    diagram = picture["gambar"]
    assert isinstance(diagram, Diagram)
    bars, limits = diagram.figures
    assert limits == (("WBK", 60.0), ("WBBM", 75.0))
    assert bars[4] == ScoreBar(AREA, 2.5, 22.5, "0,38–3,38 dari 15")  # type: ignore[index]
    assert "V PENGUATAN PENGAWASAN 2,5% sampai dengan 22,5%" in diagram.description


def test_what_was_earned_so_far_is_said() -> None:
    done = replace(coded(), realisations=(Realisation("RA-001", 4, persen=100),))
    assert score_map(done).context["terlaksana"] == (
        "Menurut realisasi yang sudah dilaporkan, pengungkit bernilai 0,19."
    )


def test_what_was_earned_so_far_stands_by_area() -> None:
    """Once of three times, without evidence; nothing of the share of complaints settled."""
    assert score_map(coded()).context["diperoleh"] == []
    done = replace(coded(), realisations=(Realisation("RA-001", 4, persen=100),))
    areas = {row["nomor"]: row for row in score_map(done).context["diperoleh"]}  # type: ignore[attr-defined]
    assert areas["V"] == {
        "nomor": "V",
        "nama": "PENGUATAN PENGAWASAN",
        "nilai": "0,38–3,38",
        "bobot": "15",
        "terlaksana": "0,19",
        "berbukti": "0,00",
        "butir_terlaksana": "1 dari 2",
        "butir_berbukti": "0 dari 2",
    }
    proved = replace(done, realisations=(Realisation("RA-001", 4, persen=100, bukti_ada="Ada"),))
    rows = score_map(proved).context["diperoleh"]
    assert rows[4]["berbukti"] == "0,19"  # type: ignore[index]
    assert "berkasnya tidak diperiksa" in str(score_map(proved).context["arti_diperoleh"])


def test_it_is_made_on_request_and_only_of_a_plan_with_codes() -> None:
    (product,) = [p for t in catalog(Year(coded())).about([Family.LKE]) for p in t.compose()]
    assert (product.name, product.on_request) == ("lke/peta-lke", True)
    assert catalog(Year(plan())).about([Family.LKE]) == []
    templates = [each.template for each in specimens(Year(plan()))]
    assert templates.count("peta-lke.docx") == 1
