"""Streamlit's theme and settings: one palette, and nothing that needs the internet."""

import tomllib
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from toolkit.content.look import contrast, look
from toolkit.desk.gate import desk_headers
from toolkit.desk.mending import dress, scripts
from toolkit.desk.style import css, tones
from toolkit.i18n import translator

CONFIG = tomllib.loads((Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text("utf-8"))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_theme_has_the_colours_of_the_look(mode: str) -> None:
    tones, theme = {"light": look().light, "dark": look().dark}[mode], CONFIG["theme"][mode]
    assert theme["primaryColor"] == theme["linkColor"] == tones["act"]
    assert theme["backgroundColor"] == tones["paper"]
    assert theme["textColor"] == tones["ink"]
    assert theme["borderColor"] == tones["line"]
    assert theme["sidebar"]["backgroundColor"] == tones["card"]
    assert contrast(theme["textColor"], theme["secondaryBackgroundColor"]) >= 7


def test_the_browser_decides_between_light_and_dark() -> None:
    assert "base" not in CONFIG["theme"]
    for name, value in look().light.items():
        assert f"--{name}:light-dark({value},{look().dark[name]})" in css()


def test_charts_are_drawn_in_the_colours_of_the_page() -> None:
    assert tones() == look().light  # nobody's browser has said anything


def test_every_script_of_ours_is_let_in_by_its_hash() -> None:
    policy = desk_headers()["content-security-policy"]
    for script in scripts():
        assert script in dress(translator("sl")) + dress(translator("en"))
        assert b64encode(sha256(script.encode()).digest()).decode() in policy


def test_nothing_is_fetched_watched_or_reported() -> None:
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["fileWatcherType"] == "none"
    assert "http" not in CONFIG["theme"]["font"]


def test_nobody_sees_a_traceback_or_a_developers_menu() -> None:
    assert CONFIG["client"] == {
        "toolbarMode": "minimal", "showErrorDetails": "none", "showErrorLinks": False, "disableDataExport": True,
    }  # fmt: skip
