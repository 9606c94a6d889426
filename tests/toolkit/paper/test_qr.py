"""QR codes: every dark square is drawn once, round them stays white, and Wi-Fi names may hold any sign."""

import re
import xml.etree.ElementTree as ElementTree

from toolkit.paper import qr

SVG = "{http://www.w3.org/2000/svg}"


def squares(svg: str) -> set[tuple[int, int]]:
    path = ElementTree.fromstring(svg).findall(f"{SVG}path")[1].attrib["d"]
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path)
    return {(int(x) + step, int(y)) for x, y, length in runs for step in range(int(length))}


def test_the_picture_shows_exactly_the_dark_squares() -> None:
    matrix = qr.matrix("http://192.168.4.1:8501/w/K7M2QX")
    dark = {(x, y) for y, row in enumerate(matrix) for x, on in enumerate(row) if on}
    assert squares(qr.svg("http://192.168.4.1:8501/w/K7M2QX")) == dark


def test_a_quiet_zone_of_four_stays_white() -> None:
    matrix = qr.matrix("abc")
    edge = [*matrix[:4], *matrix[-4:], *(row[:4] + row[-4:] for row in matrix)]
    assert not any(any(row) for row in edge)


def test_the_picture_has_a_name_for_screen_readers() -> None:
    picture = ElementTree.fromstring(qr.svg("abc", 'Stran "A" & B'))
    assert picture.attrib["aria-label"] == 'Stran "A" & B'
    assert picture.find(f"{SVG}title").text == 'Stran "A" & B'  # type: ignore[union-attr]


def test_signs_that_mean_something_in_a_wifi_code_are_escaped() -> None:
    assert qr.wifi('Dom; "A", B:C', "a\\b;c") == r'WIFI:T:WPA;S:Dom\; \"A\"\, B\:C;P:a\\b\;c;;'


def test_a_network_without_password_is_marked_open() -> None:
    assert qr.wifi("Dvorana") == "WIFI:T:nopass;S:Dvorana;;"
