"""Starting texts of the usual team decrees, which a new workbook offers to be worked over.

Written for this project; the regulations cited are to be compared with the law in force. Nobody
is named: seats hold the positions that every KPU office has, or wait for the office to fill them.
"""

from __future__ import annotations

from collections.abc import Sequence

from zi_docs.workbook.starters.change_agents import CHANGE_AGENTS
from zi_docs.workbook.starters.gratification import GRATIFICATION
from zi_docs.workbook.starters.internal_control import INTERNAL_CONTROL
from zi_docs.workbook.starters.regulations import REGULATIONS
from zi_docs.workbook.starters.rows import DIRECTORS
from zi_docs.workbook.starters.work_team import WORK_TEAM
from zi_docs.workbook.writing.cell_values import Values

STARTERS = (WORK_TEAM, CHANGE_AGENTS, GRATIFICATION, INTERNAL_CONTROL)


def starting_rows() -> dict[str, Sequence[Values]]:
    """Rows by sheet and column key: officials without names, regulations, decrees, teams."""
    return {
        "pejabat": _officials(),
        "peraturan": REGULATIONS,
        "keputusan": [starter.decree() for starter in STARTERS],
        "konsiderans": [row for starter in STARTERS for row in starter.considerations()],
        "tim": [row for starter in STARTERS for row in starter.team()],
    }


def _officials() -> list[Values]:
    chair, *others = DIRECTORS
    commission = {"kelompok": "Komisioner"}
    return [
        {"id": chair, "jabatan": "Ketua", "atas_nama": "Lembaga", **commission},
        *({"id": one, "jabatan": "Anggota", **commission} for one in others),
        {"id": "SEKRETARIS", "jabatan": "Sekretaris", "kelompok": "Sekretariat"},
    ]
