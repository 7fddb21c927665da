"""Standard output and standard error as they really are: closed, full, or missing.

Imported by whatever is typed, so it imports nothing that costs time.
"""

import os
import sys

from reader.errors import ReaderError, system_reason


class OutputError(ReaderError):
    """Standard output can't be written to: a full disk, or none at all."""


class ClosedPipeError(Exception):
    """Whoever read the results has read enough."""


def is_terminal() -> bool:
    """Whether a person looks at the results."""
    return sys.stdout is not None and sys.stdout.isatty()


def write(text: str) -> None:
    """Results on standard output, characters that its encoding lacks as `?`."""
    _require_standard_output()
    try:
        try:
            sys.stdout.write(text)
        except UnicodeEncodeError:
            encoding = sys.stdout.encoding
            sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    except OSError as error:
        raise _failed(error) from error


def write_bytes(content: bytes) -> None:
    """Bytes on standard output, behind what was written before."""
    flush()
    try:
        sys.stdout.buffer.write(content)
    except OSError as error:
        raise _failed(error) from error


def flush() -> None:
    """Hand over what is still held back, so that a failure is told while it can be."""
    _require_standard_output()
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _failed(error) from error


def _require_standard_output() -> None:
    # Python has no stream where the shell gave none (`>&-`).
    if sys.stdout is None:
        raise OutputError("there is no standard output to write to")


def abandon() -> None:
    """Let nothing more reach standard output, so that the interpreter finds nothing to complain of when it ends."""
    try:
        descriptor = sys.stdout.fileno()
    except (AttributeError, OSError):
        # No stream, or one that is no file (a test's): nothing can be left in it.
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def tell(message: str) -> None:
    """One line on standard error."""
    # Only wanted when there is something to tell, and not cheap to import.
    from reader.layout.displayable import displayable  # noqa: PLC0415

    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"reader: {displayable(message)}\n")
        sys.stderr.flush()
    except OSError:
        # Nobody is left to be told.
        return


def _failed(error: OSError) -> Exception:
    if isinstance(error, BrokenPipeError):
        return ClosedPipeError()
    return OutputError(f"the results can't be written: {system_reason(error)}")
