"""The shared colours as print needs them: always the light ones, since paper is white."""

from toolkit.content.look import look


def tones() -> dict[str, str]:
    """Colours as "#rrggbb" by token, and by kind of note under `kind_need`, `kind_offer` and so on."""
    return dict(look().light) | {f"kind_{kind}": colour for kind, colour in look().kinds.items()}
