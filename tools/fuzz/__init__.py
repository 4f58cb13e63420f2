"""Coverage-guided fuzzing of what reads foreign files, by atheris (libFuzzer).

    python -m tools.fuzz buku-kerja --detik 3600 --ke output/fuzz

`targets` says what is read. A finding of the program is a sound answer; any exception, a hang or
too much memory is a fault, whose input the fuzzer leaves in the folder. atheris is no dependency of
the tests: `make fuzz` installs it beside them, where there is a wheel of it.
"""
