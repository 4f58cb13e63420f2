"""Authors of the Word templates: what `templates/` holds is what these write.

An office may edit the files in Word; `python generate.py templat baru` writes fresh ones.
"""

from collections.abc import Callable, Mapping

from zi_docs.render.authoring.abstract import abstract
from zi_docs.render.authoring.attendance import attendance
from zi_docs.render.authoring.change_matrix import change_matrix
from zi_docs.render.authoring.documentation import documentation
from zi_docs.render.authoring.initials import initials_sheet
from zi_docs.render.authoring.invitation import invitation
from zi_docs.render.authoring.minutes import minutes, report
from zi_docs.render.authoring.monev_form import monitoring_form
from zi_docs.render.authoring.monev_report import monev_report
from zi_docs.render.authoring.plan_annex import plan_decree
from zi_docs.render.authoring.recap import recap
from zi_docs.render.authoring.team_annex import team_decree

AUTHORS: Mapping[str, Callable[[], bytes]] = {
    "abstrak-jdih.docx": abstract,
    "formulir-monev.docx": monitoring_form,
    "keputusan-renaksi.docx": plan_decree,
    "keputusan-tim.docx": team_decree,
    "lembar-paraf.docx": initials_sheet,
    "laporan-monev.docx": monev_report,
    "rekap-capaian.docx": recap,
    "matriks-perubahan.docx": change_matrix,
    "undangan.docx": invitation,
    "daftar-hadir.docx": attendance,
    "notula.docx": minutes,
    "dokumentasi.docx": documentation,
    "laporan.docx": report,
}
