"""How large a table may be, and the sentences that refuse a larger or an unreadable one."""

from carousel.refusal import Refusal

MOST_BYTES = 5 * 2**20
MOST_UNPACKED = 50 * 2**20  # bytes of a workbook once it is unpacked
MOST_FILES = 2_000  # inside a workbook
MOST_ROWS = 20_000  # below the header
MOST_COLUMNS = 1_000
MOST_CELLS = 2_000_000
LONGEST_CELL = 32_767  # characters; spreadsheets have the same limit

BROKEN = "This workbook is damaged and cannot be read. Open it, save it anew as XLSX, then try again."
LOCKED = "This workbook is protected by a password or very old. Save it as XLSX without a password, then try again."
TOO_BIG = "The file is larger than {megabytes} MB. Split it, then try again."
TOO_MANY_ROWS = "The table has more than {most} rows. Split it, then try again."
TOO_MANY_COLUMNS = "The table has more than {most} columns. Leave out those you do not need, then try again."
TOO_WIDE = "The table has too many cells. Leave out the columns you do not need, then try again."


def fitting(rows: int, columns: int) -> None:
    """Refuse with 413 a table that reaches further than this."""
    if rows > MOST_ROWS + 1:
        raise Refusal(TOO_MANY_ROWS, status=413, most=MOST_ROWS)
    if columns > MOST_COLUMNS:
        raise Refusal(TOO_MANY_COLUMNS, status=413, most=MOST_COLUMNS)
    if rows * columns > MOST_CELLS:
        raise Refusal(TOO_WIDE, status=413)
