"""`python -m toolkit.cli COMMAND`: what run.py hands over to. Refusals are one sentence and exit status 1."""

import sys

from carousel.refusal import Refusal
from toolkit.cli.app import app
from toolkit.content.reading import ContentError


def main() -> None:
    """Run one command; an expected problem is told in a sentence, without a traceback."""
    try:
        app(prog_name="python3 run.py")
    except (Refusal, ContentError, ValueError) as problem:
        sentence = str(problem)
    except OSError as problem:
        sentence = f"{problem.filename or 'The system says'}: {problem.strerror or problem}."
    else:
        return
    print(sentence, file=sys.stderr)
    raise SystemExit(1)


if __name__ == "__main__":
    main()
