"""The authors of the built-in Word templates: a program for maintainers, not part of the package.

The master of the templates is the folder `templates/`: its files are edited in Word, and nothing
in `zi_docs` writes them. The authors only give a file to start from when a template has to be
drawn anew; what they write may differ from what `templates/` holds today.

    python -m tools.template_authors --ke DIR                  writes all of them
    python -m tools.template_authors undangan.docx --ke DIR    writes the named ones
"""

from collections.abc import Callable, Mapping

from tools.template_authors.abstract_template import abstract
from tools.template_authors.attendance_template import attendance
from tools.template_authors.comparison_template import comparison
from tools.template_authors.complaint_template import complaint_recap, complaint_register
from tools.template_authors.documentation_template import documentation
from tools.template_authors.follow_up_template import ledger
from tools.template_authors.initials_template import initials_sheet
from tools.template_authors.invitation_template import invitation
from tools.template_authors.lke_map_template import lke_map
from tools.template_authors.matrix_template import change_matrix
from tools.template_authors.minutes_template import minutes, report
from tools.template_authors.monev_form_template import long_monitoring_form, monitoring_form
from tools.template_authors.monev_report_template import monev_report
from tools.template_authors.office_letter_templates import assignment, covering, note
from tools.template_authors.plan_decree_template import plan_decree
from tools.template_authors.pledge_template import interest_matrix, pledge_recap, statement
from tools.template_authors.plenary_template import plenary_minutes
from tools.template_authors.recap_template import recap
from tools.template_authors.risk_template import control_card, control_plan, risk_register
from tools.template_authors.service_template import notice as service_notice
from tools.template_authors.service_template import service_decree, service_review
from tools.template_authors.staff_template import (
    certificate,
    ranking,
    roster,
    training_effects,
    training_needs,
    training_recap,
)
from tools.template_authors.survey_templates import survey_notice, survey_report
from tools.template_authors.team_decree_template import team_decree
from tools.template_authors.theme_template import thematic_report

AUTHORS: Mapping[str, Callable[[], bytes]] = {
    "abstrak-jdih.docx": abstract,
    "formulir-monev.docx": monitoring_form,
    "formulir-monev-panjang.docx": long_monitoring_form,
    "keputusan-renaksi.docx": plan_decree,
    "keputusan-tim.docx": team_decree,
    "lembar-paraf.docx": initials_sheet,
    "laporan-monev.docx": monev_report,
    "rekap-capaian.docx": recap,
    "banding-capaian.docx": comparison,
    "peta-lke.docx": lke_map,
    "matriks-perubahan.docx": change_matrix,
    "undangan.docx": invitation,
    "daftar-hadir.docx": attendance,
    "notula.docx": minutes,
    "berita-acara.docx": plenary_minutes,
    "dokumentasi.docx": documentation,
    "laporan.docx": report,
    "pernyataan.docx": statement,
    "rekap-pakta.docx": pledge_recap,
    "matriks-benturan.docx": interest_matrix,
    "buku-tindak-lanjut.docx": ledger,
    "surat-tugas.docx": assignment,
    "nota-dinas.docx": note,
    "surat-pengantar.docx": covering,
    "laporan-tematik.docx": thematic_report,
    "register-pengaduan.docx": complaint_register,
    "rekap-pengaduan.docx": complaint_recap,
    "register-risiko.docx": risk_register,
    "rencana-tindak-pengendalian.docx": control_plan,
    "kartu-kendali.docx": control_card,
    "nominatif.docx": roster,
    "kebutuhan-diklat.docx": training_needs,
    "rekap-diklat.docx": training_recap,
    "monitoring-diklat.docx": training_effects,
    "rekap-penilaian.docx": ranking,
    "piagam.docx": certificate,
    "keputusan-layanan.docx": service_decree,
    "maklumat.docx": service_notice,
    "berita-acara-reviu.docx": service_review,
    "laporan-survei.docx": survey_report,
    "pengumuman-survei.docx": survey_notice,
}
"""Template name -> the function that writes it; the same author always gives the same bytes."""
