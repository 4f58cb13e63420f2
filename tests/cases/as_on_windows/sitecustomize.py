"""Takes from the package what Windows lacks, in every Python that finds this on PYTHONPATH.

Only the package: Python and the libraries have their own ways on each system.
"""

from __future__ import annotations

import builtins
import errno
import os
import signal
import socket
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

_ABSENT = {"curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog",
           "termios", "tty"}  # fmt: skip
_OF_UNIX = {
    "os": (
        *("chown", "chroot", "fchmod", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid"),
        *("getgroups", "getloadavg", "getpgid", "getpgrp", "getpriority", "getsid", "getuid"),
        *("initgroups", "kill", "killpg", "lchown", "major", "mkfifo", "mknod", "nice", "openpty"),
        *("pathconf", "posix_fallocate", "posix_spawn", "pread", "pwrite", "register_at_fork"),
        *("sched_getaffinity", "sendfile", "setegid", "seteuid", "setgid", "setpgid", "setsid"),
        *("setuid", "statvfs", "symlink", "sync", "sysconf", "tcgetpgrp", "ttyname", "uname"),
        *("wait", "wait3", "wait4", "waitid", "O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW"),
        *("O_NONBLOCK", "O_SYNC", "WNOHANG"),
    ),
    "signal": (
        *("SIGALRM", "SIGBUS", "SIGCHLD", "SIGCONT", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGQUIT"),
        *("SIGSTOP", "SIGTSTP", "SIGUSR1", "SIGUSR2", "SIGWINCH", "SIGXFSZ", "alarm", "pause"),
        *("pthread_kill", "pthread_sigmask", "setitimer", "sigwait"),
    ),
    "socket": ("AF_UNIX", "socketpair"),
}


def _open(path: Any, *arguments: Any, **named: Any) -> int:
    if Path(path).is_dir():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))
    return os.open(path, *arguments, **named)


_OTHERWISE: Mapping[str, Mapping[str, object]] = {
    "os": {"name": "nt", "open": _open},
    "signal": {"SIGBREAK": signal.SIGQUIT},
}


def _poor(module: ModuleType) -> ModuleType:
    name = module.__name__
    poor = ModuleType(name)
    kept = {key: value for key, value in vars(module).items() if key not in _OF_UNIX[name]}
    vars(poor).update(kept | dict(_OTHERWISE.get(name, {})))
    return poor


_POOR = {module.__name__: _poor(module) for module in (os, signal, socket)}
_import = builtins.__import__


def _import_as_on_windows(
    name: str,
    globals: Mapping[str, Any] | None = None,
    locals: Mapping[str, Any] | None = None,
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> ModuleType:
    if f"{os.sep}zi_docs{os.sep}" in str((globals or {}).get("__file__", "")):
        if name in _ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        if name in _POOR:
            return _POOR[name]
    return _import(name, globals, locals, fromlist or (), level)


builtins.__import__ = _import_as_on_windows
