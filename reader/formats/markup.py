r"""Marks inside a line of text that are there for a program, not for a reader: Markdown's, HTML's, site generators'.

`inlines` finds them in one pass and answers in code points of the whole text: what is strong, emphasised, code or a
link, which characters are hidden, and which character a reference such as `&amp;` stands for. Nothing is removed; the
text stays as it is.

The marks are CommonMark's, read by a scanner of our own that is linear in any input:

    text ──tokens──▶  ` * _ ~~ [ ] < & \ ://   ──stacks──▶  Inline, Inline, …
                      one regular expression     one stack for each kind of
                      that cannot backtrack      bracket; a mark that finds no
                                                 partner is left as text

In a text that is not Markdown the same marks count only where nothing else could be meant: emphasis stands around
whole words, within one line, and a backslash is a backslash.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from html import unescape
from html.entities import html5
from typing import Final, Literal, TypeAlias

from reader.formats.tags import TAG_STYLES, TAGS
from reader.formats.tokens import tokens
from reader.model.article import Inline, InlineStyle
from reader.model.text import span_of

PLAIN_MARKS: Final = ("*", "_", "`", "<", "&", "[", "~~", "\\", "://")
"""A line that holds none of these has no inlines where there is no Markdown."""
MARKS: Final = (*PLAIN_MARKS, "{", ":::")
"""A line that holds none of these has no inlines."""

_SAID: Final = re.compile(r"""\{\{[<%]\s*+[\w-]++\s++["']?([^\s"'=<>]++)["']?\s*+[>%]\}\}""")
"""A call of a site's program with one word, as `{{< name "word" >}}`."""
_POINTED: Final = re.compile(r"(?P<words>[^<>`\s]++(?:\s++[^<>`\s]++)*+)\s*+<(?P<target>[^<>`\s]++)>`__?(?!\w)")
"""A link of reStructuredText behind its first tick."""
_HREF: Final = re.compile(r"""\bhref\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""", re.IGNORECASE)
_LEAD: Final = 8
_LEADING: Final = " \t>-+#.0123456789"
"""How many characters, and which, may stand before a mark that begins a line."""

_URL_TAIL: Final = ".,;:!?'’”»)]}"

Dialect: TypeAlias = Literal["markdown", "plain"]


def reference(label: str) -> str:
    """The form in which two spellings of a link's label are the same."""
    return " ".join(label.split()).casefold()


def inlines(
    text: str, start: int, end: int, dialect: Dialect, references: Mapping[str, str] | None = None
) -> list[Inline]:
    """The marks of `text[start:end]`, one paragraph or line, in order of their starts.

    `references` gives the target of each link label that the text defines elsewhere, by `reference(label)`.
    """
    scan = _Scan(text, start, end, dialect, references or {})
    scan.run()
    return [Inline(span_of(first, -past), style, target) for first, past, _, style, target in sorted(scan.found)]


class _Scan:
    """One pass over the tokens; the stacks hold what is open."""

    def __init__(self, text: str, start: int, end: int, dialect: Dialect, references: Mapping[str, str]) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.is_markdown = dialect == "markdown"
        self.references = references
        self.found: list[tuple[int, int, int, InlineStyle, str]] = []
        """Start and end, this below zero, number, style and target of each inline: as they sort."""
        self.brackets: list[tuple[int, int]] = []
        self.runs: dict[str, list[tuple[int, int]]] = {"*": [], "_": [], "~": []}
        self.left: list[tuple[int, int]] = []
        """Stars that could neither open nor close anything."""
        self.tags: dict[str, list[tuple[int, int, str]]] = defaultdict(list)

    def add(self, start: int, end: int, style: InlineStyle, target: str = "") -> None:
        if start < end:
            self.found.append((start, -end, len(self.found), style, target))

    def run(self) -> None:
        ticks = self._ticks() if self.text.find("`", self.start, self.end) >= 0 else {}
        past = self.start
        has_comment_end = True
        for token in tokens(self.text, self.start, self.end):
            at, stop = token.span()
            if at < past:
                continue
            match token.lastgroup:
                case "escape":
                    if self.is_markdown:
                        self.add(at, at + 1, "hidden")
                case "generator":
                    if self.is_markdown:
                        self._generator(at, stop)
                case "ticks":
                    past = self._code(at, stop, ticks[stop - at])
                case "run":
                    self._emphasis(at, stop)
                case "comment":
                    closed = self.text.find("-->", stop, self.end) if has_comment_end else -1
                    has_comment_end = closed >= 0
                    if closed >= 0:
                        past = closed + 3
                        self.add(at, past, "hidden")
                case "auto":
                    self.add(at, at + 1, "hidden")
                    self.add(at + 1, stop - 1, "link", token["auto"])
                    self.add(stop - 1, stop, "hidden")
                case "attributes":
                    self._tag(at, stop, token["tag"].lower(), token["end"], token["attributes"])
                case "entity":
                    if token[0][1] == "#" or token[0][1:] in html5:
                        self.add(at, stop, "character", unescape(token[0]))
                case "open":
                    self.brackets.append((at, stop))
                case "url":
                    self._url(at, stop)
                case _:
                    self._link(at, stop, token["target"], token["reference"])
        if self.left or self.runs["*"]:
            self._pair()

    def _ticks(self) -> Mapping[int, list[int]]:
        """Where ticks stand, by their number, the last first: a pass of its own, for to keep all tokens takes more."""
        ticks: dict[int, list[int]] = defaultdict(list)
        for token in tokens(self.text, self.start, self.end):
            if token.lastgroup == "ticks":
                ticks[len(token[0])].append(token.start())
        for places in ticks.values():
            places.reverse()
        return ticks

    def _generator(self, at: int, stop: int) -> None:
        """Hides what only the program that made the site reads; in the middle of a line all but the one word it has."""
        is_last = not self.text[stop : min(stop + _LEAD, self.end)].partition("\n")[0].strip()
        said = None if is_last and self._begins_line(at, " \t") else _SAID.fullmatch(self.text, at, stop)
        word = said.span(1) if said else (stop, stop)
        self.add(at, word[0], "hidden")
        self.add(word[1], stop, "hidden")

    def _code(self, at: int, stop: int, closers: list[int]) -> int:
        """Marks a code span and gives the offset behind it."""
        while closers and closers[-1] <= at:
            closers.pop()
        if not closers:
            return stop
        closed = closers[-1]
        width = stop - at
        if not self.is_markdown:
            pointed = _POINTED.match(self.text, stop, self.end) if width == 1 else None
            if pointed and pointed.end("target") + 1 == closed:
                self.add(at, stop, "hidden")
                self.add(stop, pointed.end("words"), "link", pointed["target"])
                self.add(pointed.end("words"), pointed.end(), "hidden")
                return pointed.end()
            if "\n" in self.text[stop:closed]:
                return stop
        self.add(at, stop, "hidden")
        self.add(stop, closed, "code")
        self.add(closed, closed + width, "hidden")
        return closed + width

    def _emphasis(self, at: int, stop: int) -> None:
        """Closes what this run of marks can close, and opens with what is left of it."""
        mark = self.text[at]
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[stop] if stop < self.end else " "
        opens, closes = self._flanks(mark, before, after)
        stack = self.runs[mark]
        while closes and stack and at < stop:
            opened, opened_end = stack.pop()
            if not self.is_markdown and "\n" in self.text[opened_end:at]:
                continue
            width = min(2, opened_end - opened, stop - at)
            inner = opened_end - width
            style: InlineStyle = "strike" if mark == "~" else "strong" if width == 2 else "emphasis"
            self.add(inner, opened_end, "hidden")
            self.add(opened_end, at, style)
            self.add(at, at + width, "hidden")
            at += width
            if inner > opened:
                stack.append((opened, inner))
            for others in self.runs.values():
                while others and others[-1][0] > opened:
                    others.pop()
        if at < stop:
            if opens:
                stack.append((at, stop))
            elif mark == "*":
                self.left.append((at, stop))

    def _pair(self) -> None:
        """Pairs double stars that found no partner: a blank stands on the wrong side of one, as in `**Jane: **Well`.

        One that is left at either end of a paragraph of Markdown is hidden: its partner is in another.
        """
        alone: list[tuple[int, int]] = []
        is_paired = True
        for run in sorted(run for run in (*self.left, *self.runs["*"]) if run[1] - run[0] == 2):
            if not is_paired and self._stand_around(*alone[-1], *run):
                first, inner = alone.pop()
                self.add(first, inner, "hidden")
                self.add(inner, run[0], "strong")
                self.add(*run, "hidden")
                is_paired = True
            else:
                alone.append(run)
                is_paired = False
        if not alone or not self.is_markdown:
            return
        (first, inner), (last, past) = alone[0], alone[-1]
        if not self.text[self.start : first].strip() and self.text[inner : inner + 1].isalnum():
            self.add(first, inner, "hidden")
        elif not self.text[past : self.end].strip() and not self.text[last - 1].isspace():
            self.add(last, past, "hidden")

    def _stand_around(self, first: int, inner: int, closing: int, past: int) -> bool:
        """Whether two marks can only be meant as a pair: the first begins a line, or the second begins nothing."""
        said = self.text[inner:closing]
        if not said.strip() or ("\n" in said and not self.is_markdown):
            return False
        if said[0].isspace() and said[-1].isspace():
            return False
        if self._begins_line(first):
            return self.is_markdown or not said[0].isspace()
        before = self.text[first - 1]
        is_free = not before.isalnum() and (past == self.end or self.text[past].isspace())
        return self.is_markdown and is_free and not said[0].isspace()

    def _begins_line(self, at: int, leading: str = _LEADING) -> bool:
        """Whether nothing but some of these characters stands before a place on its line."""
        before = self.text[max(self.start, at - _LEAD) : at]
        is_first = at - len(before) == self.start or "\n" in before
        return is_first and not before.rpartition("\n")[2].strip(leading)

    def _flanks(self, mark: str, before: str, after: str) -> tuple[bool, bool]:
        """Whether a run of marks between these characters can open, and close, what it stands around."""
        opens, closes = not after.isspace(), not before.isspace()
        if not self.is_markdown or mark == "_":
            return opens and not before.isalnum(), closes and not after.isalnum()
        before_word, after_word = before.isalnum() or before.isspace(), after.isalnum() or after.isspace()
        return (
            opens and (after.isalnum() or before.isspace() or not before_word),
            closes and (before.isalnum() or after.isspace() or not after_word),
        )

    def _tag(self, at: int, stop: int, name: str, closing: str, attributes: str) -> None:
        """Hides an HTML tag; a pair of them may give what is between a style."""
        if name not in TAGS:
            return
        self.add(at, stop, "hidden")
        style = TAG_STYLES.get(name)
        if style is None:
            return
        if not closing:
            href = _HREF.search(attributes)
            self.tags[name].append((at, stop, (href[1] or href[2] or href[3] or "") if href else ""))
        elif self.tags[name]:
            _, opened_end, target = self.tags[name].pop()
            if style != "link" or target:
                self.add(opened_end, at, style, target)

    def _link(self, at: int, stop: int, target: str | None, label: str | None) -> None:
        """Closes a bracket; it is a link where a target follows or its label is defined."""
        if not self.brackets:
            return
        opened, inner = self.brackets.pop()
        if target is None:
            target = self.references.get(reference(label or self.text[inner:at])) if self.references else None
            if target is None:
                return
        if target.startswith("<"):
            target = target[1:-1]
        self.add(opened, inner, "hidden")
        self.add(inner, at, "link", target)
        self.add(at, stop, "hidden")
        for others in self.runs.values():
            while others and others[-1][0] > opened:
                others.pop()

    def _url(self, at: int, stop: int) -> None:
        """Marks an address written out; the point or bracket after it is not part of it."""
        url = self.text[at:stop]
        while url and url[-1] in _URL_TAIL and not (url[-1] == ")" and "(" in url):
            url = url[:-1]
        self.add(at, at + len(url), "link", url)
