"""How long something takes, in words."""

from __future__ import annotations

_MINUTE = 60
_FINE_BELOW = 90


def about_seconds(seconds: float | None) -> str:
    """`12 detik`, `3 menit`; empty for none, and where nobody knows."""
    if not seconds:
        return ""
    if seconds < _FINE_BELOW:
        return f"{max(round(seconds), 1)} detik"
    return f"{round(seconds / _MINUTE)} menit"
