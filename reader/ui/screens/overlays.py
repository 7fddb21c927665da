"""What the overlays list: the questions of an article, the commands, and what was skipped."""

from collections.abc import Container, Mapping, Sequence
from pathlib import Path

from reader.commands import COMMANDS, FILTERS, Command, Group
from reader.layout.displayable import one_line
from reader.model.article import Article
from reader.model.corpus import Corpus
from reader.store.remembered import Mark
from reader.ui.bindings import remapped
from reader.ui.memory import MARKED, NOTED, SEEN
from reader.ui.render import plural
from reader.ui.screens.picker import Choice

LISTED_COMMANDS: tuple[Command, ...] = tuple(
    command for group in Group for command in COMMANDS if command.group is group
)
"""In the order of help: by group, then as the table has them."""


def question_choices(article: Article, seen: Container[int]) -> list[Choice]:
    """Each question with its number, the length of its answer, and a tick where that was read."""
    choices = []
    for exchange in article.exchanges:
        words = len(article.prose(exchange.answer.body).split())
        tick = SEEN if exchange.number in seen else " "
        note = f"{plural(words, 'word')} {tick}"
        choices.append(Choice(article.prose(exchange.question.body), lead=f"{exchange.number:>3}", note=note))
    return choices


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


def skipped_choices(corpus: Corpus, roots: Sequence[Path]) -> list[Choice]:
    """Every file that is no article, with the reason, and the articles whose text was odd."""
    choices = [
        Choice(_below(one.path, roots), lead="✗" if one.is_unreadable else "·", note=one.reason)
        for one in corpus.skipped
    ]
    choices += [
        Choice(entry.id, lead="!", note="; ".join(entry.warnings)) for entry in corpus.entries if entry.warnings
    ]
    return choices


def _below(path: Path, roots: Sequence[Path]) -> str:
    for root in roots:
        if path != root and path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name


def mark_choices(marks: Sequence[Mark]) -> list[Choice]:
    """Each mark with its passage; below it the article, and the note."""
    return [
        Choice(
            one_line(mark.quote),
            lead=MARKED if mark.is_marked else NOTED,
            note=one_line(mark.title) + (f" · question {mark.exchange}" if mark.exchange is not None else ""),
            below=f"{NOTED} {one_line(mark.note)}" if mark.note else "",
        )
        for mark in marks
    ]
