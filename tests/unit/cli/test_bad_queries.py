import pytest


@pytest.mark.parametrize(
    "query",
    [
        "x" * 10_000,
        "dangerous " * 1_000,
        '-|"' * 3_000,
        "\x01\x1b[31m\x9b",
        "-",
        '""',
        "title:",
        "| | |",
        "is:",
        "a:'\"",
        "\ud800",
    ],
    ids=lambda query: repr(query[:8]),
)
def test_any_query_is_answered_or_told_to_find_nothing(reader, archive, query):
    ended = reader("search", "--", query, archive)
    assert ended.status in {0, 1}
    assert ended.err.count("\n") <= 1
    assert len(ended.err) < 120
    assert not set(ended.out + ended.err) & {"\x1b", "\x01", "\x9b"}
    assert "Traceback" not in ended.err
