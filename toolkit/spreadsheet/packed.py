"""What is packed inside a workbook: unpacked within limits, so that a small file cannot fill the memory."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from carousel.refusal import Refusal
from toolkit.spreadsheet.extent import extent
from toolkit.spreadsheet.limits import BROKEN, LOCKED, MOST_FILES, MOST_UNPACKED, fitting

NOT_HARMLESS = "This workbook unpacks to far more than a table of notes. Save the table as CSV, then try again."
NEEDED = (".xml", ".rels", "mimetype")  # pictures and macros stay outside
PROBLEMS = (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, UnicodeError)


def checked(content: bytes) -> BytesIO:
    """The same workbook packed anew from what was looked at. Refuses a damaged, protected or swollen one."""
    made = BytesIO()
    try:
        with ZipFile(BytesIO(content)) as given, ZipFile(made, "w") as packed:
            for name, text in _members(given).items():
                packed.writestr(name, text)
    except PROBLEMS as problem:
        raise Refusal(BROKEN) from problem
    made.seek(0)
    return made


def _members(given: ZipFile) -> dict[str, bytes]:
    inside = [one for one in given.infolist() if one.filename.lower().endswith(NEEDED)]
    if len(inside) > MOST_FILES or sum(one.file_size for one in inside) > MOST_UNPACKED:
        raise Refusal(NOT_HARMLESS, status=413)
    if any(one.flag_bits & 1 for one in inside):
        raise Refusal(LOCKED)
    members = {one.filename: given.read(one) for one in inside}
    for name, text in members.items():
        if name == "content.xml" or "worksheets/" in name:
            fitting(*extent(text))
    return members
