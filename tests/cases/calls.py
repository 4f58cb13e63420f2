"""Functions for a process of their own, well-behaved ones and others."""

from __future__ import annotations

import os
import sys
from pathlib import Path

MIB = 1024 * 1024


def half_of(number: int, *, of: str = "") -> str:
    sys.stdout.write("what is printed is no answer\n")
    sys.stdout.flush()
    return f"{number // 2}{of}"


def own_number() -> int:
    return os.getpid()


def name_of_folder() -> str:
    return Path().resolve().name


def raise_it(problem: Exception) -> None:
    raise problem


def unheard_of() -> object:
    return lambda: None


def loop() -> None:
    while True:
        pass


def fill_the_memory() -> int:
    return len([b"\1" * MIB for _ in range(4096)])


def crash() -> None:
    os._exit(11)


def recurse() -> None:
    recurse()
