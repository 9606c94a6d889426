"""The names of the desk's cookies."""

LANGUAGE = "vrtiljak_language"
FORM = "vrtiljak_form"


def staff_cookie(https: bool) -> str:
    """The name of the session's cookie; on HTTPS the browser binds it to this very host."""
    return "__Host-vrtiljak_staff" if https else "vrtiljak_staff"
