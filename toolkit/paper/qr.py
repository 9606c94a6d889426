"""QR codes as crisp vector pictures: the address of a page, or the way into a Wi-Fi network."""

from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

import qrcode
from qrcode.constants import ERROR_CORRECT_M

QUIET_ZONE = 4


def svg(text: str, title: str = "") -> str:
    """An SVG element with its quiet zone, scaling to its box; `title` is read aloud (default: the text itself)."""
    modules = matrix(text)
    size = len(modules)
    name = title or text
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" '
        f'shape-rendering="crispEdges" aria-label={quoteattr(name)}><title>{escape(name)}</title>'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path fill="#000" d="{_path(modules)}"/></svg>'
    )


def matrix(text: str) -> list[list[bool]]:
    """The code's squares with a quiet zone of four around them; True is dark. Readable with 15 % of it damaged."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def wifi(name: str, password: str = "") -> str:
    """The text a phone's camera understands as a network to join; an empty password means an open network."""
    secret = f"T:WPA;S:{_escaped(name)};P:{_escaped(password)}" if password else f"T:nopass;S:{_escaped(name)}"
    return f"WIFI:{secret};;"


def _escaped(text: str) -> str:
    return "".join("\\" + char if char in '\\;,":' else char for char in text)


def _path(modules: list[list[bool]]) -> str:
    """One rectangle for each run of dark squares, so that no seam shows between neighbours."""
    runs = []
    for y, row in enumerate(modules):
        for dark, run in groupby(enumerate(row), key=lambda square: square[1]):
            places = [x for x, _ in run]
            if dark:
                runs.append(f"M{places[0]} {y}h{len(places)}v1h-{len(places)}z")
    return "".join(runs)
