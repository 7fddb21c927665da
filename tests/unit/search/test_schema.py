"""What tantivy says when something goes wrong, as it is told."""

import pytest

from reader.search.schema import reason_of


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("An IO error occurred: 'No space left on device (os error 28) at path \"/a/b\"'", "no space left on device"),
        ('Failed: IoError(Os { code: 30, kind: X, message: "Read-only file system" }). None', "read-only file system"),
        ("A worker thread encountered an error (io::Error most likely) or panicked.", "is the disk full?"),
        ("Schema error: 'no such field'", "Schema error: 'no such field'"),
    ],
)
def test_why_the_index_could_not_be_used_is_told_in_the_systems_words(said, told):
    assert reason_of(ValueError(said)) == told
