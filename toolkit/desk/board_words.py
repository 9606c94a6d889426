"""What the board says, in the language of the desk; names in braces are filled in the browser."""

from toolkit.i18n import Translator, _

GESTURES = {
    "moved": _("moved to another theme"),
    "confirmed": _("themes confirmed"),
    "merged": _("merged"),
    "unmerged": _("taken apart"),
    "named": _("named"),
    "split": _("parted in two"),
    "kept_apart": _("kept apart"),
    "kept_whole": _("left whole"),
    "matched": _("match confirmed"),
    "not_matched": _("match declined"),
}


def gesture_name(words: Translator, what: str) -> str:
    """What a gesture is called when it is taken back."""
    return words(GESTURES.get(what, what))


def board_words(words: Translator) -> dict[str, str]:
    """Every sentence of the board by its name in the script."""
    return _buttons(words) | _filters(words) | _cards(words) | _told(words) | _help(words)


def _buttons(words: Translator) -> dict[str, str]:
    return {
        "undo": words("Undo"),
        "undo_what": words("Undo ({what})"),
        "whole": words("Whole screen"),
        "small": words("Leave the whole screen"),
        "dark": words("Dark"),
        "light": words("Light"),
        "keys": words("Keys"),
        "merge": words("Merge"),
        "not_same": words("Not the same"),
        "next": words("Next"),
        "back": words("Back"),
        "confirm": words("This theme is right"),
        "confirm_all": words("These are right ({n})"),
        "move": words("Move"),
        "merge_with": words("Merge with …"),
        "rename": words("Rename"),
        "split": words("Part in two"),
        "out": words("Take out"),
        "save": words("Save"),
        "cancel": words("Cancel"),
        "close": words("Close"),
    }


def _filters(words: Translator) -> dict[str, str]:
    return {
        "tools": words("Tools of the board"),
        "station": words("Station"),
        "kind": words("Kind"),
        "source": words("Source"),
        "word": words("Word"),
        "a_word": words("a word of the note"),
        "all": words("all"),
        "clear": words("Show all"),
        "nothing": words("No note fits this filter."),
        "shown": words("{n} of {all} cards shown"),
    }


def _cards(words: Translator) -> dict[str, str]:
    return {
        "board": words("Board of themes"),
        "card": words("card"),
        "column": words("{theme}, cards: {n}"),
        "sure": words("suggested, sure"),
        "unsure": words("suggested, unsure"),
        "sure_short": words("sure"),
        "unsure_short": words("unsure"),
        "because": words("because: {words}"),
        "no_because": words("no word led there"),
        "originals": words("The original notes"),
        "at_station": words("station {number}"),
        "same": words("Do these say the same?"),
        "same_place": words("{n} of {all}"),
        "same_name": words("Together they would be called:"),
        "both_say": words("both say: {words}"),
        "move_to": words("To which theme?"),
        "merge_to": words("With which card?"),
        "find": words("Find"),
        "name": words("Name of the cluster"),
        "empty_name": words("Without a name, the words of the first note stand."),
        "split_how": words("One idea in each field. Author, ticks and votes stay."),
        "idea": words("Idea {n}"),
        "drop_move": words("Move here"),
        "drop_merge": words("Merge"),
    }


def _told(words: Translator) -> dict[str, str]:
    return {
        "moved": words("“{card}” is now under {theme}."),
        "merged": words("“{card}” is merged with “{other}”."),
        "merged_many": words("Merged into “{card}”."),
        "confirmed": words("The theme of “{card}” is confirmed."),
        "confirmed_all": words("{theme}: all themes are confirmed."),
        "named": words("The cluster is called “{card}”."),
        "taken_out": words("“{card}” stands alone again."),
        "parted": words("“{card}” is parted."),
        "apart": words("They stay apart."),
        "undone": words("Taken back: {what}."),
        "lifted": words("“{card}” is picked up. Arrows choose where, Space puts it down, Escape cancels."),
        "over_theme": words("To the theme {theme}."),
        "over_card": words("Merge with “{card}”."),
        "put_back": words("“{card}” stays where it was."),
    }


def _help(words: Translator) -> dict[str, str]:
    return {
        "help": words("Keys of the board"),
        "hint": words("Arrows: choose · Space: pick up · Enter: open · M: move · C: confirm · Ctrl+Z: undo"),
        "k_arrows": words("choose a card"),
        "k_enter": words("open or close the card"),
        "k_space": words("pick up, then arrows, then Space: move or merge"),
        "k_shift": words("to the neighbouring theme"),
        "k_m": words("move to a theme by its letter"),
        "k_j": words("merge with a card from the list"),
        "k_c": words("this theme is right"),
        "k_all": words("all themes of this column are right"),
        "k_r": words("rename"),
        "k_s": words("part in two"),
        "k_y": words("suggested pair: merge"),
        "k_n": words("suggested pair: not the same"),
        "k_undo": words("undo"),
        "k_find": words("find by a word"),
        "k_drag": words("Drag a card to a theme, or hold it over a card to merge."),
    }
