"""Contacts are sealed with a public key; only the passphrase opens them again."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from nacl import pwhash, secret, utils
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from carousel.refusal import Refusal
from toolkit.i18n import _
from toolkit.store import Transaction, choices

NO_KEY = _("Contacts cannot be kept here yet. Please give yours to the facilitator.")
WRONG = _("This passphrase does not open the contacts.")
SHORT = _("A passphrase needs at least {least} characters.")
OTHER_KEY = _("The contacts were locked anew meanwhile. Please try again.")
LEAST = 10


def new_lock(passphrase: str) -> dict[str, str]:
    """A fresh key pair, its private half locked with the passphrase (Argon2id). Slow on purpose: about a second."""
    return _locked(PrivateKey.generate(), passphrase)


def relocked(lock: Mapping[str, str], passphrase: str, new: str) -> dict[str, str]:
    """The same key pair under another passphrase: what is sealed stays as it is. Refuses a wrong passphrase with 403,
    a short new one with 422."""
    return _locked(_private(lock, passphrase), new)


def _locked(private: PrivateKey, passphrase: str) -> dict[str, str]:
    if len(passphrase) < LEAST:
        raise Refusal(SHORT, least=LEAST, field="passphrase")
    salt = utils.random(pwhash.argon2id.SALTBYTES)
    locked = secret.SecretBox(_key(passphrase, salt)).encrypt(bytes(private))
    parts = {"public": bytes(private.public_key), "salt": salt, "locked": bytes(locked)}
    return {name: b64encode(value).decode() for name, value in parts.items()}


def _key(passphrase: str, salt: bytes) -> bytes:
    return pwhash.argon2id.kdf(
        secret.SecretBox.KEY_SIZE,
        passphrase.encode(),
        salt,
        opslimit=pwhash.argon2id.OPSLIMIT_INTERACTIVE,
        memlimit=pwhash.argon2id.MEMLIMIT_INTERACTIVE,
    )


def set_lock(tx: Transaction, lock: Mapping[str, str]) -> None:
    """Use this lock for contacts from now on; refuses when there is one, since it would orphan what it sealed."""
    if choices.choice(tx, "contact_lock") is not None:
        raise Refusal("There is a passphrase already. Contacts sealed with it would be lost.", status=409)
    choices.set_choice(tx, "contact_lock", dict(lock))


def change_lock(tx: Transaction, lock: Mapping[str, str], now: datetime) -> None:
    """Use another passphrase for the same key pair from now on; refuses a lock of another pair with 409."""
    current = choices.choice(tx, "contact_lock")
    if current is None or current["public"] != lock["public"]:
        raise Refusal(OTHER_KEY, status=409)
    choices.set_choice(tx, "contact_lock", dict(lock))


def lock_of(tx: Transaction) -> dict[str, str] | None:
    """The lock of the contacts; None before a passphrase was chosen."""
    lock: dict[str, str] | None = choices.choice(tx, "contact_lock")
    return lock


def can_seal(tx: Transaction) -> bool:
    """Whether a passphrase was chosen, so that contacts can be kept."""
    return choices.choice(tx, "contact_lock") is not None


def seal(tx: Transaction, contact: Mapping[str, Any]) -> bytes:
    """A contact as ciphertext; refuses with 503 while there is no key."""
    lock = choices.choice(tx, "contact_lock")
    if lock is None:
        raise Refusal(NO_KEY, status=503)
    public = PublicKey(b64decode(lock["public"]))
    return bytes(SealedBox(public).encrypt(json.dumps(contact, ensure_ascii=False).encode()))


def unlock(lock: Mapping[str, str], passphrase: str) -> SealedBox[PrivateKey]:
    """The box that opens sealed contacts; refuses a wrong passphrase with 403."""
    return SealedBox(_private(lock, passphrase))


def _private(lock: Mapping[str, str], passphrase: str) -> PrivateKey:
    try:
        private = secret.SecretBox(_key(passphrase, b64decode(lock["salt"]))).decrypt(b64decode(lock["locked"]))
    except CryptoError:
        raise Refusal(WRONG, status=403, field="passphrase") from None
    return PrivateKey(private)


def opened(box: SealedBox[PrivateKey], sealed: bytes) -> dict[str, Any]:
    """A contact in clear."""
    contact: dict[str, Any] = json.loads(box.decrypt(sealed))
    return contact
