"""What a failure leaves in the log: where it happened, never what it was about."""

import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from toolkit.cli.logs import DiscreetRecord, told

SECRET = "Klop pri Novakovih 041 123 456"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What is written while records are discreet."""
    before, written = logging.getLogRecordFactory(), StringIO()
    handler = logging.StreamHandler(written)
    logging.setLogRecordFactory(DiscreetRecord)
    logging.getLogger("discreet").addHandler(handler)
    yield written
    logging.getLogger("discreet").removeHandler(handler)
    logging.setLogRecordFactory(before)


def fail(text: str) -> int:
    try:
        return int(text)
    except ValueError as problem:
        raise KeyError(text) from problem


def test_a_failure_is_told_by_kind_and_place_without_a_word_of_what_was_sent(log: StringIO) -> None:
    try:
        fail(SECRET)
    except KeyError:
        logging.getLogger("discreet").exception("a request failed")
    said = log.getvalue()
    assert "a request failed" in said and "KeyError" in said and "ValueError" in said
    assert "test_logs.py" in said and " fail" in said
    assert not [word for word in SECRET.split() if word in said]


def test_an_error_that_is_handed_on_as_a_value_is_told_the_same_way(log: StringIO) -> None:
    problem = ValueError(SECRET)
    logging.getLogger("discreet").error("a staff page failed", exc_info=problem)
    assert "ValueError" in log.getvalue() and "Novak" not in log.getvalue()


def test_what_led_to_a_failure_is_told_first() -> None:
    with pytest.raises(KeyError) as failed:
        fail(SECRET)
    assert told(failed.value).index("ValueError") < told(failed.value).index("KeyError")


def test_lines_without_a_failure_stay_as_they_are(log: StringIO) -> None:
    logging.getLogger("discreet").warning("%s could not be read", "file.json")
    assert log.getvalue() == "file.json could not be read\n"
