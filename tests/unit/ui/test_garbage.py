import gc

import pytest

from reader.ui.garbage import growing, settle


@pytest.fixture(autouse=True)
def _as_before():
    """Collection as it was."""
    is_enabled, threshold = gc.isenabled(), gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)
    if is_enabled:
        gc.enable()


def test_nothing_is_looked_for_while_much_is_made_and_never_among_it():
    gc.enable()
    with growing():
        assert not gc.isenabled()
        made = [[place] for place in range(1_000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(made) // 2


def test_where_nothing_is_looked_for_yet_that_stays_so():
    gc.disable()
    with growing():
        pass
    assert not gc.isenabled()


def test_what_was_made_since_circles_are_looked_for_stays_too():
    gc.disable()
    with growing():
        settle()
        made = [[place] for place in range(1_000)]
        before = gc.get_freeze_count()
    # Something else may have been let go of.
    assert gc.get_freeze_count() > before + len(made) // 2
