"""The organiser forms are complete in every language, and a mistake in them is named by its line."""

import pytest

from toolkit.content.organiser_forms import FILE, check_organiser_forms, organiser_forms
from toolkit.content.reading import ContentError

TEXT = FILE.read_text("utf-8")


def test_every_title_field_and_choice_is_written_in_every_language() -> None:
    for form in organiser_forms().values():
        texts = [form.title, form.one, form.intro, *(field.text for field in form.fields)]
        texts += [option.text for field in form.fields for option in field.options]
        assert all(set(text) == {"sl", "en"} for text in texts)


def test_what_tells_records_apart_must_be_written() -> None:
    loose = {(form.id, name) for form in organiser_forms().values() for name in form.identity
             if not form.field(name).required}  # fmt: skip
    assert loose == {("readiness", "again"), ("outreach", "on"), ("promotion", "day")}


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("identity: [name]", "identity: [nmae]", "nmae"),
        ("{id: seats, type: integer", "{id: seats, type: intger", "intger"),
        ("vocabulary: constraints", "vocabulary: constraint", "constraint"),
        ("{id: area, type: number", "{id: area, type: single", "nothing to choose"),
        ("identity: [name]", "identity: [name, nobody]", "nobody"),
    ],
)
def test_a_mistake_is_named_by_its_line(right: str, wrong: str, said: str) -> None:
    line = TEXT[: TEXT.index(right)].count("\n") + 1
    with pytest.raises(ContentError, match=said) as found:
        check_organiser_forms(TEXT.replace(right, wrong, 1))
    assert found.value.line is not None and 0 <= found.value.line - line + 1 <= 2
