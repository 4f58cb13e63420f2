"""Authors of the Word templates: what `templates/` holds is what these write.

An office may edit the files in Word; `python generate.py templat baru` writes fresh ones.
"""

from collections.abc import Callable, Mapping

from tools.template_authors.abstract import abstract
from tools.template_authors.attendance import attendance
from tools.template_authors.change_matrix import change_matrix
from tools.template_authors.documentation import documentation
from tools.template_authors.initials import initials_sheet
from tools.template_authors.invitation import invitation
from tools.template_authors.minutes import minutes, report
from tools.template_authors.monev_form import monitoring_form
from tools.template_authors.monev_report import monev_report
from tools.template_authors.plan_annex import plan_decree
from tools.template_authors.recap import recap
from tools.template_authors.team_annex import team_decree

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
