"""The config file, read once and never written, and what of it holds.

```
config.toml ─► tomllib ─► leaves ─► settings ─┐
     └──────► toml_lines ─► their lines ──────┼─► Config: values, where each comes from, what was wrong
environment ──────────────────────────────────┘
```

Nothing in the file keeps the program from starting: what is wrong is told in a line each, and the default is used.
Lines are 1-based.
"""

import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, TypeVar, cast

from reader.commands import BY_ID as COMMANDS_BY_ID
from reader.errors import system_reason
from reader.store.keymap import Keymap, keymap
from reader.store.settings import BY_ID, SETTINGS, AnySetting, Setting
from reader.store.toml_lines import Key, key_lines, line_of

T = TypeVar("T")

KEYS: Final = "keys"
"""The table in which commands get keys."""

_LARGEST: Final = 1 << 20
"""Bytes; what is larger is no config."""
_LONGEST_QUOTE: Final = 40
_SECTIONS: Final = frozenset({KEYS} | {setting.id.split(".")[0] for setting in SETTINGS if "." in setting.id})
_PLACE: Final = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a setting comes from."""

    source: Literal["default", "file", "environment"] = "default"
    detail: str = ""
    """The file and its line, or the variable."""

    def __str__(self) -> str:
        return self.detail or self.source


@dataclass(frozen=True, slots=True)
class Problem:
    """Something of the config file that does not hold."""

    path: Path
    line: int | None
    message: str
    """What was wrong with which key, and what is used instead."""

    def __str__(self) -> str:
        return f"{_at(self.path, self.line)}: {self.message}"


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting as it holds."""

    path: Path
    """Of the file, which need not be there."""
    is_present: bool = False
    problems: tuple[Problem, ...] = ()
    """In the order of the file."""
    keymap: Mapping[str, str] = field(default_factory=dict)
    """Keys of commands, as `App.set_keymap` of Textual takes them; commands with their usual keys are left out."""
    _values: Mapping[str, object] = field(default_factory=dict)
    _origins: Mapping[str, Origin] = field(default_factory=dict)

    def __getitem__(self, setting: Setting[T]) -> T:
        """The value of a setting: `config[COLUMN]`."""
        # What is kept under a setting's id went through its own kind.
        return cast(T, self._values.get(setting.id, setting.default))

    def value(self, setting: AnySetting) -> object:
        """The same for a setting of whatever kind."""
        return self._values.get(setting.id, setting.default)

    def origin(self, identity: str) -> Origin:
        """Where the setting of this id comes from; `keys.find` for the keys of the command `find`."""
        return self._origins.get(identity, Origin())


def read_config(path: Path, environment: Mapping[str, str]) -> Config:
    """The config of a file that may be missing or wrong, completed from the environment."""
    reading = _Reading(path)
    text = reading.text()
    if text is not None:
        reading.take(text)
    reading.complete(environment)
    return Config(
        path,
        text is not None,
        tuple(sorted(reading.problems, key=lambda problem: problem.line or 0)),
        reading.keys.for_textual,
        reading.values,
        reading.origins,
    )


class _Reading:
    """A config on its way from the file."""

    def __init__(self, path: Path) -> None:
        self.values: dict[str, object] = {}
        self.origins: dict[str, Origin] = {}
        self.problems: list[Problem] = []
        self.keys = Keymap({}, ())
        self._path = path
        self._lines: Mapping[Key, int] = {}

    def text(self) -> str | None:
        """The file's text; None where there is none to be had."""
        try:
            return _content(self._path).decode("utf-8-sig")
        except FileNotFoundError:
            return None
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            self._tell(line, "text in UTF-8 was expected; nothing of the file is used")
        except OSError as error:
            self._tell(None, f"the file can't be read: {system_reason(error)}; defaults are used")
        return None

    def take(self, text: str) -> None:
        """What the file says."""
        # Most people never write a config: then there is nothing to read.
        import tomllib  # noqa: PLC0415

        try:
            table = tomllib.loads(text)
        except (ValueError, RecursionError) as error:
            # Also a number of thousands of digits, or brackets a thousand deep.
            self._tell(*_syntax_error(error, text))
            return
        self._lines = key_lines(text)
        asked: dict[Key, object] = {}
        for key, raw in _leaves(table):
            if key[0] == KEYS and len(key) > 1:
                asked[key] = raw
            else:
                self._set(key, raw)
        self._map(asked)

    def complete(self, environment: Mapping[str, str]) -> None:
        """What the environment says where the file doesn't."""
        for setting in SETTINGS:
            for variable in setting.variables if setting.id not in self.values else ():
                value = setting.kind.value(environment.get(variable))
                if value is not None:
                    self.values[setting.id] = value
                    self.origins[setting.id] = Origin("environment", f"${variable}")
                    break

    def _set(self, key: Key, raw: object) -> None:
        identity = ".".join(key)
        setting = BY_ID.get(identity)
        if setting is None:
            if raw == {} and identity in _SECTIONS:
                return
            expected = (
                f"a table was expected, got {_quoted(raw)}" if identity in _SECTIONS else "there is no such setting"
            )
            near = "" if identity in _SECTIONS else _nearest(identity, list(BY_ID))
            self._tell(self._line(key), f"{_shown(identity)}: {expected}{near}")
            return
        value = setting.kind.value(raw)
        if value is None:
            what = f"{identity}: {setting.kind.expected} was expected, got {_quoted(raw)}"
            self._tell(self._line(key), f"{what}; {_fallback(setting)}")
            return
        self.values[identity] = value
        self.origins[identity] = Origin("file", _at(self._path, self._line(key)))

    def _map(self, asked: Mapping[Key, object]) -> None:
        wanted: dict[str, Sequence[str]] = {}
        lines: dict[str, int | None] = {}
        for key, raw in asked.items():
            command = ".".join(key[1:])
            names = [raw] if isinstance(raw, str) else raw
            if command not in COMMANDS_BY_ID:
                near = _nearest(command, list(COMMANDS_BY_ID))
                self._tell(self._line(key), f"{KEYS}: there is no command {_quoted(command)}{near}")
            elif not isinstance(names, list) or not all(isinstance(name, str) for name in names):
                what = f"a key or a list of keys was expected, got {_quoted(raw)}"
                self._refuse(self._line(key), command, what)
            else:
                wanted[command] = names
                lines[command] = self._line(key)
        self.keys = keymap(wanted)
        for refusal in self.keys.refusals:
            self._refuse(lines[refusal.command], refusal.command, refusal.reason)
        for command in self.keys.keys:
            self.origins[f"{KEYS}.{command}"] = Origin("file", _at(self._path, lines[command]))

    def _refuse(self, line: int | None, command: str, reason: str) -> None:
        self._tell(line, f"{KEYS}.{command}: {reason}; it stays {COMMANDS_BY_ID[command].shown_keys}")

    def _line(self, key: Key) -> int | None:
        return line_of(self._lines, key)

    def _tell(self, line: int | None, message: str) -> None:
        self.problems.append(Problem(self._path, line, message))


def _content(path: Path) -> bytes:
    """What is in a file; a link is followed, a pipe or a device is not waited for."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "it is no file")
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise OSError(0, "it is larger than a million bytes")
    return content


def _syntax_error(error: Exception, text: str) -> tuple[int | None, str]:
    """The line, and what is wrong there."""
    if isinstance(error, RecursionError):
        return None, "brackets are nested too deep; nothing of the file is used"
    message = str(error)
    place = _PLACE.search(message)
    if place is None:
        return None, f"{message[:1].lower()}{message[1:]}; nothing of the file is used"
    what = message[: place.start()]
    column = f", column {place[2]}" if place[1] else ""
    line = int(place[1]) if place[1] else text.rstrip("\n").count("\n") + 1
    return line, f"{what[:1].lower()}{what[1:]}{column}; nothing of the file is used"


def _leaves(table: Mapping[str, object]) -> Iterator[tuple[Key, object]]:
    """The keys that hold a value, in the order of the file."""
    # No recursion: dotted keys may be nested as deep as the file is long.
    waiting: list[tuple[Key, object]] = [((), table)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict) and (value or not key) and ".".join(key) not in BY_ID:
            waiting.extend(((*key, name), inner) for name, inner in reversed(value.items()))
        else:
            yield key, value


def _fallback(setting: AnySetting) -> str:
    return "it is passed over" if setting.default in (None, ()) else f"{setting.example} is used".replace('"', "")


def _at(path: Path, line: int | None) -> str:
    return f"{path.name}, line {line}" if line else path.name


def _shown(name: str) -> str:
    return name if name.isprintable() and len(name) <= _LONGEST_QUOTE else _quoted(name)


def _quoted(raw: object) -> str:
    """A value as it may be told: TOML's words for yes and no, controls escaped, not too long."""
    if isinstance(raw, bool):
        return str(raw).lower()
    if isinstance(raw, dict):
        return "a table"
    try:
        quoted = repr(raw)
    except ValueError:
        # Python doesn't write numbers of thousands of digits.
        quoted = "a huge number"
    return quoted if len(quoted) <= _LONGEST_QUOTE else f"{quoted[: _LONGEST_QUOTE - 1]}…"


def _nearest(name: str, names: Sequence[str]) -> str:
    """` (is it X?)`, where something is alike."""
    # Only wanted when something is wrong.
    from difflib import get_close_matches  # noqa: PLC0415

    endings = {known.rsplit(".", 1)[-1]: known for known in reversed(names)}
    wanted = name[:100]
    found = get_close_matches(wanted, [*names, *endings], 1) or get_close_matches(wanted.rsplit(".", 1)[-1], endings, 1)
    return f" (is it {endings.get(found[0], found[0]) if found[0] not in names else found[0]}?)" if found else ""
