"""What rehearsing residents write: a few plausible answers a kind, each marked so that nobody takes it for real."""

from collections.abc import Mapping
from random import Random

MARK = {"sl": "(poskus)", "en": "(rehearsal)"}
WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "sl": {
        "need": (
            "Prostor za druženje starejših, kamor se pride brez stopnic.",
            "Mladi nimajo kam, ko dežuje.",
            "Manjka nam soba za sestanke društev.",
            "Rabimo nekoga, ki pomaga z računalnikom.",
            "Varstvo otrok med delavnicami.",
        ),
        "image": (
            "Svetla soba v pritličju z mizami, ki se dajo zložiti.",
            "Majhna kuhinja in stranišče brez ovir.",
            "Odprto tudi ob sobotah dopoldne.",
            "Klop pred vrati in nekaj sence.",
        ),
        "existing": (
            "Gasilci imajo dvorano, prosta je ob torkih.",
            "Pevski zbor vadi v šoli.",
            "Knjižnica pride enkrat na mesec.",
        ),
        "offer": (
            "Enkrat na mesec lahko vodim delavnico pletenja.",
            "Posodim projektor in platno.",
            "Naše društvo pomaga pri urejanju vrta.",
        ),
        "interest": (
            "Rada bi pomagala pri pripravi programa.",
            "Prišel bi na skupna kosila.",
            "Povabiti moramo tudi šolo in vrtec.",
        ),
        "constraint": ("Kdo bo plačal ogrevanje?", "Zvečer ni avtobusa domov.", "Ključ je samo pri enem človeku."),
        "other": ("Hvala za povabilo.", "O tem bi se pogovorili še enkrat jeseni."),
    },
    "en": {
        "need": (
            "A place for older people to meet, without stairs.",
            "The young have nowhere to go when it rains.",
            "We need a room for club meetings.",
            "Somebody to help with computers.",
            "Childcare during workshops.",
        ),
        "image": (
            "A bright room on the ground floor with folding tables.",
            "A small kitchen and a step-free toilet.",
            "Open on Saturday mornings too.",
            "A bench at the door and some shade.",
        ),
        "existing": (
            "The fire brigade has a hall, free on Tuesdays.",
            "The choir practises in the school.",
            "The library comes once a month.",
        ),
        "offer": (
            "I can lead a knitting evening once a month.",
            "I lend a projector and a screen.",
            "Our club helps with the garden.",
        ),
        "interest": (
            "I would like to help with the programme.",
            "I would come to shared lunches.",
            "The school and the kindergarten should be invited.",
        ),
        "constraint": ("Who will pay for the heating?", "There is no bus home at night.", "Only one man has the key."),
        "other": ("Thank you for the invitation.", "Let us talk about it again in autumn."),
    },
}


def answer(rng: Random, language: str, kind: str) -> str:
    """A plausible answer of this kind, marked as a rehearsal."""
    spoken = language if language in WORDS else "en"
    return f"{rng.choice(WORDS[spoken].get(kind, WORDS[spoken]['other']))} {MARK[spoken]}"
