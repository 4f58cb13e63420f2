"""Text that is still to be written: what people leave in a sentence for somebody to fill in.

Rows of dots, a gap in guillemets or brackets that asks for words, working notes. A paper that
prints such text is a draft. Three dots that close a word (`dan lain-lain...`) are none, nor is the
Roman numeral XXX or the village of Todo.
"""

import re
from functools import lru_cache

# Words with which a bracket asks for text: `[isi nama kegiatan]`, `<nomor>`, `(diisi kemudian)`.
_ASKING = (
    r"(?:di)?isi(?:kan|lah)?|(?:di)?tulis(?:kan|lah)?|(?:di)?lengkapi(?:lah)?|sebutkan|masukkan|"
    r"pilih|nama|nomor|tanggal|tempat|jabatan|judul|kegiatan|tahun|bulan|uraian|alasan"
)
_PLACEHOLDER = re.compile(
    rf"""
      «[^»]*»                                   # a gap that the program marks
    | (?<!\w)\.{{3,}} | \.{{4,}} | …{{2,}} | (?<!\S)…(?!\S) | _{{3,}}   # room to write in
    | \[ \s* (?: (?:{_ASKING})\b [^\]\n]* | \.{{2,}} | … )? \s* \]
    | < \s* (?:{_ASKING})\b [^>\n]* >
    | \( \s* (?:di)?isi\s+(?:di\s?sini|kemudian|nanti|oleh)\b [^)\n]* \)
    | \( \s* (?:menyusul|\.{{2,}}) \s* \)
    | (?-i:\b(?:TODO|TBD|TBA|FIXME|X{{4,}}|x{{3,}})\b) | \blorem\s+ipsum\b | \?{{2,}}
    """,
    re.VERBOSE | re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def placeholder(text: str) -> str:
    """The first placeholder of a text; empty without any."""
    match = _PLACEHOLDER.search(text)
    return match[0].strip() if match else ""
