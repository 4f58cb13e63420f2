"""The command line in a process that is given so many MiB more than it has when all is loaded.

While libraries are loaded Python itself may fail in any way for want of memory, even without end.
"""

from __future__ import annotations

import importlib
import pkgutil
import resource
import sys
from pathlib import Path

import zi_docs
from zi_docs.cli import run_verb

_OTHERS = ("PIL.Image", "docx", "openpyxl", "pikepdf", "psutil", "pypdfium2")


def main() -> int:
    """Run the rest of the command line within that limit."""
    more = int(sys.argv.pop(1)) * 1024**2
    own = (module.name for module in pkgutil.walk_packages(zi_docs.__path__, "zi_docs."))
    # A module of that name is a program, not a library.
    for name in (*_OTHERS, *(name for name in own if not name.endswith("__main__"))):
        importlib.import_module(name)
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    size = int(pages) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + more, resource.RLIM_INFINITY))
    return run_verb()


if __name__ == "__main__":
    sys.exit(main())
