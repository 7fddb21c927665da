"""Where the program keeps what is its own, and the archive that it brings along."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import reader

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

APPLICATION = "article-reader"
"""The name of our folders: that of the distribution, as `reader` alone is taken by others."""


def cache_folder() -> Path:
    """What can be made again at any time: indexes, packed texts."""
    return _by_specification("XDG_CACHE_HOME", ".cache") or _platform().user_cache_path


def state_file() -> Path:
    """Where marks, notes, places and what was read are kept."""
    return (_by_specification("XDG_DATA_HOME", ".local/share") or _platform().user_data_path) / "state.sqlite"


def config_file() -> Path:
    """Where settings are read from, if somebody wrote any."""
    return (_by_specification("XDG_CONFIG_HOME", ".config") or _platform().user_config_path) / "config.toml"


def _by_specification(variable: str, usual: str) -> Path | None:
    """Our folder where the XDG Base Directory Specification has it; None where the platform has to be asked.

    platformdirs says the same, but takes longer to be imported than an archive to be searched.
    """
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return None
    named, home = Path(os.environ.get(variable, "")), Path(os.environ.get("HOME", ""))
    if named.is_absolute():
        return named / APPLICATION
    return home / usual / APPLICATION if home.is_absolute() else None


def _platform() -> PlatformDirs:
    from platformdirs import PlatformDirs  # noqa: PLC0415 - as said above

    return PlatformDirs(APPLICATION)


def sample_archive() -> Path | None:
    """The articles that come with the program: in the wheel inside the package, in a checkout beside it."""
    package = Path(reader.__file__).parent
    return next((folder for folder in (package / "articles", package.parent / "articles") if folder.is_dir()), None)
