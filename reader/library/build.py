"""Reading an archive into an index: names first, then headlines, then everything.

```
scan ──► Names          the list is there
     ──► Known          headlines, from each file's beginning, where there are many files
     ──► Known          counts, questions and speakers, as files are parsed (`crew`); into the index at the same time
         Committed      …and found by searches, every so often
         Ready          nothing is left to be read
```

It goes the same way in a process of its own and within the program: it only tells, and touches nothing it is not given.
A file is read again when its size or its time of change is another.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeVar

from reader.library.build_ledger import Ledger, Tell
from reader.library.build_messages import Began, Committed, Progressed, Ready
from reader.library.cache import Cache, Saved
from reader.library.commits import Commits, Overtaken, Stopped
from reader.library.crew import Crew
from reader.library.files import Source
from reader.library.line import WaitingLine
from reader.library.parsing import Parsed, Task, Titled, Work
from reader.library.scan import Found
from reader.model.corpus import Skipped
from reader.model.identity import ArticleId
from reader.search.index import Index

MANY = 500
"""Files from which headlines are read before anything is parsed."""
_LOOKS: Final[Sequence[Work]] = ("glanced", "titled")
"""The second is for what the first leaves open."""
_HEADLINES_SECONDS = 6.0
"""After which headlines come with everything else: whoever waits for the last ones waits for all."""
_TOLD_EVERY_SECONDS = 0.2
_FIRST_COMMIT_SECONDS = 0.5
_USUAL_COMMIT_SECONDS = 3.0
_COMMITS_APART = 20
"""Between commits twice the time as before, up to the usual one; but so many times as long as the last commit took, as
each takes longer the more there is."""


class Build:
    """The state of an archive's index, and the steps that bring it to the state of the files."""

    def __init__(
        self,
        source: Source,
        index: Index,
        tell: Tell,
        *,
        stopped: threading.Event | None = None,
        cache: Cache | None = None,
        wanted: "deque[ArticleId] | None" = None,
        helpers: int = 0,
    ) -> None:
        """Nothing is looked at before `run`.

        Args:
            source: where the articles come from.
            index: where they go.
            tell: is told what is done.
            stopped: set when it is to end, keeping what is done.
            cache: where entries are kept beside the index.
            wanted: articles to be read before others; may be added to from another thread.
            helpers: processes that help where there are many files.
        """
        self._source = source
        self._tell = tell
        self._stopped = stopped or threading.Event()
        self._cache = cache
        self._commits = Commits(index, cache, self._stopped)
        self._wanted = deque() if wanted is None else wanted
        self._helpers = helpers
        self._is_begun = False
        self._begin(None)

    def run(self) -> bool:
        """Bring the index to the state of the files; false where it was stopped on the way, keeping what is done."""
        return self._brought(self._look)

    def update(self, files: Iterable[Path]) -> bool:
        """Bring it to the state of some files, when nothing else can have changed; false as for `run`."""
        named = tuple(files)
        return self._brought(lambda: self._look_at(named))

    def catch_up(self) -> None:
        """Take in what changed since the last look began, where there is a sign of it."""
        # A look that read nothing was short, and what is added or removed shows in its folder.
        if self._has_read or self._source.folders() != self._folders:
            self.run()

    def close(self) -> None:
        """Let others write to the index."""
        self._commits.close()

    def _brought(self, look: Callable[[], None]) -> bool:
        try:
            while True:
                try:
                    if not self._is_begun:
                        self._resume()
                    look()
                    self._commit()
                    break
                except Overtaken:
                    # What it did is taken over, and all files are compared with that.
                    self._is_begun = False
                    look = self._look
        except Stopped:
            self._is_complete = False
            self._commit()
            return False
        finally:
            self.close()
        self._tell(Ready())
        return True

    def _resume(self) -> None:
        """Begin with what the cache holds."""
        saved = self._commits.resume()
        self._begin(saved)
        self._is_begun = True
        self._tell(Began(saved.name if saved else ""))

    def _begin(self, saved: Saved | None) -> None:
        self._is_complete = False
        self._kept = (saved.folders, saved.is_complete) if saved else None
        self._ledger = Ledger(self._tell, saved)
        self._folders: dict[str, int] = {}
        self._has_read = False
        self._waiting = WaitingLine(self._wanted)
        self._parsed = 0
        self._told_at = 0.0
        self._committed_at = 0.0
        self._commit_seconds = _FIRST_COMMIT_SECONDS

    def _look(self) -> None:
        """Compare all files with what is known, and read what is new."""
        self._is_complete = False
        self._parsed = 0
        self._has_read = False
        self._folders = self._source.folders()
        gone = self._ledger.numbers()
        skipped: list[Skipped] = []
        for batch in _batches(self._source.scan(), _TOLD_EVERY_SECONDS / 2, self._check):
            self._find([found for found in batch if isinstance(found, Found)], gone)
            skipped += [one for one in batch if isinstance(one, Skipped)]
            self._progress(is_counted=False)
        self._remove(gone)
        self._ledger.pass_over(skipped, is_all=True)
        self._read_waiting()
        self._is_complete = True
        if self._cache and (self._folders, True) != self._kept:
            # So that the next start need not look for what is not there.
            self._commits.writer()

    def _look_at(self, files: Sequence[Path]) -> None:
        """Compare some files with what is known, and read what is new."""
        self._parsed = len(self._ledger.stock)
        gone: dict[ArticleId, int] = {}
        found: list[Found] = []
        skipped: list[Skipped] = []
        for path, article, one in self._source.look(files):
            number = self._ledger.stock.number(article)
            if number is not None:
                gone[article] = number
            if isinstance(one, Found):
                found.append(one)
            elif path.exists():
                skipped.append(one)
        self._parsed -= len(gone)
        self._find(found, gone)
        self._remove(gone)
        self._ledger.pass_over(skipped)
        self._read_waiting()

    def _find(self, files: Iterable[Found], gone: dict[ArticleId, int]) -> None:
        """Put new and changed files in line; take all of them out of what is gone."""
        waiting, same = self._ledger.find(files, gone)
        self._waiting.extend(waiting)
        self._parsed += same

    def _read_waiting(self) -> None:
        """Read the files in line, and make them searchable."""
        self._committed_at = self._told_at = time.monotonic()
        self._progress(is_counted=True)
        is_long = len(self._waiting) > MANY
        with Crew(self._source, self._helpers if is_long else 0) as crew:
            if is_long:
                self._headlines(crew)
            for outcome in crew.outcomes("parsed", self._next):
                self._check()
                if isinstance(outcome, Parsed):
                    self._take(outcome)
                self._flush()
        self._flush(is_all=True)

    def _next(self) -> Task | None:
        one = self._waiting.call()
        return Task(one.number, one.found) if one else None

    def _headlines(self, crew: Crew) -> None:
        """Tell the headlines of the files in line: first all that are seen at a look, then the others."""
        until = time.monotonic() + _HEADLINES_SECONDS
        unsure: list[Task] = [Task(one.number, one.found) for one in self._waiting if one.old is None]
        for work in _LOOKS:
            left, unsure = {task.number: task for task in unsure}, []
            tasks = iter(list(left.values()))
            for outcome in crew.outcomes(work, _until(until, tasks)):
                self._check()
                if isinstance(outcome, Titled) and outcome.record:
                    self._ledger.entitle(outcome.number, outcome.record)
                else:
                    unsure.append(left[outcome.number])
                self._flush()
        self._flush(is_all=True)

    def _take(self, parsed: Parsed) -> None:
        """Index a file that was read."""
        self._has_read = True
        number, found, old = self._waiting.serve(parsed.number)
        self._parsed += 1
        if parsed.documents is None:
            self._remove({found.id: number if old is None else old})
            self._ledger.pass_over([Skipped(found.path, parsed.reason, is_unreadable=parsed.is_unreadable)])
            return
        if old is not None:
            self._drop(old)
        self._commits.writer().add(number, parsed.documents)
        self._ledger.stamp(number, found)
        self._ledger.know(number, parsed.record, parsed.answers)

    def _remove(self, gone: Mapping[ArticleId, int]) -> None:
        """Take articles out, of which these are the numbers in the index."""
        for number in gone.values():
            self._drop(number)
        self._ledger.remove(tuple(gone))

    def _drop(self, number: int) -> None:
        """Take an article out of the index."""
        if self._ledger.unstamp(number):
            self._commits.writer().remove(number)

    def _flush(self, *, is_all: bool = False) -> None:
        """Tell what is known by now, not oftener than can be seen; commit now and then."""
        now = time.monotonic()
        if not is_all and now - self._told_at < _TOLD_EVERY_SECONDS:
            return
        self._told_at = now
        self._ledger.flush()
        self._progress(is_counted=True)
        # Behind all of it a commit comes anyway, which says that it is complete.
        if not is_all and now - self._committed_at > self._commit_seconds:
            self._commit()
            took = time.monotonic() - now
            self._committed_at = now + took
            self._commit_seconds = max(min(2 * self._commit_seconds, _USUAL_COMMIT_SECONDS), _COMMITS_APART * took)

    def _progress(self, *, is_counted: bool) -> None:
        self._tell(Progressed(self._parsed + len(self._waiting), self._parsed, is_counted))

    def _commit(self) -> None:
        if self._commits.commit(lambda: self._ledger.contents(self._folders, is_complete=self._is_complete)):
            self._kept = (self._folders, self._is_complete)
            self._tell(Committed())

    def _check(self) -> None:
        if self._stopped.is_set():
            raise Stopped


def _until(time_of_end: float, tasks: Iterator[Task]) -> Callable[[], Task | None]:
    """Gives the tasks one by one, and none after a time."""
    return lambda: next(tasks, None) if time.monotonic() < time_of_end else None


_T = TypeVar("_T")


def _batches(items: Iterable[_T], seconds: float, check: Callable[[], None]) -> Iterator[list[_T]]:
    """The items in runs of what comes within so many seconds."""
    batch: list[_T] = []
    until = time.monotonic() + seconds
    for item in items:
        batch.append(item)
        if time.monotonic() >= until:
            check()
            yield batch
            batch = []
            until = time.monotonic() + seconds
    yield batch
