"""Streamlit's theme and settings: one palette, and nothing that needs the internet."""

import tomllib
from pathlib import Path

from toolkit.content.look import look

CONFIG = tomllib.loads((Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text("utf-8"))


def test_the_theme_has_the_colours_of_the_look() -> None:
    tones, theme = look().light, CONFIG["theme"]
    assert theme["primaryColor"] == tones["act"]
    assert theme["backgroundColor"] == tones["paper"]
    assert theme["textColor"] == tones["ink"]
    assert theme["borderColor"] == tones["line"]
    assert theme["sidebar"]["backgroundColor"] == tones["card"]


def test_nothing_is_fetched_watched_or_reported() -> None:
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["fileWatcherType"] == "none"
    assert "http" not in CONFIG["theme"]["font"]


def test_nobody_sees_a_traceback_or_a_developers_menu() -> None:
    assert CONFIG["client"] == {
        "toolbarMode": "minimal", "showErrorDetails": "none", "showErrorLinks": False, "disableDataExport": True,
    }  # fmt: skip
