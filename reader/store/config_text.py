"""The config as a person reads it: what holds and why, and an example of everything that can be set."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from reader.commands import COMMANDS
from reader.store.choices import CHOSEN
from reader.store.config import KEYS, Config, Origin
from reader.store.paths import cache_folder, state_file
from reader.store.settings import SETTINGS

_FOLDERS: Final = (("state", "XDG_DATA_HOME"), ("cache", "XDG_CACHE_HOME"))
_WIDTH: Final = 78
NOTHING_CHOSEN: Final[Mapping[str, str | int]] = MappingProxyType({})


class Holding(NamedTuple):
    """A setting as it holds."""

    name: str
    value: str
    """As the file would have it; "" where nothing is set."""
    origin: str


def holding(
    config: Config, environment: Mapping[str, str], chosen: Mapping[str, str | int] = NOTHING_CHOSEN
) -> Iterator[Holding]:
    """Every setting, the keys that were changed, and what else of the environment counts.

    `chosen` is what goes before the config, by the ids of settings.
    """
    for setting in SETTINGS:
        if setting.id in chosen:
            yield Holding(setting.id, _toml(chosen[setting.id]), CHOSEN)
        else:
            yield Holding(setting.id, _toml(config.value(setting)), str(config.origin(setting.id)))
    for command, keys in config.keymap.items():
        names = [{"comma": ","}.get(key, key) for key in keys.split(",")]
        yield Holding(f"{KEYS}.{command}", _toml(tuple(names)), str(config.origin(f"{KEYS}.{command}")))
    is_plain = bool(environment.get("NO_COLOR"))
    yield Holding("colours", _toml(not is_plain), "$NO_COLOR" if is_plain else str(Origin()))
    for (name, variable), place in zip(_FOLDERS, (state_file(), cache_folder()), strict=True):
        yield Holding(name, _toml(place), _folder_origin(place, variable, environment))


def config_lines(
    config: Config, environment: Mapping[str, str], chosen: Mapping[str, str | int] = NOTHING_CHOSEN
) -> Iterator[str]:
    """What `reader config` prints: the file, then a setting a line, with its origin."""
    origin = _folder_origin(config.path, "XDG_CONFIG_HOME", environment)
    missing = "" if config.is_present else ", not there; reader config --example prints one"
    yield f"# {config.path} ({origin}{missing})"
    rows = list(holding(config, environment, chosen))
    shown = [f"{row.name} = {row.value}" if row.value else f"# {row.name} is not set" for row in rows]
    width = min(48, max(map(len, shown)))
    for line, row in zip(shown, rows, strict=True):
        yield f"{line:<{width}}  # {row.origin}"


def example() -> Iterator[str]:
    """A config file in which everything that can be set is told, and nothing is set: `reader config --example`."""
    yield "# Settings of reader. Each line shows what holds without it: take the # away to change it."
    table = ""
    for setting in SETTINGS:
        *tables, key = setting.id.split(".")
        if tables and tables[0] != table:
            (table,) = tables
            yield from ("", f"[{table}]")
        yield from ("", *(f"# {line}" for line in _folded(setting.help)))
        yield from (f"# {line}" for line in _folded(f"May be {setting.kind.expected}."))
        yield f"# {key} = {setting.example}"
    yield from (
        "",
        "# Keys, by command: a key or a list of keys, as `?` names them. A key means one thing in one place.",
    )
    yield f"[{KEYS}]"
    for command in COMMANDS:
        yield from ("", f"# {command.help} ({', '.join(place.value for place in command.places)})")
        if command.keys:
            yield f"# {_toml(command.id)} = {_toml(command.keys)}"
        else:
            yield f"# {_toml(command.id)} has no key of its own: the palette has it."


def _folder_origin(place: Path, variable: str, environment: Mapping[str, str]) -> str:
    value = environment.get(variable, "")
    return f"${variable}" if Path(value).is_absolute() and place.is_relative_to(value) else str(Origin())


def _toml(value: object) -> str:
    """A value as a TOML file has it."""
    match value:
        case None | ():
            return ""
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case _:
            return _string(str(value))


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one.isprintable() else _escape(one) for one in escaped) + '"'


def _escape(character: str) -> str:
    # Names of files may hold bytes that are no text; TOML has no word for these.
    code = ord(character)
    return "\N{REPLACEMENT CHARACTER}" if 0xD800 <= code < 0xE000 else f"\\U{code:08x}"


def _folded(text: str) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + len(word) >= _WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}".lstrip()
    yield line
