"""Whether the reason of an amendment says anything: what was found wrong, or what changed.

NASKAH section 10 asks for a concrete reason. Words that fit every amendment are none.
"""

from __future__ import annotations

import re

# Words with which any amendment could be reasoned; a reason needs one beyond them.
_FORMULA_WORDS = """
    adalah adanya agar akan atas bahwa bagi beberapa berdasarkan berkembang dalam dan dapat demi
    dengan diadakan dianggap dilakukan dimaksud dipandang diperlukan disempurnakan disesuaikan
    diubah ditetapkan di efektif efektivitas guna hal huruf ini itu karena keadaan kebijakan
    kebutuhan kelancaran kembali kepentingan keputusan ketentuan lagi lampiran lebih maka
    memperhatikan mengubah menyempurnakan menyesuaikan oleh optimal optimalisasi pada pelaksanaan
    pelaksanaannya pembaruan penyempurnaan penyesuaian perbaikan perkembangan perlu perubahan
    perubahannya rangka rencana aksi saat sebagaimana sebagai secara sehubungan sesuai suatu sudah
    telah terhadap tersebut tidak tuntutan untuk yang
"""
_FORMULA = frozenset(_FORMULA_WORDS.split())
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_empty_formula(reason: str) -> bool:
    """Tell whether a reason is empty, or made only of words that would fit every amendment."""
    words = {word.casefold() for word in _WORD.findall(reason)}
    return words <= _FORMULA
