"""`reader config`: the settings as they hold, and where each comes from."""

import os
from collections.abc import Sequence

from reader.cli.output import Output
from reader.cli.streams import tell
from reader.cli.usage import Options, Parser
from reader.store.choices import choices
from reader.store.config import Config, read_config
from reader.store.config_text import config_lines, example
from reader.store.paths import config_file, state_file


class ConfigOptions(Options):
    """What `reader config` takes."""

    is_example: bool


def config_parser() -> Parser:
    """What may be typed after `reader config`."""
    parser = Parser(
        "config", "The settings as they hold, and where each comes from.", "reader config --example > config.toml"
    )
    parser.add_argument("--example", action="store_true", dest="is_example", help="a config file that tells everything")
    return parser


def config(arguments: Sequence[str]) -> int:
    """Print the settings; 1 when something of the config file does not hold."""
    options = config_parser().parsed(arguments, ConfigOptions())
    output = Output()
    if options.is_example:
        for line in example():
            output.line(line)
        return 0
    held = read_config(config_file(), os.environ)
    for line in config_lines(held, os.environ, _chosen(held)):
        output.line(line)
    for problem in held.problems:
        tell(str(problem))
    return 1 if held.problems else 0


def _chosen(held: Config) -> dict[str, str | int]:
    """What was chosen in the app and goes before the file."""
    file = state_file()
    if not file.exists():
        return {}
    # Who has chosen nothing doesn't wait for SQLite.
    from reader.store.state import State  # noqa: PLC0415

    with State.open(file) as state:
        return dict(choices(state.setting, held))
