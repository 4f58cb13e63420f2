"""The plan of a year as immutable records; each datum knows the cell it came from.

Records hold what the workbook says, typed, with the tokens of office and year already filled.
References stay IDs; `Plan` looks them up. Nothing here knows of Excel or Word.
"""

from zi_docs.model.acceptance import Acceptance
from zi_docs.model.activity import CLOSED, OPEN, Activity, Realisation
from zi_docs.model.area import (
    Area,
    Component,
    areas_of,
    components_by_row,
    listed_areas,
    place_of,
)
from zi_docs.model.decree import (
    AmendmentForm,
    Consideration,
    Decree,
    DecreeKind,
    Level,
    Part,
    Passage,
    Regulation,
    Revision,
    Signing,
    TeamSeat,
)
from zi_docs.model.duty import Duty
from zi_docs.model.follow_up import FollowUpSource, RecordedFollowUp
from zi_docs.model.meeting import (
    PLENARY,
    GivenNumber,
    Meeting,
    NumberPattern,
    Photo,
    RowPhotos,
    follow_up_parts,
)
from zi_docs.model.office import Agency, Office, Official, PaperSettings, Participant, Voice
from zi_docs.model.origin import Origin, folded_id, same_id
from zi_docs.model.plan import Guest, KeptState, Plan
from zi_docs.model.report_text import ReportPart, ReportText

__all__ = [
    "CLOSED",
    "OPEN",
    "PLENARY",
    "Acceptance",
    "Activity",
    "Agency",
    "AmendmentForm",
    "Area",
    "Component",
    "Consideration",
    "Decree",
    "DecreeKind",
    "Duty",
    "FollowUpSource",
    "GivenNumber",
    "Guest",
    "KeptState",
    "Level",
    "Meeting",
    "NumberPattern",
    "Office",
    "Official",
    "Origin",
    "PaperSettings",
    "Part",
    "Participant",
    "Passage",
    "Photo",
    "Plan",
    "Realisation",
    "RecordedFollowUp",
    "Regulation",
    "ReportPart",
    "ReportText",
    "Revision",
    "RowPhotos",
    "Signing",
    "TeamSeat",
    "Voice",
    "areas_of",
    "components_by_row",
    "folded_id",
    "follow_up_parts",
    "listed_areas",
    "place_of",
    "same_id",
]
