import json
import subprocess
import sys

import pytest

LOADED = """
import json, sys
from reader.cli import main
status = main(sys.argv[1:])
sys.stderr.write(json.dumps([status, sorted(sys.modules)]))
"""


def modules(environment, *arguments):
    """The modules that a command has loaded when it ends."""
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *map(str, arguments)], check=True, capture_output=True, env=environment
    )
    status, names = json.loads(ended.stderr)
    assert status == 0
    return set(names)


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["list"], ["search", "lamp"], ["show", "interview.txt"], ["cite", "interview.txt", "--question=1"]],
)
def test_the_app_is_not_loaded_for_the_command_line(environment, archive, monkeypatch, arguments):
    monkeypatch.chdir(archive)
    loaded = modules(environment, *arguments)
    assert not {name for name in loaded if name.split(".")[0] in ("textual", "rich")}
    assert not {name for name in loaded if name.startswith("reader.ui")}


def test_the_version_loads_next_to_nothing(environment):
    loaded = modules(environment, "--version")
    assert not loaded & {"argparse", "dataclasses", "pathlib", "re", "typing"} - {"re"}
    assert not {name for name in loaded if name.startswith("reader.model")}


def test_a_search_of_what_is_kept_loads_nothing_that_takes_longer_than_itself(environment, archive):
    (archive / "long.txt").write_text("It rains in Bergen.\n\n" * 60_000)
    modules(environment, "search", "rain", archive)
    loaded = modules(environment, "search", "rain", archive)
    assert not loaded & {"dataclasses", "inspect", "platformdirs", "rapidfuzz", "shutil", "sqlite3"}


def test_one_file_is_shown_without_the_search(environment, archive):
    assert "tantivy" not in modules(environment, "show", archive / "article.txt")
