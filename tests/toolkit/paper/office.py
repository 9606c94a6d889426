"""An office program that opens what we made, as a secretary would; tests that need it say so where it is absent."""

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice") or ""
needs_office = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")


def converted(file: Path, ending: str) -> Path:
    """The file as LibreOffice reads and writes it again, with a profile of its own."""
    profile = file.parent / "profile"
    command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", ending]
    done = subprocess.run(
        [*command, "--outdir", str(file.parent / "out"), str(file)], capture_output=True, text=True, timeout=600
    )
    found = file.parent / "out" / f"{file.stem}.{ending}"
    assert found.exists(), done.stdout + done.stderr
    return found
