"""The list of commands. Each command's own module is imported only when it runs, so that every start is quick."""

import gc
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="Vrtiljak: an evening that decides whether, and how, a community gets a shared space.",
)  # fmt: skip
Data = Annotated[Path | None, typer.Option(help="Folder of the data; ./var when not given.")]
Code = Annotated[str, typer.Argument(help="The workshop's code, as on its poster.")]
Language = Annotated[str, typer.Option(help="sl or en; the machine's own when not given.")]


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free port.")] = 8501,
    host: Annotated[str, typer.Option(help="127.0.0.1 for this machine alone.")] = "0.0.0.0",  # noqa: S104  a hall's phones must reach it
    data: Data = None,
    demo: Annotated[bool, typer.Option(help="Fill an empty store with the demo programme.")] = False,
    browser: Annotated[bool, typer.Option(help="Open the sign-in link in the browser.")] = True,
    backup: Annotated[Path | None, typer.Option(help="A second place for backups, such as a USB stick.")] = None,
) -> None:
    """Start the program and say where it answers."""
    gc.disable()  # importing makes much and throws nothing away; `serve` turns it on again
    from toolkit.cli.place import at
    from toolkit.cli.serving import serve

    serve(at(data, backup), host, port, demo=demo, browser=browser)


@app.command()
def demo(data: Data = None) -> None:
    """Fill a store with the demo programme and print each workshop's code."""
    from toolkit.cli.place import at, store
    from toolkit.cli.samples import load_demo

    load_demo(store(at(data)))


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="A CSV with one answer a row.")],
    community: Annotated[str, typer.Option(help="Name of the community the answers are from.")],
    language: Annotated[str, typer.Option(help="Language of the answers: sl, en; guessed when not given.")] = "",
    data: Data = None,
) -> None:
    """Make an open-house workshop of a CSV of answers."""
    from toolkit.cli.place import at, store
    from toolkit.cli.samples import import_file

    raise typer.Exit(import_file(store(at(data)), file, community, language))


@app.command()
def group(
    file: Annotated[Path, typer.Argument(help="A CSV with one answer a row: id, community, kind, text.")],
    out: Annotated[Path, typer.Option(help="The CSV to write.")],
    k: Annotated[int, typer.Option(min=1, max=20, help="How many likely others are named at most.")] = 3,
    language: Annotated[str, typer.Option(help="sl or en; guessed for each answer when not given.")] = "",
) -> None:
    """Suggest themes, same ideas, matches and moderation for a CSV of answers, without a store."""
    from toolkit.cli.grouping import group_file

    raise typer.Exit(group_file(file, out, k, language))


@app.command()
def export(
    out: Annotated[Path, typer.Option(help="Folder to write into.")],
    code: Annotated[str, typer.Argument(help="The workshop's code, as on its poster; none with --programme.")] = "",
    data: Data = None,
    programme: Annotated[bool, typer.Option(help="All workshops side by side instead of one.")] = False,
) -> None:
    """Write a workshop's report as PDF, Word, Excel and open data."""
    from datetime import UTC, datetime

    from toolkit.cli.documents import write_documents, write_programme_documents
    from toolkit.cli.place import at, store

    place, now = store(at(data)), datetime.now(UTC)
    for path in write_programme_documents(place, out, now) if programme else write_documents(place, code, out, now):
        print(path)


@app.command()
def rehearse(
    code: Code,
    residents: Annotated[int, typer.Option(min=1, max=500)] = 40,
    speed: Annotated[float, typer.Option(min=0.1, max=1000, help="10 writes ten times faster than people do.")] = 10,
    url: Annotated[str, typer.Option(help="Address of the running program.")] = "http://127.0.0.1:8501",
    seed: Annotated[int, typer.Option(help="The same seed plays the same residents.")] = 1,
    minutes: Annotated[float, typer.Option(min=0.05, max=240, help="Stop after this long at the latest.")] = 120,
) -> None:
    """Play residents against a running program, for practice."""
    from toolkit.rehearse.rehearsal import rehearse

    raise typer.Exit(rehearse(url, code, residents=residents, speed=speed, seed=seed, minutes=minutes))


@app.command()
def bench(
    name: Annotated[str, typer.Argument(help="A bench of docs/measures.md: page, answers, compare …")],
    json: Annotated[bool, typer.Option("--json", help="One line of JSON instead of a table.")] = False,
    sizes: Annotated[str, typer.Option(help="Other sizes than the usual ones: 25,100,200.")] = "",
) -> None:
    """Measure one figure of docs/measures.md."""
    from toolkit.cli.measuring import measure

    measure(name, json, sizes)


@app.command()
def backup(data: Data = None, out: Annotated[Path | None, typer.Option(help="Folder for the copy.")] = None) -> None:
    """Write a checked copy of the store, also while the program runs."""
    from toolkit.cli.keeping import back_up
    from toolkit.cli.place import at

    for copy in back_up(at(data), out):
        print(copy.path)


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A copy that backup or the running program made.")],
    data: Data = None,
    drill: Annotated[bool, typer.Option("--drill", help="Only try it, in a folder that is deleted again.")] = False,
    language: Language = "",
) -> None:
    """Go back to a copy of the store; what is there now is kept aside first."""
    from toolkit.cli.place import at
    from toolkit.cli.restoring import restore
    from toolkit.cli.speaking import spoken

    raise typer.Exit(restore(at(data), file, spoken(language), drill=drill))


@app.command()
def purge(
    data: Data = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be deleted.")] = False,
) -> None:
    """Delete contacts and raffle tickets that have been kept long enough."""
    from datetime import UTC, datetime

    from toolkit.cli.place import at, store
    from toolkit.cli.purging import purge
    from toolkit.i18n import ZONE

    for line in purge(store(at(data)), datetime.now(UTC).astimezone(ZONE).date(), dry=dry_run):
        print(line)


@app.command()
def check(data: Data = None, port: int = 8501, language: Language = "") -> None:
    """Say whether this machine is ready for tonight, and what to do."""
    from toolkit.cli.checking import check
    from toolkit.cli.place import at
    from toolkit.cli.speaking import spoken

    raise typer.Exit(check(at(data), port, spoken(language)))
