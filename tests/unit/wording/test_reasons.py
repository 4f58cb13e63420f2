"""A reason must say what was found wrong or what changed."""

from __future__ import annotations

import pytest

from zi_docs.wording.reasons import is_empty_formula


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "-",
        "…",
        "bahwa dalam rangka penyesuaian dengan kebutuhan pelaksanaannya, Keputusan sebagaimana "
        "dimaksud dalam huruf a perlu diubah",
        "sehubungan dengan adanya perkembangan keadaan, perlu dilakukan perubahan",
        "untuk penyempurnaan rencana aksi",
    ],
)
def test_what_would_fit_every_amendment_is_no_reason(reason: str) -> None:
    assert is_empty_formula(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "jadwal berubah",
        "hasil evaluasi Triwulan I menunjukkan bahwa survei belum terlaksana",
        "target belum realistis",
        "terdapat kesalahan penulisan pada Area II",
    ],
)
def test_what_was_found_or_changed_is_one(reason: str) -> None:
    assert not is_empty_formula(reason)
