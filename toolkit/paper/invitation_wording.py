"""What an invitation says, sentence by sentence, in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from carousel.workshop import Format, Workshop
from toolkit.i18n import Translator

Said = tuple[str, bool]  # a sentence, and whether it must stand when room is short


@dataclass(frozen=True, slots=True)
class Wording:
    """The facts of one invitation and the sentences that carry them. `begins` is aware, in local time."""

    say: Translator
    workshop: Workshop
    begins: datetime
    lasts: timedelta
    place: str
    contact: str
    address: str

    def question(self) -> str:
        """What the evening is about."""
        _, community = self.say, self.workshop.community
        return _("Does {community} need such a space, and what should it be like?", community=community)

    def invited(self) -> str:
        """When and where."""
        _ = self.say
        when = {"day": _.date(self.begins), "time": _.time(self.begins), "place": self.place}
        if self.workshop.format is Format.OPEN_HOUSE:
            return _("You are invited to come by on {day} from {time} on, {place}.", **when)
        return _("You are invited to a workshop on {day} at {time}, {place}.", **when)

    def lasting(self) -> str:
        """Until when."""
        _ = self.say
        return _("We finish at about {time}.", time=_.time(self.begins + self.lasts))

    def ask_here(self) -> str:
        """Whom to ask; nothing where nobody is named."""
        _ = self.say
        return _("For questions: {contact}.", contact=self.contact.rstrip(".")) if self.contact else ""

    def elsewhere(self) -> str:
        """Where those write who cannot come; nothing where there is no such address."""
        _, address = self.say, self.address
        return _("You cannot come? Write your ideas here: {address}", address=address) if address else ""


def benefits(_: Translator) -> list[Said]:
    """What a community space is and what it is good for."""
    return [
        (_("A community space is open to all."), True),
        (_("People meet, learn and help each other there."), True),
        (_("Children, young and older people use it, and so do societies and neighbours."), False),
        (_("Nobody has to be alone, and empty rooms come to life again."), True),
        (_("Whoever knows something can show it to others."), False),
        (_("Whoever needs something finds it close to home."), False),
    ]


def walk(_: Translator, format: Format) -> list[Said]:
    """How the evening goes, and that nobody is put on the spot."""
    moving = [
        (_("In small groups we walk from question to question."), True),
        (_("At the end we choose together what matters most."), False),
        (_("There is a raffle too."), False),
    ]
    return [
        (_("We would like to hear it from you."), False),
        (_("We ask what people need, what there is already and what could be added."), False),
        *(moving[:1] if format is Format.CAROUSEL else []),
        (_("You write ideas on notes, on paper or on a phone."), True),
        (_("You need not speak in public, and you need not give your name."), True),
        (_("Whoever prefers can tell a table host, who writes it down."), False),
        *(moving[1:] if format is Format.CAROUSEL else []),
        (_("After the evening you will hear what we learned and what follows."), False),
    ]


def fitted(sentences: Sequence[Said], most: int) -> str:
    """The sentences in one text of at most `most` letters: those that need not stand are left out, the last first."""
    kept = [said for said in sentences if said[0]]
    while len(text := " ".join(sentence for sentence, _ in kept)) > most:
        spare = [place for place, (_, must) in enumerate(kept) if not must]
        if not spare:
            break
        del kept[spare[-1]]
    return text
