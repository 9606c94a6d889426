"""Contact details, numbers, accounts and addresses, in figures and in words."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.addresses import addresses
from toolkit.harvest.folding import Token
from toolkit.harvest.reader import Span

Found = tuple[str, Span]

FEW_WORDS = 5

_END = r"(?:com|net|org|si|eu|info|example|me|at|de|it|hr|uk)"
_DOT = r"\s*(?:\.|[\[({]\s*(?:pika|dot|tocka)\s*[\])}]|\s(?:pika|dot|tocka)\s)\s*"
_AT = r"\s*(?:@|[\[({]\s*(?:at|afna|et)\s*[\])}]|\s(?:afna|at|et|pri|na|snabela)\s)\s*"
_NET = (
    r"(?:insta(?:gram\w*)?|ig|fb|face(?:book\w*)?|tiktok\w*|tik tok\w*|snap\w*|telegram\w*|discord\w*"
    r"|twitter\w*|linkedin\w*|messenger\w*|viber\w*|whatsapp\w*|skype\w*)"
)
_NUMBER = r"(?:stevilk\w*|st|numb?er|no|id)"
_PAPER = (
    r"(?:davcn\w*|maticn\w*|emso\w*|zzzs|potn\w+ list\w*|osebn\w+ izkaznic\w*|zavarovaln\w+|passport|tax"
    r"|ssn|trr|iban|kartic\w*)"
)
_REGION = "lj|mb|kr|ce|nm|ng|kp|ms|sg|kk|po|go"
_PLATE = r"(?:[a-z\d]{2}[ -]?[a-z\d]{3}|[a-z\d]{3}[ -]?[a-z\d]{2}|[a-z\d]{5,6})"

SHIPPED = ("iban_si",)  # the vocabulary's other patterns are read more closely below
# Run on the folded text. What the vocabulary's Slovenian patterns leave out: other spellings, other countries.
WRITTEN = {
    "email": rf"(?<![\w+-])[\w+-]{{1,40}}(?:(?:\s?\.\s?|{_DOT})[\w+-]+)*{_AT}(?:[\w-]+{_DOT})+{_END}\b",
    "email_loose": r"(?<![\w.+-])[\w.+-]{1,60}\s?@\s?[a-z][\w-]*(?:\s?\.\s?[\w-]+)+",
    "handle": r"(?<![\w.])@(?!work\b|home\b|school\b)[a-z_][\w.]{2,}",
    "profile": (
        rf"\b{_NET}(?:\s+profil\w*)?\s*:\s*@?\w[\w.-]{{2,}}|\b{_NET}\s+profil\w*\s+(?!nas|za|je\b|skupn"
        rf"|krajevn|kraja|drus|obcin|ks\b|naj\b)\w+(?:\s\w+){{0,2}}"
        rf"|\b{_NET}\s+(?:je\s|sem\s|me\s)*(?:na\s|as\s|kot\s|on\s|pod\s)?(?=\w*[._\d]\w)[a-z][\w.]{{2,}}[a-z\d_]"
        r"|\b(?:facebook|instagram|tiktok|linkedin|twitter)\.com/[\w./-]+"
    ),
    "paper": rf"\b{_PAPER}(?:\s+{_NUMBER})*[\s:.=]*(?:je\s|is\s)?[a-z]{{0,2}}\d[\da-z][\d -]{{3,}}\d",
    "iban": r"\b[a-z]{2}\d{2}(?:[ -]?\d{4}){3,6}(?:[ -]?\d{1,3})?(?!\d)",
    "account": r"(?<!\d)\d{5}[ -]\d{10}(?!\d)|(?<!\d)(?:\d{4}[ -]){3}\d{4}(?!\d)",
    "born": (
        r"\b(?:rojen\w*|roj|born)\b\.?\s*(?:dne|on|in|sem)?\s*(?:\d{1,2}\s*[./]\s*(?:\d{1,2}"
        r"|[a-z]{3,9})\s*[./]?\s*|\d{1,2} [a-z]{3,9} )\d{2,4}"
    ),
    "plate": (
        rf"\b(?:registr\w*|tablic\w*|plate\w*|avto\w*|kombi\w*|car"
        rf"|van)\W+(?:\w+\W+)?(?:{_REGION})[ -]*(?=\S*[\s-]?\S*\d){_PLATE}\b"
    ),
    "phone_said": (
        r"\b(?:tel|telefon\w*|gsm|mob\w*|cifr\w*|stevilk\w*|klic\w*|poklic\w*|call|phone|ring"
        r"|text)\b[\s.:]*(?:me\s|mi\s|je\s|is\s|on\s|na\s|at\s|zvecer\s"
        r"|moja\s)*\+?\d(?:[ /.()-]{0,3}\d){4,11}(?![\d€]|\s?(?:eur|ljudi|krat|min|ur))"
    ),
    "phone_si": r"(?<!\d)0[3-7]\d[ /.-]{0,2}\d{3}[ /.-]{0,2}\d{3}(?!\d)",
    "phone_us": r"(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)",
    "ssn": r"(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)",
}
_DIGITS = re.compile(r"(?<![\d.,a-z])(?:\+|\()?[\do](?:[ ./()–-]{0,3}[\dol]){6,15}(?![\da-z])")
_CAPITALS = re.compile(
    rf"\b(?:{_REGION.upper()})[ -]{{0,3}}(?=[A-Z ČŠŽ-]{{0,5}}\d)(?:{_PLATE.replace('a-z', 'A-ZČŠŽ')})\b"
)
_EMSO = re.compile(r"(?<!\d)\d(?:[ -]?\d){12}(?!\d)")
_TAX = re.compile(r"(?<!\d)(?:si\s?)?\d{8}(?!\d)")
_MOBILE = re.compile(r"0?(?:3[01]|4[01]|5[01]|6[4589]|7[01])\d{6}")
_DATES = re.compile(r"\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|(?:\d{4}[ /-]){2,}\d{4}|[1-9]\d{0,2}(?:[. ]000)+")
_SAID = re.compile(
    r"\b(?:nic|nula|zero|oh|en[ao]?|dv[ae]|tri|stiri|pet|sest|sedem|osem|devet|deset|\w*(?:najst|deset"
    r"|dvajset)|sto|\w+sto|"
    r"one|two|three|four|five|six|seven|eight|nine|double|triple|dvakrat|trikrat|\d{1,3})\b"
)
_LIKELY = re.compile(r"[\d@]|afna|pika|\bdot\b|\bnic\b|\bnula\b|\bzero\b|insta|\bfb\b|\big\b|snap|tik ?tok|profil|face")


def contacts(text: str, folded: str, tokens: Sequence[Token]) -> Iterator[Found]:
    """What leads to a person: only texts with a digit, an @ or a word of this kind are searched."""
    if not _LIKELY.search(folded):
        return
    for name, pattern in _patterns():
        yield from ((name, found.span()) for found in pattern.finditer(folded))
    yield from (("phone_si", span) for span in (*_phones(folded), *_said(folded)))
    yield from (("emso", found.span()) for found in _EMSO.finditer(folded) if _emso(found))
    if not text.isupper() or len(tokens) <= FEW_WORDS:  # among shouted words CE and GO are words
        yield from (("plate", found.span()) for found in _CAPITALS.finditer(text))
    yield from (("tax_no", found.span()) for found in _TAX.finditer(folded) if _tax(found))
    yield from (("street_no", span) for span in addresses(text, folded, tokens))


def emso_is_valid(digits: str) -> bool:
    """Checksum of the Slovenian personal number: weights 7 6 5 4 3 2 twice, modulo 11."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, (7, 6, 5, 4, 3, 2) * 2, strict=False))
    control = 11 - total % 11
    return len(digits) == 13 and control != 10 and control % 11 == int(digits[12])


def _emso(found: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", found.group())
    day, month, year = int(digits[:2]), int(digits[2:4]), digits[4:7]
    born = 1 <= day <= 31 and 1 <= month <= 12 and year[0] in "90"
    return emso_is_valid(digits) or (born and digits == found.group())


def _tax(found: re.Match[str]) -> bool:
    """Eight figures in a row, unless a date written without dots."""
    return not re.match(r"(?:19|20)\d{6}$", found.group()) and not found.group().endswith("000")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    shipped = vocabulary().moderation.patterns
    own = ((name, shipped[name].pattern) for name in SHIPPED if name in shipped)
    return tuple((name, re.compile(rule, re.IGNORECASE)) for name, rule in (*own, *WRITTEN.items()))


def _phones(folded: str) -> Iterator[Span]:
    for found in _DIGITS.finditer(folded):
        digits = re.sub(r"\D", "", found.group().replace("o", "0").replace("l", "1"))
        if _is_phone(digits, found.group()) and not _DATES.fullmatch(found.group()):
            yield found.span()


def _is_phone(digits: str, written: str) -> bool:
    """Slovenian numbers with 0, +386 or 00386, others with a plus, mobiles without the 0 in groups of three."""
    if written.startswith("+") or digits.startswith("00"):
        return 8 <= len(digits) <= 15
    if digits.startswith("0"):
        return 8 <= len(digits) <= 11 and digits[1] != "0" and not re.match(r"\d\d[.:]\d\d ?[-–]", written)
    grouped = re.fullmatch(r"\d\d[ /-]\d{3}[ /-]?\d{3}", written)
    return bool(grouped and _MOBILE.fullmatch(digits))


def _said(folded: str) -> Iterator[Span]:
    """Numbers said in words: from "nič" on at least six figures, without it seven."""
    run: list[re.Match[str]] = []
    for found in (*_SAID.finditer(folded), None):
        if run and (found is None or folded[run[-1].end() : found.start()].strip(" ,.-/")):
            yield from _said_run(run)
            run = []
        if found:
            run.append(found)


def _figures(word: str) -> int:
    """How many figures a number said in words has: dvajset two, petsto three."""
    if word.isdigit():
        return len(word)
    return 2 if word.endswith(("deset", "najst", "jset")) else 3 if len(word) > 3 and word.endswith("sto") else 1


def _said_run(run: list[re.Match[str]]) -> Iterator[Span]:
    heard = [found.group() for found in run]
    figures = sum(map(_figures, heard))
    spoken = sum(not word.isdigit() for word in heard)
    starts = heard[0] in ("nic", "nula", "zero", "oh")
    if spoken and len(heard) >= 3 and figures >= (6 if starts else 8) and spoken * 2 >= len(heard) - 2 * starts:
        yield run[0].start(), run[-1].end()
