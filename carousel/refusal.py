"""The one way in which anything here says no."""


def _(sentence: str) -> str:
    """Mark a sentence for translation where it is written; it is translated where it is shown."""
    return sentence


class Refusal(Exception):
    """A request that is not carried out.

    `sentence` is English text that says what happened and what to do; it is the key of its translation.
    Names in braces are filled from `data`. `status` is the HTTP status a door answers with.
    """

    def __init__(self, sentence: str, *, status: int = 422, **data: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status
        self.data = data

    def __str__(self) -> str:
        return self.sentence.format(**self.data)
