"""Forms as a browser without JavaScript sees them."""

from toolkit.rehearse.forms import read

PAGE = """<body data-stage="round" data-place="3"><form method="post" action="/w/ABC234/notes/5/tick" data-tick>
<input type="hidden" name="csrf" value="x"><button name="on" value="1">me too</button></form>
<form action="/w/ABC234/notes"><textarea name="text" maxlength="200"></textarea>
<input type="radio" name="kind" value="need" checked><input type="radio" name="kind" value="image">
<input type="checkbox" name="groups" value="a" data-most="2"><input type="checkbox" name="groups" value="b">
<select name="where"><option value="hall"><option value="yard"></select>
<input name="when" maxlength="40"></form></body>"""


def test_the_verb_is_the_last_word_of_the_address() -> None:
    assert [form.verb for form in read(PAGE).forms] == ["tick", "notes"]


def test_hidden_fields_are_kept_apart_from_what_is_filled_in() -> None:
    tick, note = read(PAGE).forms
    assert tick.hidden == {"csrf": "x"} and tick.buttons == [("on", "1")]
    assert note.texts == {"text": 200, "when": 40} and not note.hidden


def test_choices_know_their_values_and_whether_several_may_be_taken() -> None:
    choices = read(PAGE).forms[1].choices
    assert choices["kind"].values == ["need", "image"] and not choices["kind"].several
    assert choices["groups"].several
    assert choices["where"].values == ["hall", "yard"]


def test_the_body_tells_stage_and_place() -> None:
    assert read(PAGE).body == {"data-stage": "round", "data-place": "3"}


def test_a_page_without_forms_is_no_mistake() -> None:
    assert read("<p>Thank you").form("notes") is None
