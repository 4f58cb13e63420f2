# Read by the fakes: writes a PDF of $1 pages (0 or 1), complete or cut short ($2).
pdf() {
    if [ "$1" = 1 ]; then kids="3 0 R"; else kids=""; fi
    printf '%%PDF-1.6\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n'
    printf '2 0 obj\n<</Type/Pages/Kids[%s]/Count %s>>\nendobj\n' "$kids" "$1"
    printf '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 936]>>\nendobj\n'
    [ "${2:-}" = cut ] || printf 'trailer\n<</Root 1 0 R/Size 4>>\n%%%%EOF\n'
}
# A PDF of one page with the title $1.
titled() {
    pdf 1 cut
    printf '4 0 obj\n<</Title(%s)>>\nendobj\n' "$1"
    printf 'trailer\n<</Root 1 0 R/Info 4 0 R/Size 5>>\n%%%%EOF\n'
}
here=$(dirname "$0")
documents=$(for each in "$@"; do case $each in *.docx) echo "${each%.docx}" ;; esac; done)
count=$(printf '%s\n' "$documents" | wc -l)
# These do not stay, as an office with an open document would; `office-stays` does.
case " $* " in *" --convert-to "*) ;; *) [ "${stays:-}" ] || exit 0 ;; esac
echo $$ >>"$here/pids"
