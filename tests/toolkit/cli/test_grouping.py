"""`group` on tables as people have them: other separators, bad rows, strange letters, missing columns."""

import csv
import io
from pathlib import Path

import pytest

from carousel.refusal import Refusal
from toolkit.cli.grouping import ADDED, group_file

HEADER = "id,community,kind,text,opomba\n"
ROWS = (
    "a1,Golnik,need,\"Kdo bi me peljal k zdravniku, prosim\",prva\n"
    "a2,Golnik,offer,Imam kombi in ob torkih čas za prevoze,\n"
    "a3,Golnik,need,Prevoz k zdravniku v Kranj za starejše,\n"
    "a4,Golnik,need,\"Skupni vrt\nz gredami\",\n"
)


class Table:
    """A table on its way through `group`."""

    def __init__(self, folder: Path) -> None:
        self.input, self.output = folder / "in.csv", folder / "out.csv"

    def group(self, content: str | bytes, k: int = 3) -> tuple[int, list[dict[str, str]]]:
        self.input.write_bytes(content if isinstance(content, bytes) else content.encode())
        status = group_file(self.input, self.output, k, "")
        mark = ";" if b";" in self.output.read_bytes().split(b"\n")[0] else ","
        text = self.output.read_bytes().decode("utf-8-sig")
        return status, list(csv.DictReader(io.StringIO(text, newline=""), delimiter=mark))


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path)


def test_input_columns_are_carried_through_and_suggestions_added(table: Table) -> None:
    status, rows = table.group(HEADER + ROWS)
    assert status == 0 and list(rows[0]) == ["id", "community", "kind", "text", "opomba", *ADDED]
    assert rows[0]["opomba"] == "prva" and rows[3]["text"] == "Skupni vrt\nz gredami"
    assert [row["theme"] for row in rows] == ["medsosedska_pomoc"] * 3 + ["vrt_hrana"]
    assert "a2" in rows[0]["matches"].split(";") and "a1" in rows[1]["matches"].split(";")
    assert "a3" in rows[0]["same_as"].split(";")
    assert all(0 <= float(row["confidence"]) <= 1 and row["moderation"] == "publish" for row in rows)
    assert {row["cluster"] for row in rows} <= {"a1", "a2", "a3", "a4"}


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("begin", [b"", b"\xef\xbb\xbf"])
def test_the_table_is_written_as_it_was_read(table: Table, mark: str, begin: bytes) -> None:
    content = begin + f"id{mark}community{mark}kind{mark}text\r\n1{mark}K{mark}Potreba{mark}vrt\r\n".encode()
    table.input.write_bytes(content)
    assert group_file(table.input, table.output, 3, "") == 0
    written = table.output.read_bytes()
    assert written.startswith(begin + f"id{mark}community".encode())


def test_a_bad_row_is_named_and_the_rest_goes_on(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    long = "x" * 10_001
    status, rows = table.group(HEADER + f"1,K,need,,\n2,K,need\n3,K,need,vrt,\n4,K,need,{long},\n5,K,želja,šah,\n")
    told = capsys.readouterr().err
    assert status == 1 and [row["id"] for row in rows] == ["3", "5"]
    assert all(f"Line {line}:" in told for line in (2, 3, 5, 6))


def test_at_most_k_others_are_named(table: Table) -> None:
    many = "".join(f"{n},K,{kind},Skupni vrt številka {n},\n" for n, kind in enumerate(["need", "offer"] * 6))
    _, rows = table.group(HEADER + many, k=2)
    assert {len(row["same_as"].split(";")) for row in rows} == {2}
    assert max(len(row["matches"].split(";")) for row in rows) == 2


def test_strange_texts_pass_without_a_crash(table: Table) -> None:
    strange = ["🙂🙂🙂", "я хочу кофе", "我们需要花园", "=1+1", "-5", "a" * 10_000, "vrt 花园", "\u202egnirts", "..."]
    content = io.StringIO()
    lines = [[number, "K", "need", text] for number, text in enumerate(strange)]
    csv.writer(content).writerows([["id", "community", "kind", "text"], *lines])
    status, rows = table.group(content.getvalue())
    assert status == 0 and len(rows) == len(strange)
    assert rows[3]["text"] == "'=1+1" and rows[4]["text"] == "-5", "a formula is defused, a number stays"


def test_a_missing_column_is_told_and_only_the_text_is_needed(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    status, rows = table.group("comment-body\nMore free meeting space\n")
    assert status == 0 and rows[0]["theme"] != "" and rows[0]["cluster"] == "2"
    assert "no column “kind”" in capsys.readouterr().err
    with pytest.raises(Refusal, match="text"):
        table.group("id,kind\n1,need\n")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"id,text\n", b"\x00\x01\x02", b"PK\x03\x04\x00\x00binary"])
def test_a_table_without_answers_is_refused_in_a_sentence(table: Table, content: bytes) -> None:
    with pytest.raises(Refusal):
        table.group(content)


def test_a_table_of_windows_letters_is_read(table: Table) -> None:
    _, rows = table.group("id,community,kind,text\n1,Stražišče,need,Šah\n".encode("cp1250"))
    assert (rows[0]["community"], rows[0]["text"]) == ("Stražišče", "Šah")


def test_a_column_with_a_name_of_ours_is_kept_beside_it(table: Table) -> None:
    _, rows = table.group("id,community,kind,text,theme\n1,K,need,Skupni vrt,nekaj\n")
    assert (rows[0]["theme (input)"], rows[0]["theme"]) == ("nekaj", "vrt_hrana")
