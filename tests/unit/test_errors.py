"""Why a system refused, in the words that staff read."""

import errno
import os

import pytest

from zi_docs.errors import system_reason


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "izin ditolak"),
        (errno.ENOSPC, "ruang penyimpanan penuh"),
        (errno.EROFS, "penyimpanan hanya dapat dibaca"),
        # Nobody translated this one: better English than nothing.
        (errno.EDOM, os.strerror(errno.EDOM)),
    ],
)
def test_the_reason_is_indonesian_where_it_is_known(number: int, reason: str) -> None:
    assert system_reason(OSError(number, os.strerror(number), "berkas.xlsx")) == reason


def test_an_error_without_number_says_what_it_says() -> None:
    assert system_reason(OSError("jaringan putus")) == "jaringan putus"
