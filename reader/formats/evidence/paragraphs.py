"""Paragraphs: runs of lines that hold words, between blank lines, rules, furniture and headings."""

from typing import NamedTuple

from reader.formats.page import Page


class Paragraph(NamedTuple):
    """Lines `first` to `last`, both included, from 0."""

    first: int
    last: int


def has_words(line: str) -> bool:
    """Whether a line holds a letter or a digit."""
    return line[:1].isalnum() or line[-1:].isalnum() or any(map(str.isalnum, line))


def paragraphs(page: Page, start: int, stop: int) -> list[Paragraph]:
    """The paragraphs among the lines from `start` to before `stop`."""
    bare, furniture = page.bare, page.furniture
    found: list[Paragraph] = []
    first = -1
    for index in range(start, stop):
        line = bare[index]
        if line and index not in furniture and has_words(line):
            if first < 0:
                first = index
        elif first >= 0:
            found.append(Paragraph(first, index - 1))
            first = -1
    if first >= 0:
        found.append(Paragraph(first, stop - 1))
    return found


def words(page: Page, paragraph: Paragraph, column: int = 0) -> str:
    """What a paragraph says, from a column of its first line, on one line."""
    if paragraph.first == paragraph.last:
        return page.bare[paragraph.first][column:]
    return " ".join((page.bare[paragraph.first][column:], *page.bare[paragraph.first + 1 : paragraph.last + 1]))
