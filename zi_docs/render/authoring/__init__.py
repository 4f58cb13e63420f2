"""Authors of the Word templates: what `templates/` holds is what these write.

An office may edit the files in Word; `python generate.py templat baru` writes fresh ones.
"""

from collections.abc import Callable, Mapping

from zi_docs.render.authoring.decree import plan_decree
from zi_docs.render.authoring.initials import initials_sheet

AUTHORS: Mapping[str, Callable[[], bytes]] = {
    "keputusan-renaksi.docx": plan_decree,
    "lembar-paraf.docx": initials_sheet,
}
