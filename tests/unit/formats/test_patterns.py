"""The regular expressions of the parser, each asked of one thing again and again, up to where it can't match."""

import signal

import pytest

from tests.benchmarks.bench_patterns import SHORT, pumped, questions

WATCHDOG_SECONDS = 30
"""Of the processor's time: all patterns together take about one."""


@pytest.fixture
def watchdog():
    """What never ends is ended."""

    def bite(_number, _frame):
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, bite)
    signal.setitimer(signal.ITIMER_VIRTUAL, WATCHDOG_SECONDS)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.usefixtures("watchdog")
def test_no_pattern_tries_every_way_to_part_a_text():
    for name, ask, asked in questions():
        try:
            for size in SHORT:
                for head, unit in asked:
                    ask(pumped(head, unit, size))
        except TimeoutError:
            pytest.fail(f"no end to {name}")
