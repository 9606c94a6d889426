"""`restore`: back to a copy, or a try whether one could, told in words."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from carousel.refusal import Refusal
from toolkit.acts.restoring import Restored, drilled, restored
from toolkit.cli.running import who_runs
from toolkit.i18n import Translator, _
from toolkit.settings import Settings
from toolkit.store.backups_contents import Contents

RUNS = _("Vrtiljak is running on this folder at port {port}. Stop it with Ctrl+C, then try again.")


def restore(own: Settings, file: Path, words: Translator, *, drill: bool) -> int:
    """Restore or try a copy and print what came of it; the exit status."""
    try:
        for line in _tried(file, words) if drill else _restored(own, file, words, datetime.now(UTC)):
            print(line, flush=True)
    except Refusal as refusal:
        print(words(refusal.sentence, **refusal.data), file=sys.stderr)
        return 1
    return 0


def _restored(own: Settings, file: Path, words: Translator, now: datetime) -> Iterator[str]:
    """Put the copy in the store's place; the lines to print. Refuses while the program runs."""
    runs = who_runs(own.data)
    if runs is not None:
        raise Refusal(RUNS, status=409, port=runs[1])
    done = restored(own, file, now)
    yield words("Restored: {what}.", what=said(words, done.now))
    yield from _lost(words, done)
    if done.deleted:
        yield words.ngettext(
            "{n} person or contact was deleted again, as they had asked.",
            "{n} people or contacts were deleted again, as they had asked.", done.deleted,
        )  # fmt: skip
    if done.aside:
        yield words("What was here before is kept: {path}", path=done.aside)
    yield words("Links and sign-ins of that time no longer hold. Start the program and sign in again.")


def _tried(file: Path, words: Translator) -> Iterator[str]:
    """Try the copy in a folder of its own; the lines to print."""
    done = drilled(file)
    yield words("This backup can be restored: {what}.", what=said(words, done.now))
    yield words("It was restored for a try, opened, read, counted and removed in {seconds} s.",
                seconds=words.number(done.seconds))  # fmt: skip


def said(words: Translator, held: Contents) -> str:
    """ "3 workshops, 38 people, 412 notes, until 22. 11. 2026 18:42"."""
    counted = [
        words.ngettext("{n} workshop", "{n} workshops", held.workshops),
        words.ngettext("{n} person", "{n} people", held.people),
        words.ngettext("{n} note", "{n} notes", held.notes),
    ]
    if held.until is not None:
        when = f"{words.date(held.until, 'short')} {words.time(held.until)}"
        counted.append(words("until {when}", when=when))
    return ", ".join(counted)


def _lost(words: Translator, done: Restored) -> Iterator[str]:
    if done.before is None:
        return
    people, notes, votes = done.now.missing(done.before)
    if people or notes or votes:
        lost = [
            words.ngettext("{n} person", "{n} people", people),
            words.ngettext("{n} note", "{n} notes", notes),
            words.ngettext("{n} vote", "{n} votes", votes),
        ]
        yield words("What came later is not in it: {what}.", what=", ".join(lost))
    else:
        yield words("It holds as much as what was here before.")
