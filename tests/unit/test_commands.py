import itertools
from collections import Counter
from pathlib import Path

from reader.commands import BY_ID, COMMANDS, FILTERS, FOOTERS, Place, commands_at, filters_table, keys_table
from reader.search.language import pieces

ROOT = Path(__file__).parents[2]


def test_every_command_has_an_id_of_its_own():
    assert len(BY_ID) == len(COMMANDS)


def test_no_key_means_two_things_in_one_place():
    for pane in (Place.READING, Place.LIST):
        heard = Counter(key for command in commands_at(pane) for key in command.keys)
        assert [key for key, times in heard.items() if times > 1] == []
    everywhere = [key for command in commands_at(Place.ANYWHERE, Place.ALWAYS) for key in command.keys]
    assert len(everywhere) == len(set(everywhere))


def test_a_pane_takes_no_key_from_what_works_everywhere():
    everywhere = {key for command in commands_at(Place.ANYWHERE, Place.ALWAYS) for key in command.keys}
    for place in (Place.READING, Place.LIST, Place.FILTER):
        assert everywhere.isdisjoint(key for command in commands_at(place) for key in command.keys)


def test_no_printable_key_is_taken_from_the_filter_bar():
    keys = itertools.chain.from_iterable(command.keys for command in commands_at(Place.FILTER, Place.ALWAYS))
    assert [key for key in keys if len(key) == 1 or key == "space"] == []


def test_the_brackets_alone_do_nothing_that_other_keys_do_not_do_too():
    for command in COMMANDS:
        assert not command.keys or set(command.keys) - set("[]{}")


def test_the_footer_names_commands_that_exist():
    for names in FOOTERS.values():
        assert all(name in BY_ID for name in names)


def test_the_readme_tells_the_keys_as_the_table_has_them():
    assert keys_table() in (ROOT / "README.md").read_text("utf-8")


def test_the_readme_has_the_filter_language_as_it_is():
    assert filters_table() in (ROOT / "README.md").read_text("utf-8")


def test_every_example_of_the_filter_language_means_more_than_it_says():
    plain, *others = FILTERS
    assert not pieces(plain.typed)
    assert all(pieces(one.typed) for one in others)
