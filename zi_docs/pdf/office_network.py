"""Takes the network from an office, where the system lets a program give it up.

On Linux a program may be started in a network of its own in which nothing is, not even this
computer; pipes on the disk, by which an office is asked, go through all the same. Where that is
not allowed, or not known, the settings of the profile stand alone (`office_profile`).
"""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

from zi_docs.pdf.office_places import FLATPAK, is_confined

_ASK_SECONDS = 10
# As root; else as the same user of a namespace of users of one's own (util-linux 2.34). Both keep
# the number of the process and its user, by which it and its pipe are known.
_OWN_NETWORK = (("--net",), ("--user", "--map-current-user", "--net"))


def without_network(program: Path) -> tuple[str, ...]:
    """The words before a command line that start `program` without a network; none: it cannot be.

    One of Flatpak has an option for that (`flatpak run --unshare=network`), one of snap none.
    """
    return () if is_confined(program) else _apart()


def is_cut_off(program: Path) -> bool:
    """Whether an office program is started without a network."""
    return program.name == FLATPAK or bool(without_network(program))


@cache
def _apart() -> tuple[str, ...]:
    """The first call of `unshare` that this system allows; asked once a run, for milliseconds."""
    unshare = shutil.which("unshare")
    for options in _OWN_NETWORK if unshare else ():
        command = (str(unshare), *options, "--")
        if _works((*command, "true")):
            return command
    return ()


def _works(command: tuple[str, ...]) -> bool:
    try:
        return not subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_ASK_SECONDS,
            check=False,
        ).returncode
    except (OSError, subprocess.SubprocessError):
        return False
