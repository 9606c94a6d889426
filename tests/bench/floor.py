"""The floor: a bare Starlette route, a durable insert with group commit, events; nothing a hall would need.

Start it with `python -m tests.bench.floor PORT FOLDER`.
"""

import asyncio
import queue
import sqlite3
import sys
import threading
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

PAGE = (
    "<!doctype html><form method=post action=/checkin><input name=name></form>"
    "<form method=post action=/notes><input name=text></form>"
)
Job = tuple[str, "asyncio.Future[int]"]


class Writer:
    """One thread, one connection, as many rows a commit as are waiting."""

    def __init__(self, path: Path) -> None:
        self.path, self.jobs = path, queue.Queue[Job]()
        threading.Thread(target=self.work, daemon=True).start()

    def work(self) -> None:
        connection = sqlite3.connect(self.path, isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT)")
        while True:
            batch = [self.jobs.get()]
            while len(batch) < 200 and not self.jobs.empty():
                batch.append(self.jobs.get())
            connection.execute("BEGIN IMMEDIATE")
            insert = "INSERT INTO note (text) VALUES (?)"
            made = [connection.execute(insert, (text,)).lastrowid or 0 for text, _ in batch]
            connection.execute("COMMIT")
            batch[0][1].get_loop().call_soon_threadsafe(self.answer, batch, made)

    @staticmethod
    def answer(batch: list[Job], made: list[int]) -> None:
        for (_, future), note in zip(batch, made, strict=True):
            future.set_result(note)

    async def add(self, text: str) -> int:
        future: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.jobs.put((text, future))
        return await future


def app(folder: Path) -> Starlette:
    """The floor's three routes."""
    writer = Writer(folder / "floor.sqlite")

    async def page(request: Request) -> Response:
        return HTMLResponse(PAGE)

    async def check_in(request: Request) -> Response:
        await writer.add(str((await request.form()).get("name", "")))
        return RedirectResponse("/", status_code=303)

    async def note(request: Request) -> Response:
        return JSONResponse({"id": await writer.add(str((await request.form())["text"]))})

    posts = [Route("/checkin", check_in, methods=["POST"]), Route("/notes", note, methods=["POST"])]
    return Starlette(routes=[Route("/", page), *posts])


if __name__ == "__main__":
    uvicorn.run(
        app(Path(sys.argv[2])), host="127.0.0.1", port=int(sys.argv[1]), log_level="warning", access_log=False,
        http="httptools", backlog=2048,
    )  # fmt: skip
