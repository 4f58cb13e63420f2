"""How many examples a property is tried with: a few in `make test`, many in `make test-tahan`."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_TIMES_MORE = 25 if os.environ.get("ZI_UJI_TAHAN") else 1


def tried(examples: int) -> settings:
    """So many examples, the same in every run."""
    return settings(
        max_examples=examples * _TIMES_MORE,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.function_scoped_fixture,
            HealthCheck.large_base_example,
        ],
    )
