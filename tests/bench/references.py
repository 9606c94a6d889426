"""What figures are quoted beside: the floor, and a Streamlit form with one field."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.hall import HERE, cores

ONE_FIELD = """
import streamlit as st
with st.form("one"):
    text = st.text_input("One idea")
    if st.form_submit_button("Send") and text:
        st.write("received")
"""


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int, seconds: float = 30) -> None:
    """Wait until somebody listens."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError("the reference did not start")


@contextmanager
def running(command: Sequence[str], port: int, cwd: Path) -> Iterator[str]:
    """A reference server on the server's core, ended at the end."""
    with subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            if cores()[0]:
                os.sched_setaffinity(process.pid, cores()[0])
            answers(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


@contextmanager
def floor() -> Iterator[str]:
    """The floor with a database of its own."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.bench.floor", str(port), folder]
        with running(command, port, HERE) as url:
            yield url


@contextmanager
def streamlit_form() -> Iterator[str]:
    """A Streamlit program with a form of one field."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "one_field.py").write_text(ONE_FIELD)
        command = [sys.executable, "-m", "streamlit", "run", "one_field.py", f"--server.port={port}"]
        command += ["--server.address=127.0.0.1", "--server.headless=true", "--browser.gatherUsageStats=false"]
        with running(command, port, Path(folder)) as url:
            yield url
