"""The invitation as an e-mail to be opened, addressed and sent from anybody's own mail program."""

import re
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from toolkit.content.look import look

ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
PLAIN = "margin:0 0 16px"
STRONG = "margin:0 0 16px;padding:12px 16px;background:{tint};font-weight:bold"
PAGE = (
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>'
    '<body style="margin:0;background:{paper};color:{ink};font:18px/1.5 Arial,Helvetica,sans-serif">'
    '<div style="max-width:36em;margin:0 auto;padding:24px">'
    '<h1 style="font-size:24px;line-height:1.25;color:{act}">{title}</h1>{paragraphs}</div></body></html>'
)


def letter(title: str, paragraphs: Sequence[str], facts: int, entry: bytes, entry_name: str, lang: str) -> bytes:
    """An .eml draft without sender and receiver: plain text, the same as HTML, and the calendar entry beside them.

    `facts` is the place of the paragraph that says when and where; it stands out.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = " ".join(title.split())
    mail["X-Unsent"] = "1"  # mail programs open it as a draft
    mail["Content-Language"] = lang
    mail.set_content("\n\n".join(paragraphs) + "\n", cte="quoted-printable")
    mail.add_alternative(_page(title, paragraphs, facts, lang), subtype="html", cte="quoted-printable")
    mail.add_attachment(entry, maintype="text", subtype="calendar", filename=entry_name, params={"method": "PUBLISH"})
    return mail.as_bytes()


def _page(title: str, paragraphs: Sequence[str], facts: int, lang: str) -> str:
    tones = look().light
    looks = [STRONG.format(**tones) if place == facts else PLAIN for place in range(len(paragraphs))]
    said = "".join(f'<p style="{kind}">{_linked(each)}</p>' for kind, each in zip(looks, paragraphs, strict=True))
    return PAGE.format(
        lang=escape(lang), title=escape(title), paragraphs=said,
        paper=tones["paper"], ink=tones["ink"], act=tones["act"],
    )  # fmt: skip


def _linked(text: str) -> str:
    """Text with its addresses as links, everything else as it was written."""
    parts, at = [], 0
    for found in ADDRESS.finditer(text):
        address = escape(found.group())
        parts += [escape(text[at : found.start()]), f'<a href="{address}">{address}</a>']
        at = found.end()
    return "".join([*parts, escape(text[at:])])
