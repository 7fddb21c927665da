"""Regular expressions in a text, on a leash: a bad pattern is told, a slow one is given up."""

import regex

from reader.model.text import Span

TIMEOUT_SECONDS = 0.5
MOST_MATCHES = 20_000


class PatternError(ValueError):
    """A pattern that can't be used; its message says why, in a few words."""


def found_by_pattern(text: str, pattern: str, timeout_seconds: float = TIMEOUT_SECONDS) -> tuple[Span, ...]:
    """Where a regular expression matches, in order, empty matches left out.

    Case counts only where the pattern has a capital. `^` and `$` are the ends of lines. It runs without holding the
    interpreter's lock, so that keys are heard meanwhile.

    Raises:
        PatternError: It is no regular expression, or it took too long.
    """
    flags = regex.MULTILINE | (0 if any(letter.isupper() for letter in pattern) else regex.IGNORECASE)
    try:
        compiled = regex.compile(pattern, flags)
        spans: list[Span] = []
        for match in compiled.finditer(text, timeout=timeout_seconds, concurrent=True):
            if match.end() > match.start():
                spans.append(Span(match.start(), match.end()))
            if len(spans) == MOST_MATCHES:
                break
    except regex.error as error:
        raise PatternError(f"not a pattern: {str(error).partition(' at position')[0]}") from error
    except TimeoutError as error:
        raise PatternError("this pattern takes too long") from error
    except (RecursionError, MemoryError, OverflowError) as error:
        raise PatternError("this pattern is too much") from error
    return tuple(spans)
