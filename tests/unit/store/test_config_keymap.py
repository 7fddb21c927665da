import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _normalize_key_list

from reader.commands import BY_ID, COMMANDS, Command, Group, Place, shown_key
from reader.store.keymap import Refusal, key_named, keymap


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("j", "j"),
        ("G", "G"),
        (" ", "space"),
        ("PgDn", "pagedown"),
        ("page_down", "pagedown"),
        ("←", "left"),
        ("Esc", "escape"),
        ("^d", "ctrl+d"),
        ("Ctrl+D", "ctrl+d"),
        ("control+d", "ctrl+d"),
        ("shift+tab", "shift+tab"),
        ("shift+g", "G"),
        ("ctrl+i", "tab"),
        ("ctrl+m", "enter"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("alt+x", "alt+x"),
        ("F5", "f5"),
        ("question_mark", "?"),
        ("slash", "/"),
        ("+", "+"),
        ("é", "é"),
        ("", None),
        ("\x1b", None),
        ("ctrl+é", None),
        ("ctrl+shift+x", None),
        ("hyper+x", None),
        ("ctrl+ctrl+x", None),
        ("ctrl+", None),
        ("++", None),
        ("f99", None),
        ("gg", None),
    ],
)
def test_keys_are_known_by_every_usual_name(text, key):
    assert key_named(text) == key


def test_every_key_of_the_table_and_as_help_shows_it_is_known():
    for command in COMMANDS:
        for key in command.keys:
            assert key_named(key) == key
            assert key_named(shown_key(key)) == key


@given(st.text(max_size=12) | st.lists(st.sampled_from(["ctrl", "alt", "a", "+", "f1", " "]), max_size=4).map("+".join))
def test_a_key_s_name_is_its_own(text):
    key = key_named(text)
    assert key is None or key_named(key) == key


def test_keys_can_change_places():
    assert keymap({"match.next": ("N",), "match.previous": ("n",)}) == (
        {"match.next": ("N",), "match.previous": ("n",)},
        (),
    )


def test_a_key_that_was_given_up_is_free():
    assert keymap({"quit": ("Q",), "help": ("q",)}).refusals == ()


def test_the_same_key_may_mean_two_things_in_two_places():
    assert keymap({"find": ("^f",), "filter": ("^f",)}).refusals == ()


def test_a_key_heard_everywhere_clashes_with_that_of_a_pane():
    assert keymap({"palette": ("l",)}).refusals == (Refusal("palette", "l already is answer.next in the reading pane"),)


def test_of_two_that_want_one_key_the_first_gets_it():
    found = keymap({"zen": ("Z",), "help": ("Z",)})
    assert found.keys == {"zen": ("Z",)}
    assert [refusal.command for refusal in found.refusals] == ["help"]


def test_who_is_refused_takes_the_usual_keys_back():
    # `help` wants what nobody gives up, so `?` is not free for `zen` either.
    found = keymap({"zen": ("?",), "help": ("j",)})
    assert (found.keys, [refusal.command for refusal in found.refusals]) == ({}, ["help", "zen"])


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"filter.read": ("x",)}, "x is typed in the filter bar, where filter.read is heard too"),
        ({"quit.always": ("space",)}, "space is typed in the filter bar, where quit.always is heard too"),
        ({"help": ("5",)}, "5 is part of a number, as in 12G"),
        ({"help": ()}, "at least one key was expected"),
        ({"help": ("hyper+h",)}, "there is no key 'hyper+h' that a terminal can tell"),
    ],
)
def test_what_can_not_be_is_refused(asked, reason):
    found = keymap(asked)
    assert (found.keys, [refusal.reason for refusal in found.refusals]) == ({}, [reason])


KEYS = [key for command in COMMANDS for key in command.keys] + ["X", "Z", "ctrl+x", "f5", ",", "5", "no key"]


@given(st.dictionaries(st.sampled_from(list(BY_ID)), st.lists(st.sampled_from(KEYS), max_size=3), max_size=12))
def test_whatever_is_asked_for_no_key_means_two_things_in_one_place(asked):
    granted, refusals = keymap(asked)
    assert {refusal.command for refusal in refusals}.isdisjoint(granted)
    for focus in (Place.READING, Place.LIST, Place.FILTER):
        places = {focus, Place.ALWAYS} | ({Place.ANYWHERE} if focus is not Place.FILTER else set())
        heard = [key for one in COMMANDS if places & set(one.places) for key in set(granted.get(one.id, one.keys))]
        assert len(heard) == len(set(heard))


def test_textual_takes_the_keys_as_they_are_meant():
    # What Textual makes of the strings has no public name.
    strings = keymap({"help": (",", "%", "X", "^x")}).for_textual
    assert _normalize_key_list(strings["help"]) == "comma,percent_sign,X,ctrl+x"


def test_another_table_of_commands_can_be_used():
    one = Command("one", ("a",), "one", "one", "one", (Place.LIST,), Group.MOVING)
    assert keymap({"one": ("b",)}, (one,)).keys == {"one": ("b",)}
