r"""In which line each key of a TOML text stands: what `tomllib` does not tell.

The text must be one that `tomllib` takes. Keys are found by what stands between values, so only the outside of a
value is looked at:

    [reading]            table: keys up to the next one begin with `reading`
    column = 72          key, then a value up to the end of the line
    a."b c" = [          … in which brackets and strings hide line breaks
      1, 2 ]
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

Key = tuple[str, ...]

_TOKEN: Final = re.compile(
    r"""
    (?P<string> \"{3} (?: [^"\\] | \\. | "{1,2}(?!") )* "{3,5}
              | '{3} (?: [^'] | '{1,2}(?!') )* '{3,5}
              | "(?: [^"\\\n] | \\. )*"
              | '[^'\n]*' )
  | (?P<comment> \#[^\n]* )
  | (?P<line> \n )
  | (?P<blank> [ \t\r]+ )
  | (?P<sign> [\[\]{}=.,] )
  | (?P<bare> [^\s\[\]{}=.,"'\#]+ )
  | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)


class _Token(NamedTuple):
    kind: str
    text: str
    line: int


def key_lines(text: str) -> Mapping[Key, int]:
    """The 1-based line of each key, and of each table, where it is first named."""
    found: dict[Key, int] = {}
    table: Key = ()
    for statement in _statements(text):
        is_table = statement[0].text == "["
        key = _key(statement)
        whole = key if is_table else table + key
        if is_table:
            table = key
        for length in range(1, len(whole) + 1):
            found.setdefault(whole[:length], statement[0].line)
    return found


def line_of(lines: Mapping[Key, int], key: Key) -> int | None:
    """The line of a key, else of the value that it lies in."""
    return next((lines[key[:length]] for length in range(len(key), 0, -1) if key[:length] in lines), None)


def _statements(text: str) -> Iterator[list[_Token]]:
    """The tokens of each table's head and each pair of key and value, blanks and comments left out."""
    statement: list[_Token] = []
    depth = 0
    for token in _tokens(text):
        if token.kind == "line":
            # The brackets of a table's head close on their line; those of a value may stay open.
            if depth <= 0 and statement:
                yield statement
                statement = []
            continue
        if token.kind in ("blank", "comment"):
            continue
        depth = (depth if statement else 0) + (token.text in "[{") - (token.text in "]}")
        statement.append(token)
    if statement:
        yield statement


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for match in _TOKEN.finditer(text):
        yield _Token(match.lastgroup or "other", match[0], line)
        line += match[0].count("\n")


def _key(statement: list[_Token]) -> Key:
    """The parts of the key with which a statement begins."""
    parts: list[str] = []
    for token in statement:
        if token.text == "=" or (token.text == "]" and parts):
            break
        if token.kind == "bare":
            parts.append(token.text)
        elif token.kind == "string":
            parts.append(_unquoted(token.text))
    return tuple(parts)


def _unquoted(quoted: str) -> str:
    if quoted[0] == "'":
        return quoted[1:-1]
    # Nearly no key is quoted so.
    import json  # noqa: PLC0415

    try:
        # TOML's escapes are those of JSON, but for one that no key of ours needs.
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return quoted[1:-1]
