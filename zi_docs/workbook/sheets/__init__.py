"""The workbook's sheets, declared: the one description of every sheet and column."""

from zi_docs.workbook.schema import Sheet
from zi_docs.workbook.sheets.decrees import KEPUTUSAN, KONSIDERANS, NARASI, PERATURAN, REVISI
from zi_docs.workbook.sheets.lists import PETUNJUK, REFERENSI
from zi_docs.workbook.sheets.meetings import NOMOR, PESERTA, POLA_NOMOR, RAPAT
from zi_docs.workbook.sheets.office import INSTANSI, PEJABAT
from zi_docs.workbook.sheets.plan import REALISASI, RENCANA_AKSI, TIM

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
    REVISI,
    REFERENSI,
)
BY_KEY: dict[str, Sheet] = {sheet.key: sheet for sheet in SHEETS}
