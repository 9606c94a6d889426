"""Every shipped example is whole, short enough for a slide and says where it was read; mistakes are named by line."""

import re
from datetime import date
from pathlib import Path

import pytest

from toolkit.content.good_practice import SHIPPED, check_practice, good_practice, practice, practice_faults
from toolkit.content.reading import ContentError

FILES = sorted(SHIPPED.glob("*.yaml"))
GOOD = """\
languages: [sl]
name: {sl: "Hiša"}
place: {sl: "Golnik"}
happens: {sl: ["Pojemo."]}
learn: {sl: ["Najprej vprašajmo."]}
sources:
  - {title: "Glasilo", read: 2026-11-22}
"""


def fault(text: str) -> ContentError:
    with pytest.raises(ContentError) as error:
        check_practice(text, "hisa.yaml")
    return error.value


def test_there_is_enough_to_choose_from() -> None:
    assert len(good_practice()) == len(FILES) >= 6
    assert practice_faults() == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_example_speaks_both_languages_and_names_its_sources(path: Path) -> None:
    one = practice(path)

    for text in (one.name, one.place, one.since, one.runs, *one.happens.texts, *one.learn.texts):
        assert set(text) == {"sl", "en"}
    assert one.sources
    for source in one.sources:
        assert source.address.startswith("http")
        assert date(2026, 1, 1) <= source.read


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["sl", "en"])
def test_every_shipped_example_is_plain(path: Path, language: str) -> None:
    one = practice(path)
    lines = [text[language] for text in (one.runs, *one.happens.texts, *one.learn.texts)]
    assert not [said for line in lines for said in re.split(r"[.?!:]\s", line) if len(said.split()) > 15]


def test_an_example_may_speak_one_language_and_leave_out_what_nobody_knows() -> None:
    one = check_practice(GOOD, "hisa.yaml")

    assert one.id == "hisa"
    assert one.name["en"] == "Hiša"
    assert not len(one.since)
    assert not len(one.runs)
    assert one.sources[0].site == "Glasilo"


@pytest.mark.parametrize(
    ("wrong", "right", "said", "line"),
    [
        ("", 'name: {sl: "Hiša"}\n', "“name” is missing", 1),
        ('name: {sl: " "}', 'name: {sl: "Hiša"}', "is empty", 2),
        (f'name: {{sl: "{"h" * 51}"}}', 'name: {sl: "Hiša"}', "at most 50 fit a slide", 2),
        ("happens: {sl: [a, b, c, d]}", 'happens: {sl: ["Pojemo."]}', "1 to 3 lines, not 4", 4),
        ("learn: {sl: []}", 'learn: {sl: ["Najprej vprašajmo."]}', "1 to 2 lines, not 0", 5),
        ("", '  - {title: "Glasilo", read: 2026-11-22}\n', "must be a list", 6),
        ("sources: []", 'sources:\n  - {title: "Glasilo", read: 2026-11-22}', "at least one source", 6),
        ("read: yesterday", "read: 2026-11-22", "like this: 2026-11-22", 7),
        ('"Glasilo", address: "ftp://x"', '"Glasilo"', "http:// or https://", 7),
        ("languages: [de]", "languages: [sl]", "sl or en", 1),
    ],
)
def test_a_mistake_is_named_by_its_line(wrong: str, right: str, said: str, line: int) -> None:
    error = fault(GOOD.replace(right, wrong))
    assert said in str(error)
    assert error.line == line


def test_ones_own_examples_come_first_and_a_broken_one_spoils_nothing(tmp_path: Path) -> None:
    (tmp_path / "hisa.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "prazna.yaml").write_text("languages: [sl]\n", "utf-8")
    (tmp_path / "cudna.yaml").write_bytes(b"\xff\xfe")

    assert next(iter(good_practice(tmp_path))) == "hisa"
    assert "prazna" not in good_practice(tmp_path)
    assert [fault.file for fault in practice_faults(tmp_path)] == ["cudna.yaml", "prazna.yaml"]


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "hisa.yaml"
    path.write_text(GOOD, "utf-8")
    assert good_practice(tmp_path)["hisa"].place["sl"] == "Golnik"
    path.write_text(GOOD.replace("Golnik", "Brezje pri Tržiču"), "utf-8")
    assert good_practice(tmp_path)["hisa"].place["sl"] == "Brezje pri Tržiču"
