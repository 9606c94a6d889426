"""What the two sides say, in the language of the desk; names in braces are filled in the browser."""

from toolkit.i18n import Translator


def matching_words(words: Translator) -> dict[str, str]:
    """Every sentence of the two sides by its name in the script."""
    return {
        "tools": words("Tools of this page"),
        "undo": words("Undo"),
        "undo_what": words("Undo ({what})"),
        "undone": words("Taken back: {what}."),
        "whole": words("Whole screen"),
        "small": words("Leave the whole screen"),
        "dark": words("Dark"),
        "light": words("Light"),
        "needs": words("What people need"),
        "offers": words("What could serve it"),
        "which": words("Which needs"),
        "open": words("open"),
        "confirmed": words("confirmed"),
        "all": words("all"),
        "shown": words("{n} of {all}"),
        "word": words("Word"),
        "a_word": words("a word of the note"),
        "choose": words("Choose a need on the left."),
        "no_needs": words("There is no need here."),
        "no_offers": words("There are no offers and no existing contents yet."),
        "no_likely": words("Nothing that fits was found. Look through the offers below."),
        "other_offers": words("All other offers and contents"),
        "none_left": words("No offer has this word."),
        "more": words("Show more ({n})"),
        "because": words("because: {words}"),
        "same_theme": words("because: the same theme"),
        "by_hand": words("chosen by hand"),
        "from": words("from {community}"),
        "confirm": words("It fits"),
        "decline": words("It does not fit"),
        "take_back": words("Does not fit after all"),
        "is_confirmed": words("fits"),
        "is_declined": words("declined"),
        "count_confirmed": words("confirmed: {n}"),
        "count_suggested": words("suggested: {n}"),
        "nothing_found": words("nothing found yet"),
        "done_confirmed": words("“{offer}” serves “{need}”."),
        "done_declined": words("“{offer}” does not serve “{need}”."),
        "hint": words("Up, down: choose · Right: what could serve it · Y: it fits · N: it does not fit · Ctrl+Z: undo"),
    }
