import pytest
from platformdirs import PlatformDirs

from reader.store import paths

ENVIRONMENTS = [
    {"HOME": "/home/ada"},
    {"HOME": "/home/ada", "XDG_CACHE_HOME": "/c", "XDG_CONFIG_HOME": "/e/f", "XDG_DATA_HOME": "/d/"},
    {"HOME": "/home/ada", "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": "here", "XDG_DATA_HOME": "~/d"},
    {"XDG_CACHE_HOME": "/c", "XDG_CONFIG_HOME": "/e", "XDG_DATA_HOME": "/d"},
]


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_our_folders_are_where_the_platform_has_them(environment, monkeypatch):
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    platform = PlatformDirs(paths.APPLICATION)
    assert paths.cache_folder() == platform.user_cache_path
    assert paths.config_file() == platform.user_config_path / "config.toml"
    assert paths.state_file() == platform.user_data_path / "state.sqlite"
