"""The page Settings, as a mentor and as a facilitator see it."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import House
from tests.staff import by_link
from toolkit.acts import entering, sealing
from toolkit.store.choices import choice
from toolkit.store.sorting import learned_elsewhere, learning


def press(page: AppTest, label: str, which: int = 0) -> AppTest:
    return [button for button in page.button if button.label == label][which].click().run()


def fill(page: AppTest, **texts: str) -> AppTest:
    for box in page.text_input:
        if box.label in texts:
            box.set_value(texts[box.label])
    return page


def facilitator(house: House) -> House:
    return House(house.store, by_link(house.store, "facilitator"))


def test_the_organiser_and_the_wifi_are_kept(house: House) -> None:
    page = house.page("settings")
    page.text_input(key="organiser").set_value("Ljudska univerza")
    page.text_input(key="contact").set_value("info@primer.si")
    press(page, "Keep")
    page.text_input(key="wifi name").set_value("Dom krajanov")
    page.text_input(key="wifi password").set_value("osem znakov")
    press(page, "Keep", 1)
    assert not page.exception
    assert house.store.read(choice, "organiser") == "Ljudska univerza"
    assert house.store.read(choice, "wifi") == ["Dom krajanov", "osem znakov"]


def test_a_refused_wifi_is_told_calmly(house: House) -> None:
    page = house.page("settings")
    page.text_input(key="wifi name").set_value("Dom")
    page.text_input(key="wifi password").set_value("kratko")
    press(page, "Keep", 1)
    assert "8 to 63" in page.warning[0].value


def test_the_passphrase_is_chosen_once(house: House) -> None:
    page = fill(house.page("settings"), Passphrase="dolgo geslo za stike")
    [box for box in page.text_input if box.label == "The same once more"][-1].set_value("dolgo geslo za stike")
    press(page, "Keep the passphrase")
    assert house.store.read(sealing.can_seal)


def test_an_account_is_opened_and_its_password_changed(house: House) -> None:
    page = fill(house.page("settings"), **{"Your name": "Ana", "New password": "deset znakov"})
    page.text_input[2].set_value("deset znakov")
    press(page, "Keep the account")
    assert house.store.read(entering.account, "Ana", datetime.now(UTC)) is not None
    page = house.page("settings")
    page.text_input[0].set_value("napačno geslo")
    fill(page, **{"New password": "drugih deset"})
    page.text_input[2].set_value("drugih deset")
    press(page, "Change the password")
    assert "is not right" in page.warning[0].value


@pytest.mark.parametrize("name", ["settings", "contacts"])
def test_a_facilitator_reads_a_calm_sentence(house: House, name: str) -> None:
    page = facilitator(house).page(name)
    assert not page.exception
    assert "for mentors" in page.info[0].value
    assert not [box for box in page.text_input if box.key in ("organiser", "wifi name")]
    assert not [button for button in page.button if button.label in ("Make a link", "Open the contacts")]


def test_learning_is_switched_off_and_on(house: House) -> None:
    page = house.page("settings")
    assert any("0 corrections used" in one.value for one in page.markdown)
    page.toggle(key="learning").set_value(False).run()
    assert not page.exception and not house.store.read(learning)
    page.toggle(key="learning").set_value(True).run()
    assert house.store.read(learning)


def test_corrections_of_another_programme_are_taken_over_and_forgotten(house: House) -> None:
    page = house.page("settings")
    table = "theme,language,kind,text\nkultura,sl,need,Oder za igro\nvesolje,sl,need,Raketa\n"
    page.file_uploader(key="lessons").upload("popravki.csv", table.encode(), "text/csv").run()
    assert page.warning[0].value == "Line 3: there is no theme “vesolje”."
    page = press(page, "Use 1 correction")
    assert not page.exception
    assert [one.text for one in house.store.read(learned_elsewhere)] == ["Oder za igro"]
    press(page, "Forget them")
    assert not house.store.read(learned_elsewhere)
