"""Where the program keeps what is its own, and the archive that it brings along."""

from pathlib import Path

import reader

APPLICATION = "article-reader"
"""The name of our folders: that of the distribution, as `reader` alone is taken by others."""


def cache_folder() -> Path:
    """What can be made again at any time: indexes, packed texts."""
    # Slow to import, and not wanted by what reads a single file.
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path(APPLICATION)


def state_file() -> Path:
    """Where marks, notes, places and what was read are kept."""
    # The same.
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path(APPLICATION) / "state.sqlite"


def config_file() -> Path:
    """Where settings are read from, if somebody wrote any."""
    # The same.
    from platformdirs import user_config_path  # noqa: PLC0415

    return user_config_path(APPLICATION) / "config.toml"


def sample_archive() -> Path | None:
    """The articles that come with the program: in the wheel inside the package, in a checkout beside it."""
    package = Path(reader.__file__).parent
    return next((folder for folder in (package / "articles", package.parent / "articles") if folder.is_dir()), None)
