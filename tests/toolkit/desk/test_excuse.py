"""A page that fails says so calmly, and never shows what failed inside."""

from streamlit.testing.v1 import AppTest


def failing_page() -> None:
    from toolkit.desk.frame import excuse

    excuse(RuntimeError("secret detail"))


def test_a_failing_page_shows_a_calm_sentence_only() -> None:
    page = AppTest.from_function(failing_page)
    page.session_state["language"] = "en"
    page.run()
    assert [one.value for one in page.error] == [
        "Something went wrong. Nothing that was received is lost. Please try again."
    ]
    assert "secret" not in str(page.error)
    assert not page.exception
