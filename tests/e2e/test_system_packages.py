"""What is done about missing system packages on machines of every kind, played with fakes."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.e2e.conftest import ROOT

_TOOLS = ("bash", "env", "mktemp", "tail", "rm")


def run(folder: Path, commands: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the installer where only the given fakes (name -> shell lines) and basic tools exist."""
    for tool in _TOOLS:
        (folder / tool).symlink_to(shutil.which(tool) or "")
    for name, lines in commands.items():
        fake = folder / name
        fake.write_text(f"#!{shutil.which('bash')}\n{lines}\n")
        fake.chmod(0o755)
    return subprocess.run(
        [ROOT / "tools" / "system-packages", "run"],
        env={"PATH": str(folder), "HOME": os.environ["HOME"]},
        capture_output=True,
        text=True,
        check=True,
    )


def test_where_nothing_may_be_installed_it_says_what_to_install(tmp_path: Path) -> None:
    told = run(tmp_path, {"id": "echo 1000", "sudo": "exit 1", "apt-get": "exit 1"}).stderr
    assert "sudo apt-get install -y --no-install-recommends libreoffice-writer-nogui" in told
    assert "fonts-urw-base35" in told


def test_where_it_may_it_installs_without_recommends(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.touch()
    run(tmp_path, {"id": "echo 0", "apt-get": f'echo "$@" >> {log}'})
    assert log.read_text().splitlines()[0] == "update"
    assert (
        log.read_text()
        .splitlines()[1]
        .startswith("install -y --no-install-recommends libreoffice-writer-nogui fonts-urw-base35")
    )


def test_where_all_is_there_nothing_is_done(tmp_path: Path) -> None:
    result = run(
        tmp_path,
        {"dpkg-query": "echo -n installed", "soffice": "", "id": "exit 9", "apt-get": "exit 9"},
    )
    assert (result.stdout, result.stderr) == ("", "")
