"""Having what suggestions are learned from ready before anybody asks."""


def learn() -> None:
    """Learn from the shipped corpus, some seconds once; afterwards it is read from `var/learned/`."""
    from toolkit.harvest.background import background
    from toolkit.harvest.kinds import kinds
    from toolkit.harvest.themes import sorter

    sorter().suggest("kava")
    kinds()
    background()
