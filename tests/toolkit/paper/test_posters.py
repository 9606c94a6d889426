"""The poster shows where to go, in large letters, with and without the hall's own Wi-Fi."""

from typing import Any

from tests.toolkit.paper.orders import WORKSHOP, order, read
from toolkit.i18n import translator
from toolkit.paper import qr
from toolkit.paper.posters import poster, posters

EN = translator("en")


def steps(address: str, wifi: tuple[str, str] | None) -> list[dict[str, str]]:
    shown: Any = poster(WORKSHOP, address, wifi, EN)
    found: list[dict[str, str]] = shown["steps"]
    return found


def test_without_wifi_there_is_one_code_for_the_page() -> None:
    (step,) = steps("https://vrtiljak.example.org/", None)
    assert step["svg"] == qr.svg("https://vrtiljak.example.org/w/K7M2QX", "QR code of the page")


def test_with_wifi_the_network_comes_first() -> None:
    wifi, page = steps("http://192.168.4.1:8501", ("Dvorana", "geslo"))
    assert wifi["svg"] == qr.svg(qr.wifi("Dvorana", "geslo"), "QR code of the Wi-Fi")
    assert page["svg"] == qr.svg("http://192.168.4.1:8501/w/K7M2QX", "QR code of the page")


def test_the_address_to_type_has_no_scheme_and_no_path() -> None:
    assert poster(WORKSHOP, "http://192.168.4.1:8501/w/K7M2QX", None, EN)["address"] == "192.168.4.1:8501"


def test_a_long_address_still_has_sixteen_points() -> None:
    assert poster(WORKSHOP, "https://" + "a" * 80 + ".si", None, EN)["address_size"] == 16


def test_the_demo_is_marked() -> None:
    assert posters(order(), EN)[0]["community"] == "Golnik (demo)"


def test_the_poster_says_network_password_address_and_code() -> None:
    (page,) = read("poster", "en")
    assert all(word in page for word in ("Dvorana", "geslo2026", "vrtiljak.example.org", "K7M2QX"))
