"""Click's own words in Indonesian.

Click looks each of its sentences up by gettext, in the language of the environment. The program
speaks Indonesian whatever the environment says, and LibreOffice, which inherits that, must not
change with it: so the look-up itself is replaced, by this table. A sentence may leave out what
the original quotes in the manner of Python (`{name!r}`).
"""

from __future__ import annotations

from click import core, decorators, exceptions, formatting, parser, shell_completion, termui, types

_WORDS = {
    # Help.
    "Usage:": "Pemakaian:",
    "Options": "Opsi",
    "Commands": "Perintah",
    "Positional arguments": "Argumen",
    "required": "wajib",
    "default: {default}": "bawaan: {default}",
    "(dynamic)": "(menurut keadaan)",
    "env var: {var}": "variabel lingkungan: {var}",
    "deprecated": "usang",
    "file": "berkas",
    "directory": "folder",
    "path": "berkas",
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "Show the version and exit.": "Tampilkan versi program.",
    "Confirm the action without prompting.": "Setujui tanpa ditanya.",
    "%(prog)s, version %(version)s": "%(prog)s %(version)s",
    # What is wrong with a command line.
    "Error: {message}": "Kesalahan: {message}",
    "Try '{command} {option}' for help.": "Lihat bantuannya: {command} {option}",
    "Missing command.": "Perintahnya belum disebut.",
    "Missing argument": "Yang wajib disebut belum ada:",
    "Missing option": "Opsi yang wajib belum ada:",
    "Missing parameter": "Yang wajib disebut belum ada:",
    "Missing {param_type}": "Yang wajib disebut belum ada:",
    "Missing parameter: {param_name}": "Yang wajib disebut belum ada: {param_name}",
    "No such option {name!r}.": "Opsi {name} tidak dikenal.",
    "No such command {name!r}.": "Perintah “{name}” tidak dikenal.",
    "Did you mean {possibility}?": "Mungkin maksud Anda: {possibility}.",
    "(Did you mean one of: {possibilities}?)": "Mungkin maksud Anda: {possibilities}.",
    "Got unexpected extra argument ({args})": "Argumen “{args}” tidak dikenal di sini.",
    "Got unexpected extra arguments ({args})": "Argumen “{args}” tidak dikenal di sini.",
    "Option {name!r} does not take a value.": "Opsi {name} tidak diikuti nilai.",
    "Option {name!r} requires an argument.": "Opsi {name} harus diikuti nilainya.",
    "Option {name!r} requires {nargs} arguments.": "Opsi {name} harus diikuti {nargs} nilai.",
    "Argument {name!r} takes {nargs} values.": "Argumen {name} terdiri atas {nargs} nilai.",
    "Takes {nargs} values but 1 was given.": "harus {nargs} nilai, bukan 1.",
    "Takes {nargs} values but {len} were given.": "harus {nargs} nilai, bukan {len}.",
    "{len_type} values are required, but {len_value} was given.": (
        "harus {len_type} nilai, bukan {len_value}."
    ),
    "{len_type} values are required, but {len_value} were given.": (
        "harus {len_type} nilai, bukan {len_value}."
    ),
    "Value must be an iterable.": "harus berupa beberapa nilai.",
    "Invalid value: {message}": "Nilainya keliru: {message}",
    "Invalid value for {param_hint}: {message}": "Nilai untuk {param_hint} keliru: {message}",
    "{value!r} is not {choice}.": "“{value}” bukan pilihan; yang ada {choice}.",
    "{value!r} is not one of {choices}.": "“{value}” bukan pilihan; yang ada {choices}.",
    "Choose from:\n\t{choices}": "Pilihlah salah satu:\n\t{choices}",
    "Choice({choices})": "Pilihan({choices})",
    "{value!r} is not a valid {number_type}.": "“{value}” bukan bilangan bulat.",
    "{value} is not in the range {range}.": "{value} di luar batas {range}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": (
        "“{value}” bukan ya atau tidak; yang dikenal {states}."
    ),
    "{value!r} is not a valid UUID.": "“{value}” bukan UUID.",
    "{value!r} does not match the format {format}.": "“{value}” tidak ditulis seperti {format}.",
    "{value!r} does not match the formats {formats}.": (
        "“{value}” tidak ditulis seperti salah satu dari {formats}."
    ),
    "{name} {filename!r} does not exist.": "{name} {filename} tidak ada.",
    "{name} {filename!r} is a file.": "{filename} adalah berkas, bukan folder.",
    "{name} {filename!r} is a directory.": "{filename} adalah folder, bukan berkas.",
    "{name} {filename!r} is not readable.": "{name} {filename} tidak dapat dibaca.",
    "{name} {filename!r} is not writable.": "{name} {filename} tidak dapat ditulisi.",
    "{name} {filename!r} is not executable.": "{name} {filename} tidak dapat dijalankan.",
    "Could not open file {filename!r}: {message}": "{filename} tidak dapat dibuka: {message}",
    "unknown error": "sebabnya tidak diketahui",
    # Questions on a terminal.
    "Aborted!": "Dihentikan.",
    "Do you want to continue?": "Lanjutkan?",
    "Repeat for confirmation": "Ulangi untuk memastikan",
    "Error: The two entered values do not match.": "Kesalahan: kedua isian itu tidak sama.",
    "Error: invalid input": "Kesalahan: isian tidak dikenal",
    "Press any key to continue...": "Tekan sembarang tombol untuk melanjutkan …",
    # Completion.
    "Couldn't detect Bash version, shell completion is not supported.": (
        "Versi Bash tidak diketahui; pelengkapan tidak tersedia."
    ),
    "Shell completion is not supported for Bash versions older than 4.4.": (
        "Pelengkapan memerlukan Bash 4.4 atau lebih baru."
    ),
}

_SPEAKERS = (core, decorators, exceptions, formatting, parser, shell_completion, termui, types)


def speak_indonesian() -> None:
    """Have click look up its words here."""
    for module in _SPEAKERS:
        for name, look_up in (("_", indonesian), ("ngettext", _counted)):
            if hasattr(module, name):
                setattr(module, name, look_up)


def indonesian(sentence: str) -> str:
    """A sentence of click in Indonesian; as it is where nobody translated it."""
    return _WORDS.get(sentence, sentence)


def _counted(single: str, several: str, number: int) -> str:
    return indonesian(single if number == 1 else several)
