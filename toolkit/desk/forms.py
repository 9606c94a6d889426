"""The token that each door's form carries, so that no other site can fill it in."""

import secrets

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.datastructures import FormData
from starlette.requests import Request

from toolkit.desk.cookies import FORM
from toolkit.desk.gate import same_origin

HOURS = 12 * 3600


class Forms:
    """Signs a random value that lives in a cookie; the form must bring the same one."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeTimedSerializer(secret, "desk-form")

    def nonce(self, request: Request) -> str:
        """The browser's value, a new one when it has none."""
        kept = request.cookies.get(FORM, "")
        return kept if len(kept) == 32 else secrets.token_hex(16)

    def token(self, nonce: str) -> str:
        """What the form's hidden field holds."""
        return str(self._signer.dumps(nonce))

    def ours(self, request: Request, form: FormData) -> bool:
        """Whether this form came from our own page in this browser."""
        if "origin" in request.headers and not same_origin(request.headers):
            return False
        try:
            signed = self._signer.loads(str(form.get("token", "")), max_age=HOURS)
        except BadData:
            return False
        return secrets.compare_digest(str(signed).encode(), request.cookies.get(FORM, "").encode())
