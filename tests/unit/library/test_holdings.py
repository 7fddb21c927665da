"""What is held of an archive, when what a build tells of can no longer be looked at."""

import pytest

from reader.library.build_messages import Began
from reader.library.cache import Cache
from reader.library.holdings import Holdings, OutpacedError


def test_a_build_that_began_with_what_is_gone_since_cannot_be_followed(tmp_path):
    holdings = Holdings(Cache(tmp_path / "cache"))
    holdings.begin_with_kept()
    with pytest.raises(OutpacedError):
        holdings.take(Began("gone.pack"))
    holdings.close()
