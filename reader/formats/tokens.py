"""The places in a text where a mark may stand: the tokens of Markdown, of HTML and of the programs that make sites.

Each is told by the name of its group:

    escape, ticks, run, comment, auto, entity, open, url    what they are called in CommonMark
    attributes                                              a tag, with its `end`, its name and its attributes
    close                                                   a bracket, with the target or the reference behind it
    generator                                               `{{< … >}}`, `{% … %}`, `{: … }`, `{#…}`, `:::`
"""

import re
from collections.abc import Iterator
from typing import Final

_FIRST: Final = re.compile(r"\\|`|\*|_|~|<|&|!|\[|\]|\{|:::|https?://")
"""What tokens begin with, as alternatives that are literal: the engine skips to them instead of trying each place."""

_TOKEN: Final = re.compile(
    r"""
      (?P<escape>\\[!-/:-@\[-`{-~] | (?<!\\.)\\(?=\r?\n))
    | (?P<ticks>`++)
    | (?P<run>\*++|_++|~~)
    | (?P<comment><!--)
    | <(?P<auto>https?://[^\s<>]++)>
    | <(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*+)(?P<attributes>(?:\s[^<>]*+|/)?)>
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<open>!?\[)
    | (?P<close>\])
      (?: \(\s*+ (?P<target><[^<>\n]*+>|(?:\{[{%][^{}\n]*+\}++)?+[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)*+)
          (?:\s++ (?:"[^"]*+"|'[^']*+'|\([^()]*+\)))? \s*+ \)
        | \[(?P<reference>[^\[\]]*+)\]
      )?
    | (?P<generator>\{\{[<%][^{}]*+\}\} | \{%[^{}]*+(?<=%)\} | \{:[^{}\n]*+\}
      | \{[\#.][A-Za-z][^{}\n]*+\}(?=[ \t]*+(?:\r?\n|$)) | (?<![^\n]):::++[ \t]*+(?:[\w-]++|\{[^{}\n]*+\})?)
    | (?P<url>https?://[^\s<>"`*\[\]|]++)
    """,
    re.VERBOSE,
)


def tokens(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The tokens of `text[start:end]`, in order, none within another."""
    past = start
    for first in _FIRST.finditer(text, start, end):
        at = first.start()
        if at >= past and (token := _TOKEN.match(text, at, end)):
            past = token.end()
            yield token
