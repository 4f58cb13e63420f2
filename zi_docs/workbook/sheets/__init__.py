"""The workbook's sheets, declared: the one description of every sheet and column."""

from zi_docs.workbook.sheets.accepted_sheets import DITERIMA
from zi_docs.workbook.sheets.complaint_sheets import PENGADUAN
from zi_docs.workbook.sheets.decree_sheets import KEPUTUSAN, KONSIDERANS, NARASI, REVISI
from zi_docs.workbook.sheets.follow_up_sheets import TINDAK_LANJUT
from zi_docs.workbook.sheets.layout_sheets import TATA_LETAK
from zi_docs.workbook.sheets.letter_sheets import SURAT
from zi_docs.workbook.sheets.list_sheets import PETUNJUK, REFERENSI
from zi_docs.workbook.sheets.meeting_sheets import NOMOR, PESERTA, POLA_NOMOR, RAPAT
from zi_docs.workbook.sheets.office_sheets import INSTANSI, PEJABAT
from zi_docs.workbook.sheets.plan_sheets import LAPORAN, REALISASI, RENCANA_AKSI, TIM
from zi_docs.workbook.sheets.pledge_sheets import BENTURAN
from zi_docs.workbook.sheets.regulation_sheets import PERATURAN
from zi_docs.workbook.sheets.risk_sheets import KENDALI, RISIKO
from zi_docs.workbook.sheets.schema import Sheet
from zi_docs.workbook.sheets.service_sheets import LAYANAN, REVIU_LAYANAN
from zi_docs.workbook.sheets.staff_sheets import DIKLAT, TELADAN
from zi_docs.workbook.sheets.survey_sheets import SURVEI, UNSUR_SURVEI
from zi_docs.workbook.sheets.text_sheets import TEKS_NASKAH

SHEETS: tuple[Sheet, ...] = (
    PETUNJUK,
    INSTANSI,
    PEJABAT,
    PERATURAN,
    KEPUTUSAN,
    KONSIDERANS,
    NARASI,
    RENCANA_AKSI,
    TIM,
    RAPAT,
    PESERTA,
    POLA_NOMOR,
    NOMOR,
    REALISASI,
    TINDAK_LANJUT,
    LAPORAN,
    BENTURAN,
    TEKS_NASKAH,
    SURAT,
    PENGADUAN,
    RISIKO,
    KENDALI,
    DIKLAT,
    TELADAN,
    LAYANAN,
    REVIU_LAYANAN,
    SURVEI,
    UNSUR_SURVEI,
    REVISI,
    DITERIMA,
    TATA_LETAK,
    REFERENSI,
)
BY_KEY: dict[str, Sheet] = {sheet.key: sheet for sheet in SHEETS}
