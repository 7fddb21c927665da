"""Everything a person can ask of the program: the one table behind bindings, footer, palette, help and README.

Plain data. A key is named as Textual names it (`pagedown`, `ctrl+d`) or is the character itself.
"""

from enum import Enum
from typing import NamedTuple


class Place(Enum):
    """Where a key is heard. The value is how help names it."""

    READING = "reading pane"
    LIST = "article list"
    FILTER = "filter bar"
    ANYWHERE = "both panes"
    ALWAYS = "everywhere"


class Group(Enum):
    """What a command is about, in the order in which help tells of it."""

    ANSWERS = "Answers"
    MOVING = "Moving"
    FINDING = "Finding"
    ARTICLES = "Articles"
    TAKING = "Taking away"
    VIEW = "View"
    PROGRAM = "Program"


class Command(NamedTuple):
    """One thing that can be done."""

    id: str
    """Stable: settings remap keys by it."""
    keys: tuple[str, ...]
    """None where only the palette has it."""
    action: str
    """The method `action_…` of the widget or screen that hears the key."""
    label: str
    """A word or two, for the footer."""
    help: str
    """A line, for help, palette and README."""
    places: tuple[Place, ...]
    group: Group

    @property
    def shown_keys(self) -> str:
        """The keys as people know them, blanks between."""
        return " ".join(shown_key(key) for key in self.keys)

    @property
    def where(self) -> str:
        """The places as help names them."""
        names = Place.ANYWHERE.value if set(self.places) == {Place.READING, Place.LIST} else None
        return names or ", ".join(place.value for place in self.places)


_SHOWN = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "f1": "F1",
    "space": "space",
}


def shown_key(key: str) -> str:
    """A key as people know it: `ctrl+d` is `^d`."""
    if key.startswith("ctrl+"):
        rest = key.removeprefix("ctrl+")
        return f"^{_SHOWN.get(rest, rest)}"
    return _SHOWN.get(key, key)


_READING = (Place.READING,)
_LIST = (Place.LIST,)
_FILTER = (Place.FILTER,)
_PANES = (Place.READING, Place.LIST)
_ANYWHERE = (Place.ANYWHERE,)
_ALWAYS = (Place.ALWAYS,)

COMMANDS: tuple[Command, ...] = (
    Command(
        "answer.next",
        ("l", "right", "]"),
        "next_answer",
        "next answer",
        "next answer; next section where there is no Q&A",
        _READING,
        Group.ANSWERS,
    ),
    Command(
        "answer.previous",
        ("h", "left", "["),
        "previous_answer",
        "previous answer",
        "previous answer; before the first, back to the list",
        _READING,
        Group.ANSWERS,
    ),
    Command(
        "answer.questions",
        ("t",),
        "questions",
        "questions",
        "the questions of this article, to skim, to filter, to jump to",
        _ANYWHERE,
        Group.ANSWERS,
    ),
    Command(
        "answer.search",
        ("s",),
        "answers",
        "answers",
        "search answers across the archive, from anywhere",
        _ANYWHERE,
        Group.FINDING,
    ),
    Command(
        "speaker.said",
        ("w",),
        "screen.said",
        "speaker",
        "everything this speaker said, across the archive",
        _READING,
        Group.ANSWERS,
    ),
    Command(
        "answer.elsewhere",
        ("x",),
        "screen.asked_elsewhere",
        "elsewhere",
        "this question, asked to others",
        _READING,
        Group.ANSWERS,
    ),
    Command("answer.mark", ("m",), "mark", "mark", "mark this answer, or take the mark away", _ANYWHERE, Group.TAKING),
    Command("answer.note", ("a",), "note", "note", "a note on this answer", _ANYWHERE, Group.TAKING),
    Command("marks", ("M",), "marks", "marks", "the marks and notes of this archive", _ANYWHERE, Group.TAKING),
    Command("answer.copy", ("y",), "copy_answer", "copy", "copy the answer with its source", _ANYWHERE, Group.TAKING),
    Command(
        "answer.copy_as",
        ("c",),
        "copy_as",
        "copy as",
        "copy the answer as Markdown, plain text, CSL-JSON or BibTeX",
        _ANYWHERE,
        Group.TAKING,
    ),
    Command(
        "article.copy", ("Y",), "copy_article", "copy all", "copy the article with its source", _ANYWHERE, Group.TAKING
    ),
    Command("line.down", ("j", "down"), "line_down", "down", "a line or a row down", _PANES, Group.MOVING),
    Command("line.up", ("k", "up"), "line_up", "up", "a line or a row up", _PANES, Group.MOVING),
    Command("page.down", ("space", "pagedown", "f"), "page_down", "page", "a page down", _PANES, Group.MOVING),
    Command("page.up", ("b", "pageup"), "page_up", "page up", "a page up", _PANES, Group.MOVING),
    Command("half.down", ("d", "ctrl+d"), "half_down", "half page", "half a page down", _PANES, Group.MOVING),
    Command("half.up", ("u", "ctrl+u"), "half_up", "half page up", "half a page up", _PANES, Group.MOVING),
    Command("top", ("g", "home"), "top", "top", "the top", _PANES, Group.MOVING),
    Command(
        "end",
        ("G", "end"),
        "end",
        "end",
        "the end; with a number before it, that question or row",
        _PANES,
        Group.MOVING,
    ),
    Command("paragraph.next", ("}", ")"), "next_paragraph", "paragraph", "next paragraph", _READING, Group.MOVING),
    Command(
        "paragraph.previous",
        ("{", "("),
        "previous_paragraph",
        "paragraph up",
        "previous paragraph",
        _READING,
        Group.MOVING,
    ),
    Command("find", ("/",), "screen.find", "find", "find in this article", _READING, Group.FINDING),
    Command("filter", ("/",), "screen.filter", "filter", "filter the list", _LIST, Group.FINDING),
    Command("filter.anywhere", ("F",), "filter", "filter", "filter the list, from anywhere", _ANYWHERE, Group.FINDING),
    Command(
        "match.next",
        ("n",),
        "next_match",
        "next match",
        "next match, then on into the next article",
        _ANYWHERE,
        Group.FINDING,
    ),
    Command(
        "match.previous",
        ("N",),
        "previous_match",
        "previous match",
        "previous match, then back into the article before",
        _ANYWHERE,
        Group.FINDING,
    ),
    Command("article.open", ("enter", "l", "right"), "screen.read", "read", "read the article", _LIST, Group.ARTICLES),
    Command(
        "article.next",
        ("J",),
        "next_article",
        "next article",
        "next article, within the filter",
        _ANYWHERE,
        Group.ARTICLES,
    ),
    Command(
        "article.previous",
        ("K",),
        "previous_article",
        "previous article",
        "previous article, within the filter",
        _ANYWHERE,
        Group.ARTICLES,
    ),
    Command("back", ("<", "backspace", "ctrl+o"), "back", "back", "back to where you were", _ANYWHERE, Group.ARTICLES),
    Command("forward", (">",), "forward", "forward", "forward again", _ANYWHERE, Group.ARTICLES),
    Command(
        "list.sort",
        ("S",),
        "screen.sort",
        "sort",
        "sort the list: relevance, name, headline, date, length, questions, unread first",
        _LIST,
        Group.ARTICLES,
    ),
    Command("skipped", ("!",), "skipped", "skipped", "what was skipped, and why", _ANYWHERE, Group.ARTICLES),
    Command(
        "unfold",
        ("enter",),
        "unfold",
        "unfold",
        "show or fold the site text on the screen; where there is none, the links",
        _READING,
        Group.VIEW,
    ),
    Command("fold", ("v", "\\"), "toggle_furniture", "site text", "show or fold all site text", _READING, Group.VIEW),
    Command("column.wider", ("+", "="), "wider", "wider", "a wider column", _READING, Group.VIEW),
    Command("column.narrower", ("-",), "narrower", "narrower", "a narrower column", _READING, Group.VIEW),
    Command("list.wider", ("ctrl+right",), "widen_list", "wider list", "a wider list", _ANYWHERE, Group.VIEW),
    Command("list.narrower", ("ctrl+left",), "narrow_list", "narrower list", "a narrower list", _ANYWHERE, Group.VIEW),
    Command("zen", ("z",), "zen", "zen", "the reading pane alone", _ANYWHERE, Group.VIEW),
    Command("pane.other", ("tab", "shift+tab"), "other_pane", "other pane", "the other pane", _ALWAYS, Group.VIEW),
    Command(
        "filter.down",
        ("down", "ctrl+j"),
        "screen.list_down",
        "down",
        "a row down in the list",
        _FILTER,
        Group.FINDING,
    ),
    Command("filter.up", ("up", "ctrl+k"), "screen.list_up", "up", "a row up in the list", _FILTER, Group.FINDING),
    Command(
        "filter.page_down",
        ("pagedown",),
        "screen.list_page_down",
        "page",
        "a page down in the list",
        _FILTER,
        Group.FINDING,
    ),
    Command(
        "filter.page_up", ("pageup",), "screen.list_page_up", "page up", "a page up in the list", _FILTER, Group.FINDING
    ),
    Command(
        "filter.read",
        ("enter",),
        "screen.read",
        "read",
        "keep the filter and read the hit at its match",
        _FILTER,
        Group.FINDING,
    ),
    Command(
        "escape",
        ("escape",),
        "escape",
        "back",
        "one step back: find, filter, pane; never leaves the program",
        _ALWAYS,
        Group.PROGRAM,
    ),
    Command("help", ("?",), "help", "keys", "all keys", _ANYWHERE, Group.PROGRAM),
    Command("help.always", ("f1",), "help", "keys", "all keys, from anywhere", _ALWAYS, Group.PROGRAM),
    Command(
        "palette", (":",), "palette", "commands", "every command and every headline by name", _ANYWHERE, Group.PROGRAM
    ),
    Command(
        "palette.always",
        ("ctrl+p",),
        "palette",
        "commands",
        "every command and every headline by name, from anywhere",
        _ALWAYS,
        Group.PROGRAM,
    ),
    Command("edit", ("e",), "edit", "edit", "open the file in the editor, at this line", _ANYWHERE, Group.PROGRAM),
    Command(
        "links",
        ("o",),
        "links",
        "links",
        "the links of this article and its other headlines, to open one",
        _ANYWHERE,
        Group.PROGRAM,
    ),
    Command("folder", (), "folder", "folder", "open the folder of this file", _ANYWHERE, Group.PROGRAM),
    Command(
        "suspend",
        ("ctrl+z",),
        "app.suspend_process",
        "suspend",
        "back to the shell; fg returns",
        _ALWAYS,
        Group.PROGRAM,
    ),
    Command("theme", (), "theme", "theme", "choose the colours", _ANYWHERE, Group.VIEW),
    Command("article.unread", (), "unread", "unread", "take this article for unread again", _ANYWHERE, Group.ARTICLES),
    Command("quit", ("q",), "app.quit", "quit", "leave", _ANYWHERE, Group.PROGRAM),
    Command("quit.always", ("ctrl+q",), "app.quit", "quit", "leave, from anywhere", _ALWAYS, Group.PROGRAM),
    Command(
        "copy.or_quit",
        ("ctrl+c",),
        "copy_or_quit",
        "copy",
        "copy what is selected, else leave",
        _ALWAYS,
        Group.PROGRAM,
    ),
)


def commands_at(*places: Place) -> tuple[Command, ...]:
    """The commands heard at any of these places, in the table's order."""
    return tuple(command for command in COMMANDS if any(place in places for place in command.places))


class Moment(Enum):
    """What matters in the reading pane just now."""

    READING = "reading"
    FOUND = "found"
    """There are matches to go through."""
    SELECTED = "selected"


READING_FOOTERS: dict[Moment, tuple[str, ...]] = {
    Moment.READING: ("answer.next", "answer.questions", "find", "answer.copy", "article.next", "help"),
    Moment.FOUND: ("match.next", "match.previous", "answer.next", "answer.questions", "answer.copy", "help"),
    Moment.SELECTED: ("answer.copy", "answer.mark", "answer.note", "answer.next", "help"),
}
"""What the footer says of the reading pane."""

FOOTERS: dict[Place, tuple[str, ...]] = {
    Place.READING: READING_FOOTERS[Moment.READING],
    Place.LIST: ("filter", "article.open", "answer.search", "pane.other", "quit", "help"),
    Place.FILTER: ("filter.read", "filter.down", "escape", "pane.other", "quit.always", "help.always"),
}
"""What the footer says where, most wanted first. Help, the last, is always there: the rest gives way to it."""

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}


def keys_table() -> str:
    """Keys and what they do, as a Markdown table: the README has it."""
    rows = ["| key | where | what it does |", "|---|---|---|"]
    for group in Group:
        for command in COMMANDS:
            if command.group is group:
                keys = " ".join(f"`{shown_key(key)}`" for key in command.keys).replace("|", "\\|") or "palette"
                rows.append(f"| {keys} | {command.where} | {command.help} |")
    return "\n".join(rows)


class Example(NamedTuple):
    """Something that may be typed into the filter bar."""

    typed: str
    help: str


FILTERS: tuple[Example, ...] = (
    Example("dangrous famly", "both words, near spellings forgiven; the last may go on"),
    Example('"need to know"', "these words in this order"),
    Example("'secondment", "exactly this word"),
    Example("-prevent", "not this word; also before a phrase or a filter"),
    Example("vetting | clearance", "either"),
    Example("title:vetting", "in the headline"),
    Example("q:dangerous", "in a question"),
    Example("a:secure", "in an answer"),
    Example("speaker:jukes", "what somebody of this name says"),
    Example("is:interview", "interviews; also is:faq, is:article"),
    Example("is:unread", "not read yet; also is:read, is:marked"),
    Example("has:note", "with a note of yours"),
    Example("after:2021", "dated from then on"),
    Example("before:2023-06", "dated before"),
)
"""The filter language, as help and README tell it."""


def filters_table() -> str:
    """What may be typed and what it means, as a Markdown table: the README has it."""
    rows = ["| typed | what it finds |", "|---|---|"]
    rows += ["| `{}` | {} |".format(one.typed.replace("|", "\\|"), one.help) for one in FILTERS]
    return "\n".join(rows)
