from pathlib import Path

import pytest

from reader.cli.roots import roots
from reader.errors import UsageError
from reader.store.paths import state_file
from reader.store.state import State


@pytest.fixture
def config(tmp_path, monkeypatch):
    """Writes the config file."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def write(text):
        folder = tmp_path / "config" / "article-reader"
        folder.mkdir(parents=True)
        (folder / "config.toml").write_text(text)

    return write


def test_the_sample_archive_is_opened_where_nothing_is_named():
    (sample,) = roots(())
    assert sample.name == "articles"
    assert any(path.name.startswith("01 ") for path in sample.iterdir())


def test_the_archive_opened_last_comes_before_the_sample_for_as_long_as_it_is_there(archive):
    with State.open(state_file()) as state:
        state.opened([archive])
    assert roots(()) == (archive,)
    archive.rename(archive.with_name("moved"))
    assert roots(())[0].name == "articles"


def test_the_libraries_of_the_config_come_before_the_sample(config, archive):
    config(f'libraries = ["{archive}"]\n')
    assert roots(()) == (archive,)


def test_what_is_named_comes_before_the_config(config, archive):
    config('libraries = ["/elsewhere"]\n')
    assert roots((Path("archive"),)) == (archive,)


def test_a_library_that_is_gone_is_told_with_its_line(config):
    config('libraries = [\n  "/nowhere/at/all",\n]\n')
    with pytest.raises(UsageError, match=r"config\.toml.*1.*no such folder: /nowhere/at/all"):
        roots(())


def test_a_broken_config_costs_a_line_not_the_start(config, capsys):
    config("libraries = 5\n")
    assert roots(())
    assert "a list of folders" in capsys.readouterr().err
