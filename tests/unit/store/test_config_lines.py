import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.store.toml_lines import key_lines, line_of


def test_keys_stand_below_their_table():
    text = "a = 1\n\n[t]\n# no = 1\nb = 2\nc.d = 3\n"
    assert key_lines(text) == {("a",): 1, ("t",): 3, ("t", "b"): 5, ("t", "c"): 6, ("t", "c", "d"): 6}


@pytest.mark.parametrize(
    "value",
    [
        "[\n1,\n2 ]",
        '"""\nx = 1\n[y]\n"""',
        "'''\nit's\n'''",
        '"[" # ]',
        "{ z = 1 }",
        "[ '#', [\n'x = 1'\n] ]",
        "-1.5e3",
    ],
)
def test_values_hide_what_looks_like_a_key(value):
    text = f"first = {value}\nlast = 1\n"
    assert set(key_lines(text)) == {("first",), ("last",)}
    assert key_lines(text)["last",] == text[: text.index("last")].count("\n") + 1


def test_keys_may_be_quoted():
    assert key_lines('"a.b".\'c\' = 1\n[ "t\\u00e9" ]\n') == {("a.b",): 1, ("a.b", "c"): 1, ("té",): 2}


def test_arrays_of_tables_are_tables():
    assert key_lines("[[t]]\na = 1\n") == {("t",): 1, ("t", "a"): 2}


def test_lines_may_end_as_on_other_systems():
    assert key_lines("a = 1\r\nb = 2\r\n") == {("a",): 1, ("b",): 2}


def test_what_lies_in_a_value_stands_where_the_value_does():
    lines = key_lines("\nkeys = { find = 1 }\n")
    assert line_of(lines, ("keys", "find")) == 2
    assert line_of(lines, ("other",)) is None


KEY = st.sampled_from(["a", "b-c", '"d.e"', "'f g'", "a.b", '"x]"', "'=#'"])
VALUE = st.sampled_from(
    ["1", "'[x]'", '"= \\" #"', "[\n1,\n]", "'''\n\n'''", '"""a\n""\n"""', "{ q = [1] }", "1 # [t]"]
)
STATEMENT = st.tuples(KEY, VALUE).map(" = ".join) | KEY.map("[{}]".format) | st.sampled_from(["", "# a = 1", "  "])


@given(st.lists(STATEMENT, max_size=8))
def test_every_key_of_a_text_has_the_line_in_which_it_stands(statements):
    text = "\n".join(statements)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines = key_lines(text)
    starts = {
        text[: sum(len(one) + 1 for one in statements[:index])].count("\n") + 1 for index in range(len(statements))
    }
    assert set(lines.values()) <= starts
    assert {(name,) for name in table} == {key for key in lines if len(key) == 1}
