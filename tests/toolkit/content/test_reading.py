"""Blocks know where they were written, also in files that nobody else has seen."""

from pathlib import Path

import pytest

from toolkit.content.reading import Block, ContentError, parse_block, read_block


def test_a_block_knows_the_lines_of_its_keys() -> None:
    block = parse_block("one: 1\n\ntwo:\n  three: 3\n", "x.yaml")

    assert (block.lines["two"], block.need("two", Block).line) == (3, 4)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"gone.yaml: The file cannot be read"):
        read_block(tmp_path / "gone.yaml")


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_bytes("a: češnja".encode("cp1250"))

    with pytest.raises(ContentError, match="save it as UTF-8"):
        read_block(tmp_path / "old.yaml")


@pytest.mark.parametrize("text", ["a: 1\na: 2", "b: {a: 1, a: 2}"])
def test_a_key_that_stands_twice_is_refused(text: str) -> None:
    with pytest.raises(ContentError, match="“a” stands here twice"):
        parse_block(text, "x.yaml")


def test_numbers_that_are_no_numbers_are_refused() -> None:
    block = parse_block("n: true\nt: 5\n", "x.yaml")

    with pytest.raises(ContentError, match=r"x.yaml line 1: “n” must be a whole number"):
        block.need("n", int)
    with pytest.raises(ContentError, match=r"x.yaml line 2: “t” must be a text"):
        block.need("t", str)
