"""The commands, as a facilitator types them."""

import csv
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from tests.program import HERE, Server, serving
from toolkit.cli.network import bound, lan_address


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """One command and what it said."""
    command = [sys.executable, "-m", "toolkit.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=600)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A folder with the demo, and the lines that `demo` printed."""
    folder = tmp_path_factory.mktemp("filled")
    return folder, run("demo", "--data", folder).stdout.splitlines()


def test_demo_prints_every_workshop_with_its_code(demo: tuple[Path, list[str]]) -> None:
    _, lines = demo
    assert len(lines) == 4
    assert all("(demo)" in line and len(line.split()[0]) == 6 for line in lines)


def test_demo_a_second_time_changes_nothing(demo: tuple[Path, list[str]]) -> None:
    folder, lines = demo
    assert run("demo", "--data", folder).stdout.splitlines() == lines


def test_export_writes_every_document_in_both_languages(demo: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, lines = demo
    code = next(line.split()[0] for line in lines if "thanks" in line)
    written = [Path(line) for line in run("export", code, "--data", folder, "--out", tmp_path).stdout.splitlines()]
    twice = [".docx", ".docx", ".pdf", ".pdf", ".xlsx", ".xlsx", ".zip", ".zip"]
    assert sorted(path.suffix for path in written) == [".csv", ".csv", *twice]
    assert all(path.stat().st_size > 100 for path in written)


def test_export_of_the_programme_sets_the_workshops_side_by_side(
    demo: tuple[Path, list[str]], tmp_path: Path
) -> None:
    said = run("export", "--programme", "--data", demo[0], "--out", tmp_path).stdout.splitlines()
    assert sorted(Path(line).suffix for line in said) == [".docx", ".docx", ".pdf", ".pdf", ".xlsx", ".xlsx"]


def test_export_of_an_unknown_code_is_one_sentence(demo: tuple[Path, list[str]], tmp_path: Path) -> None:
    said = run("export", "ZZZZZZ", "--data", demo[0], "--out", tmp_path)
    assert said.returncode == 1
    assert len(said.stderr.splitlines()) == 1 and "Traceback" not in said.stderr


def test_import_makes_an_open_house_and_names_bad_rows(tmp_path: Path) -> None:
    table = tmp_path / "answers.csv"
    table.write_text('id;besedilo\n1;Klop pri poti\n2;"brez konca\n3;Svetla soba\n', encoding="utf-8-sig")
    said = run("import", table, "--community", "Vas", "--data", tmp_path / "data")
    assert said.returncode == 1
    assert said.stderr.strip() == "Line 3: this row cannot be read. Check its quotation marks."
    assert "2 answers" in said.stdout


def test_the_same_import_again_says_so_and_changes_nothing(tmp_path: Path) -> None:
    table = tmp_path / "answers.csv"
    table.write_text("besedilo\nKlop pri poti\nKlop pri poti\nSvetla soba\n", encoding="utf-8")
    first, again = (run("import", table, "--community", "Vas", "--data", tmp_path / "data") for _ in range(2))
    assert (first.returncode, again.returncode) == (0, 0)
    assert again.stdout.split()[0] == first.stdout.split()[0] and "already" in again.stdout
    with closing(sqlite3.connect(tmp_path / "data" / "vrtiljak.sqlite")) as rows:
        counted = [rows.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("workshop", "note")]
    assert counted == [1, 3]


def test_import_of_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    said = run("import", tmp_path / "nothing.csv", "--community", "Vas", "--data", tmp_path / "data")
    assert said.returncode == 1
    assert said.stderr.strip().endswith("nothing.csv: No such file or directory.")


def test_group_writes_a_theme_and_a_judgement_for_each_answer(tmp_path: Path) -> None:
    table, out = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_text("id,text\n7,=Igrišče za otroke\n8,Pokličite me na 041 123 456\n", encoding="utf-8")
    assert run("group", table, "--out", out).returncode == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert first["id"] == "7" and first["theme"] and first["text"].startswith("'=")
    assert second["moderation"] == "hold_personal_data" and "041" not in second["redacted"]


def test_a_backup_holds_what_the_store_holds(demo: tuple[Path, list[str]], tmp_path: Path) -> None:
    path = Path(run("backup", "--data", demo[0], "--out", tmp_path).stdout.strip())
    with closing(sqlite3.connect(path)) as copy, closing(sqlite3.connect(demo[0] / "vrtiljak.sqlite")) as live:
        count = "SELECT count(*) FROM note"
        assert copy.execute(count).fetchone() == live.execute(count).fetchone() != (0,)


def test_a_backup_of_nothing_is_refused(tmp_path: Path) -> None:
    said = run("backup", "--data", tmp_path / "empty")
    assert said.returncode == 1 and "There is no store" in said.stderr


def test_check_speaks_in_sentences_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    lines = run("check", "--data", tmp_path, "--language", "en").stdout.splitlines()
    assert len(lines) == 15
    assert all(line.startswith(("ok ", "look ", "must ")) and line.endswith((".", "/tcp")) for line in lines)


def test_a_restore_and_its_drill_say_what_came_back(demo: tuple[Path, list[str]], tmp_path: Path) -> None:
    file = run("backup", "--data", demo[0], "--out", tmp_path).stdout.strip()
    tried = run("restore", file, "--drill", "--language", "en")
    assert tried.returncode == 0 and "This backup can be restored: 4 workshops," in tried.stdout
    done = run("restore", file, "--data", tmp_path / "elsewhere", "--language", "en")
    assert done.returncode == 0 and done.stdout.startswith("Restored: 4 workshops,")
    assert len(run("demo", "--data", tmp_path / "elsewhere").stdout.splitlines()) == 4


def test_a_restore_of_something_else_is_one_sentence(tmp_path: Path) -> None:
    other = tmp_path / "picture.jpg"
    other.write_bytes(b"not a store")
    said = run("restore", other, "--data", tmp_path / "data", "--language", "sl")
    assert said.returncode == 1 and len(said.stderr.splitlines()) == 1
    assert not list((tmp_path / "data").glob("*.sqlite"))


def test_serve_says_where_it_answers_and_whom_it_expects(demo_server: Server) -> None:
    assert demo_server.url.startswith("http://127.0.0.1:")
    assert demo_server.sign_in.startswith(demo_server.url + "/welcome/")
    assert len(demo_server.codes) == 1


def test_serve_logs_no_visitor_not_even_when_requests_fail(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with serving(tmp_path, "--demo") as server, httpx.Client(base_url=server.url) as phone:
        code = server.codes[0]
        page = phone.get(f"/w/{code}")
        token = re.findall(r'name="csrf" value="([^"]+)"', page.text)[0]
        with closing(sqlite3.connect(tmp_path / "vrtiljak.sqlite")) as store:
            store.executescript("DROP TABLE slip; DROP TABLE answer")
        form = {"csrf": token, "key": "moj ključ", "lives_in": "this_ks", "stakeholder_type": "pri Novakovih"}
        failed = [phone.post(f"/w/{code}/checkin", data=form), phone.get(f"/w/{code}/results"), phone.get(f"/w/{code}")]
        assert {answer.status_code for answer in failed} <= {200, 500, 503} and failed[1].status_code == 500
        assert not [answer for answer in failed if "Traceback" in answer.text or "sqlite" in answer.text]
        assert server.stop() == 0
    said = capfd.readouterr().err
    assert "a request failed" in said and "OperationalError" in said
    private = (code, token, *phone.cookies.values(), "GET", "POST", "127.0.0.1", "Novak", "SELECT", "INSERT")
    assert [one for one in private if one in said] == []


def test_a_taken_port_is_told_in_a_sentence(demo_server: Server, tmp_path: Path) -> None:
    port = demo_server.url.rpartition(":")[2]
    said = run("serve", "--port", port, "--host", "127.0.0.1", "--data", tmp_path, "--no-browser")
    assert said.returncode == 1
    assert said.stderr.strip().startswith(f"Port {port} is in use.")


def test_a_port_of_ones_own_is_free() -> None:
    with bound("127.0.0.1", 0) as listener:
        assert listener.getsockname()[1] > 0


def test_the_lan_address_is_never_this_machine_alone() -> None:
    assert not (lan_address() or "").startswith("127.")


def test_a_rehearsal_of_an_unknown_workshop_is_one_sentence(demo_server: Server) -> None:
    said = run("rehearse", "ZZZZZZ", "--url", demo_server.url)
    assert said.returncode == 1 and len(said.stderr.splitlines()) == 1


def test_a_rehearsal_against_another_machine_is_refused() -> None:
    said = run("rehearse", "ABC234", "--url", "http://example.org")
    assert said.returncode == 1 and "only against this machine" in said.stderr


def test_an_unknown_bench_names_the_ones_there_are() -> None:
    said = run("bench", "speed")
    assert said.returncode == 1 and "projector" in said.stderr
