"""What the overlays list: the questions of an article, the commands, and what was skipped."""

from array import array
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, overload

from reader.commands import COMMANDS, FILTERS, Command, Group
from reader.layout.displayable import one_line
from reader.model.article import Article
from reader.model.corpus import Corpus
from reader.store.remembered import Mark
from reader.ui.bindings import remapped
from reader.ui.memory import MARKED, NOTED, SEEN
from reader.ui.render import plural
from reader.ui.screens.picker import HEADLINE_SIGN
from reader.ui.widgets.choice_list import Choice, Choices

if TYPE_CHECKING:
    from reader.export.links import Link
    from reader.search.headlines import Related

LISTED_COMMANDS: tuple[Command, ...] = tuple(
    command for group in Group for command in COMMANDS if command.group is group
)
"""In the order of help: by group, then as the table has them."""


class _Questions(Sequence[Choice]):
    """The questions of an article, each put into words when it is looked at: there may be very many."""

    def __init__(self, article: Article, seen: Container[int]) -> None:
        self._article = article
        self._seen = seen
        self._words = array("q", (len(article.prose(one.answer.body).split()) for one in article.exchanges))

    def __len__(self) -> int:
        return len(self._words)

    @overload
    def __getitem__(self, place: int) -> Choice: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Choice]: ...
    def __getitem__(self, place: int | slice) -> Choice | Sequence[Choice]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        exchange = self._article.exchanges[place]
        tick = SEEN if exchange.number in self._seen else " "
        note = f"{plural(self._words[place], 'word')} {tick}"
        return Choice(self._article.prose(exchange.question.body), lead=f"{exchange.number:>3}", note=note)


def question_choices(article: Article, seen: Container[int]) -> Choices:
    """Each question with its number, the length of its answer, and a tick where that was read."""
    return Choices(_Questions(article, seen), lead=max(3, len(str(len(article.exchanges)))), row_height=1)


def command_choices(keymap: Mapping[str, str]) -> list[Choice]:
    """Every command with its keys, as they were set, and where they are heard."""
    return [
        Choice(
            command.help,
            lead=remapped(command, keymap).shown_keys,
            note=command.where,
            is_note_extra=True,
        )
        for command in LISTED_COMMANDS
    ]


def filter_choices() -> list[Choice]:
    """What may be typed into the filter bar, with what it finds."""
    return [Choice(one.help, lead=one.typed, note="filter language", is_note_extra=True) for one in FILTERS]


def skipped_choices(corpus: Corpus, roots: Sequence[Path]) -> Choices:
    """Every file that is no article, with the reason, and the articles whose text was odd."""
    choices = [
        Choice(_below(one.path, roots), lead="✗" if one.is_unreadable else "·", note=one.reason)
        for one in corpus.skipped
    ]
    choices += [
        Choice(entry.id, lead="!", note="; ".join(entry.warnings)) for entry in corpus.entries if entry.warnings
    ]
    return Choices.of(choices)


def _below(path: Path, roots: Sequence[Path]) -> str:
    for root in roots:
        if path != root and path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name


def mark_choices(marks: Sequence[Mark]) -> Choices:
    """Each mark with its passage; below it the article, and the note."""
    return Choices.of(
        Choice(
            one_line(mark.quote),
            lead=MARKED if mark.is_marked else NOTED,
            note=one_line(mark.title) + (f" · question {mark.exchange}" if mark.exchange is not None else ""),
            below=f"{NOTED} {one_line(mark.note)}" if mark.note else "",
        )
        for mark in marks
    )


def link_choices(related: Sequence["Related"], links: Sequence["Link"]) -> Choices:
    """The other headlines of an article that are in the archive, then its links."""
    return Choices.of(
        (
            *(Choice(one.headline, lead=HEADLINE_SIGN, note="in this archive") for one in related),
            *(Choice(link.url, note=link.text if link.text != link.url else "") for link in links),
        )
    )
