"""Requests that no client would send: every door of the program, each with something that is not as it should be."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from urllib.parse import quote, quote_from_bytes, urlencode

from starlette.routing import Route

from tests.sockets import request
from toolkit.phone.app import routes

SOON = 0.15  # seconds after which we hang up on a server that rightly waits for the rest


def apart(words: str) -> tuple[str, ...]:
    """The words, each by itself."""
    return tuple(words.split())


ELSEWHERE = apart("""
/screen/{code} /screen/{code}/events /screen/{code}/slide/{to} /screen/assets/{version}/{name} /sign-in /sign-out
/sign-in/organisation /welcome/{token} /remote/{code} /host /_stcore/health /_stcore/stream /media/{name}
/_stcore/upload_file/{name}/{name} /component/{name} /static/{name} /favicon.ico /wrong
""")
NAMES = apart("""
csrf key text for question kind marks on slip erasure code language back lines ticks source lives_in stakeholder_type
companion where name email password token choice
""")
JUNK = (
    *apart("0 -1 1e999 NaN ٣ .. ../../etc/passwd %00 % %zz 共享空間 =1+1 @SUM(A1) <script>alert(1)</script> {{7*7}}"),
    *apart("${jndi:ldap://x} 👩\u200d👩\u200d👧 \u202eevil\u2066 \u200b\ufeff null skip true [] {}"),
    *("", "\0", "a\0b", "{text} %s %n", "'); DROP TABLE note;--", "\x1b[2J", "\r\nSet-Cookie: a=b"),
    *("9" * 400, str(2**63), "č" * 300, "A" * 9000),
)
METHODS = (*apart("GET POST HEAD PUT DELETE OPTIONS PATCH TRACE CONNECT get"), "G\tET", "X" * 300, "")


@dataclass(frozen=True, slots=True)
class Seed:
    """What a stranger with the QR code has: the address, the code, a cookie of one visit and its form's token."""

    host: str
    code: str
    cookie: str
    token: str


Broken = tuple[str, bytes, float]
"""What is wrong, the bytes, and after how many seconds we hang up; 0 for the usual patience."""


def broken(rng: Random, seed: Seed) -> Broken:
    """One of the kinds below; the same `rng` makes the same request."""
    make = rng.choice(KINDS)
    sent = make(rng, seed)
    return make.__name__, sent, SOON if make in HANGING else 0


def target(rng: Random, seed: Seed) -> str:
    """The address of any door; its parts are right or junk."""
    paths = [*(route.path for route in routes() if isinstance(route, Route)), *ELSEWHERE]
    parts = {"code": seed.code if rng.random() < 0.7 else _quoted(rng), "note": rng.choice(("1", "99", _quoted(rng)))}
    path = re.sub(r"{(\w+)(:\w+)?}", lambda found: parts.get(found[1], "") or _quoted(rng), rng.choice(paths))
    return path + (f"?{_quoted(rng)}={_quoted(rng)}" if rng.random() < 0.2 else "")


def _quoted(rng: Random) -> str:
    if rng.random() < 0.3:
        return quote_from_bytes(rng.randbytes(rng.randint(1, 12)), safe="")
    return quote(rng.choice(JUNK), safe=rng.choice(("", "/", "/%")))[:800]


def form(rng: Random, seed: Seed) -> bytes:
    """A form of ours with junk in its fields."""
    pairs = [("csrf", seed.token)] if rng.random() < 0.8 else []
    pairs += [(rng.choice(NAMES), rng.choice(JUNK)) for _ in range(rng.randint(0, 8))]
    return urlencode(pairs).encode()[:15_000]


FORM = "Content-Type: application/x-www-form-urlencoded"


def fields(rng: Random, seed: Seed) -> bytes:
    return request("POST", target(rng, seed), seed.host, FORM, f"Cookie: {seed.cookie}", body=form(rng, seed))


def addresses(rng: Random, seed: Seed) -> bytes:
    return request(rng.choice(METHODS), target(rng, seed), seed.host, f"Cookie: {seed.cookie}")


def bytes_for_a_form(rng: Random, seed: Seed) -> bytes:
    kinds = (
        "application/x-www-form-urlencoded",
        "application/json",
        "multipart/form-data",
        "text/plain;charset=utf-7",
        "é",
    )
    kind = rng.choice(kinds)
    return request(
        "POST", target(rng, seed), seed.host, f"Content-Type: {kind}", body=rng.randbytes(rng.randint(1, 400))
    )


def multipart(rng: Random, seed: Seed) -> bytes:
    edge = rng.choice(("x", "", '"', "a" * 200, "--"))
    parts = b'--x\r\nContent-Disposition: form-data; name="text"; filename="../a"\r\n\r\n' + rng.randbytes(30)
    body = (parts + b"\r\n") * rng.randint(1, 50) + rng.choice((b"--x--\r\n", b"--x", b""))
    return request(
        "POST", target(rng, seed), seed.host, f"Content-Type: multipart/form-data; boundary={edge}", body=body
    )


def json(rng: Random, seed: Seed) -> bytes:
    body = rng.choice((b"{", b"[" * 5000, b'{"text":"\\ud800"}', b"nul", b'{"a":1e999}', b'{"' + b"k" * 4000 + b'":0}'))
    return request(
        "POST", target(rng, seed), seed.host, "Content-Type: application/json", "Accept: application/json", body=body
    )


def too_much(rng: Random, seed: Seed) -> bytes:
    body = rng.choice((b"text=" + b"x" * 200_000, b"k=v&" * 30_000, b"%" * 40_000))
    return request("POST", target(rng, seed), seed.host, FORM, body=body)


def headers(rng: Random, seed: Seed) -> bytes:
    odd = rng.choice(
        (
            "Accept-Language: " + "xx," * 2000,
            "Accept: \xff",
            "Cookie: " + "a=b; " * 1500,
            "Cookie: vrtiljak=\xff.x; =;",
            f"Cookie: vrtiljak={ascii(rng.choice(JUNK))[:50]}",
            "Cookie: vrtiljak_staff=x\ty",
            "Origin: http://[",
            "Origin: null",
            "If-None-Match: " + '"x",' * 900,
            "Range: bytes=9-1,-,999999999999-",
            "Content-Encoding: gzip",
            "Host: [",
            "Host: a b",
            "X: " + "h" * 70_000,
            *(f"X-{n}: {n}" * 3 for n in range(3)),
            "Authorization: Basic \xff",
            "Referer: \x01",
            "Expect: 100-continue",
            "Upgrade: h2c",
            "Forwarded: for=\xff",
            "X-Forwarded-For: " + "1.1.1.1," * 800,
            " folded: x",
            "Accept-Encoding: gzip;q=x,br,,,",
            "Accept-Language: en;q=\u00e9",
        )
    )
    return request(rng.choice(("GET", "POST")), target(rng, seed), seed.host, *[odd] * rng.choice((1, 1, 2, 40)))


def hosts(rng: Random, seed: Seed) -> bytes:
    host = rng.choice(
        ("[", "[::1", "", "a/b", "\xff", "evil.example", "h:99999999", "a" * 4000, f"{seed.host}, x", "\x00")
    )
    return request("GET", target(rng, seed), host)


def lengths(rng: Random, seed: Seed) -> bytes:
    body = form(rng, seed)
    length = rng.choice((str(len(body) + 50), "-1", "x", "1e3", "9" * 30, "", "0", "1, 2", "+5", str(len(body) - 3)))
    whole = request("POST", target(rng, seed), seed.host, FORM, f"Content-Length: {length}")
    return whole + body


def chunks(rng: Random, seed: Seed) -> bytes:
    start = request("POST", target(rng, seed), seed.host, FORM, "Transfer-Encoding: chunked")
    bad = (
        b"zz\r\nabc\r\n",
        b"5\r\nab\r\n0\r\n\r\n",
        b"fffffffffffffffff\r\n",
        b"-1\r\n\r\n",
        b"3;x=" + b"y" * 9000 + b"\r\nabc\r\n0\r\n\r\n",
    )
    return start + rng.choice((*bad, b"3\r\na=b\r\n" * 3000 + b"0\r\n\r\n", b"1\r\n"))


def both_lengths(rng: Random, seed: Seed) -> bytes:
    whole = request("POST", target(rng, seed), seed.host, FORM, "Transfer-Encoding: chunked", "Content-Length: 4")
    return whole + b"0\r\n\r\nGET /_stcore/health HTTP/1.1\r\nHost: x\r\n\r\n"


def pipelined(rng: Random, seed: Seed) -> bytes:
    several = [request("GET", target(rng, seed), seed.host).replace(b"Connection: close\r\n", b"") for _ in range(8)]
    return b"".join(several) + request("GET", target(rng, seed), seed.host)


def half_open(rng: Random, seed: Seed) -> bytes:
    whole = fields(rng, seed)
    return whole[: rng.randint(1, len(whole) - 1)]


def no_http(rng: Random, seed: Seed) -> bytes:
    return rng.choice(
        (
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + rng.randbytes(80),
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            b"\r\n" * 50,
            b"\0" * 200,
            rng.randbytes(300),
            b"GET / HTTP/9.9\r\n\r\n",
            b"GET / HTTP/1.1\r\n\r\n",
            b"GET\r\n\r\n",
            b"GET /  HTTP/1.1\r\n\r\n",
            b"SSH-2.0-x\r\n",
            b"GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n",
            b"GET / HTTP/0.9\r\n\r\n",
            b"GET /" + b"a" * 70_000,
            b"GET / HTTP/1.1\nHost: x\n\n",
            b"GET \x00 HTTP/1.1\r\nHost: x\r\n\r\n",
            b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
        )
    )


def sockets(rng: Random, seed: Seed) -> bytes:
    wanted = ["Upgrade: websocket", f"Sec-WebSocket-Version: {rng.choice(('13', '0', 'x', ''))}"]
    wanted += [f"Sec-WebSocket-Key: {rng.choice(('dGhlIHNhbXBsZSBub25jZQ==', 'x', ''))}", f"Origin: http://{seed.host}"]
    opening = request("GET", rng.choice(("/_stcore/stream", target(rng, seed))), seed.host, *wanted)
    return opening.replace(b"Connection: close", b"Connection: Upgrade") + rng.randbytes(60)


KINDS: tuple[Callable[[Random, Seed], bytes], ...] = (
    *[fields] * 5,
    *[addresses] * 4,
    bytes_for_a_form,
    multipart,
    json,
    too_much,
    headers,
    headers,
    hosts,
    lengths,
    chunks,
    both_lengths,
    pipelined,
    half_open,
    no_http,
    sockets,
)
HANGING = (lengths, chunks, both_lengths, half_open, no_http, sockets)
