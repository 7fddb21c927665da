"""Values as they stand in the columns of the state file, and back."""

import json
from datetime import UTC, datetime, timedelta

from reader.model.location import Anchor
from reader.store.database import Value

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def stored(text: str) -> str | bytes:
    """Text for a column: as it is where it is Unicode, else (an undecodable name) as bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def restored(value: Value) -> str:
    """The text that was stored."""
    match value:
        case bytes():
            return value.decode("utf-8", "surrogatepass")
        case str():
            return value
        case _:
            raise ValueError(f"no text: {value!r}")


def microseconds(moment: datetime) -> int:
    """A time for a column."""
    return (moment - _EPOCH) // _MICROSECOND


def moment(value: Value) -> datetime:
    """The time that was stored."""
    return _EPOCH + whole(value) * _MICROSECOND


def whole(value: object) -> int:
    """A number that was stored, and isn't negative."""
    if not isinstance(value, int) or value < 0:
        raise ValueError(f"no number: {value!r}")
    return value


def stored_anchor(anchor: Anchor) -> str:
    """An anchor for a column; the same for the same anchor."""
    fields = (anchor.offset, anchor.length, anchor.head, anchor.tail, anchor.before, anchor.after)
    return json.dumps(fields, separators=(",", ":"))


def restored_anchor(value: Value) -> Anchor:
    """The anchor that was stored; ValueError where it is none."""
    fields = json.loads(restored(value))
    if not isinstance(fields, list) or len(fields) != 6:
        raise ValueError(f"no anchor: {fields!r}")
    offset, length, *texts = fields
    head, tail, before, after = (restored(text) for text in texts)
    return Anchor(whole(offset), whole(length), head, tail, before, after)
