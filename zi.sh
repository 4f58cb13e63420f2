#!/usr/bin/env bash
# Menyiapkan program bila perlu, lalu membuka dasbor di peramban. `./zi.sh periksa` dan sebagainya
# menjalankan perintah lain. ZI_KANTOR: folder kerja kantor, bila bukan folder ini.
set -u
program=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kantor=${ZI_KANTOR:-$program}
venv=$program/.venv
daftar=$program/requirements.lock

berhenti() {
    printf '%s\n' "$@" >&2
    # Dibuka dengan klik dua kali: jendelanya tertutup begitu program berakhir.
    [ -t 0 ] && [ -t 2 ] && read -r -p "Tekan Enter untuk menutup jendela ini. " _
    exit "${kode:-1}"
}

python_yang_cukup() {
    local nama
    for nama in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$nama" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$nama"
            return
        fi
    done
    return 1
}

if [ ! -x "$venv/bin/python" ]; then
    python=$(python_yang_cukup) || berhenti \
        "Python 3.11 atau yang lebih baru belum terpasang di komputer ini." \
        "Mintalah pengelola komputer memasangnya, misalnya: sudo apt-get install python3 python3-venv"
    echo "Menyiapkan program untuk pertama kali. Ini memerlukan internet dan beberapa menit ..." >&2
    "$python" -m venv "$venv" || berhenti \
        "Lingkungan program tidak dapat dibuat di $venv." \
        "Periksa apakah folder itu dapat ditulisi dan paket python3-venv terpasang."
    [ -x "$program/tools/system-packages" ] && "$program/tools/system-packages" run
fi
if ! cmp -s "$daftar" "$venv/terpasang.lock"; then
    echo "Memasang pustaka yang diperlukan ..." >&2
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
        -r "$daftar" || berhenti \
        "Pustaka tidak dapat dipasang. Periksa sambungan internet, lalu ulangi." \
        "Bila tetap gagal, hapus folder $venv lalu ulangi."
    cp "$daftar" "$venv/terpasang.lock"
fi
cd "$kantor" || berhenti "Folder kerja kantor tidak dapat dibuka: $kantor"
if [ $# -gt 0 ]; then
    exec "$venv/bin/python" "$program/generate.py" "$@"
fi
"$venv/bin/python" "$program/generate.py" dasbor
kode=$?
# Ctrl-C adalah cara biasa untuk menutup dasbor.
case $kode in 0 | 130) exit "$kode" ;; esac
berhenti "Program berhenti dengan kode $kode. Pesan di atas menyebut sebabnya."
