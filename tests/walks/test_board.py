"""The harvest's board in a real browser: by mouse, by keyboard, by finger; quick hands, votes, and the way back."""

from datetime import UTC, datetime
from time import monotonic

import pytest
from playwright.sync_api import Browser, expect

from tests.walks.harvest_board import Table, answer_the_questions, grave, merge_what_is_left, voters, workshop_with
from tests.walks.people import Facilitator
from toolkit.acts import answering, harvesting
from toolkit.content.demo import demo_answers
from toolkit.harvest.votes import tally
from toolkit.store import Store
from toolkit.store.evening import evening

COFFEE, CHAT, GARDEN, PHONES, TUTOR = (demo_answers()[row - 1] for row in (4, 5, 35, 6, 19))
THOUGHT = 3.0  # seconds that a person needs to look at a card before the next gesture
FIVE = [COFFEE, CHAT, GARDEN, PHONES, TUTOR]


@pytest.fixture
def table(host: Facilitator, store: Store, request: pytest.FixtureRequest) -> Table:
    """A board with five notes in a community of its own."""
    table = Table(host, store, workshop_with(store, request.node.name, FIVE))
    table.open()
    return table


def test_a_card_is_dragged_to_another_theme_and_comes_back(table: Table) -> None:
    table.drag(table.card(COFFEE.text), table.column("digitalno").locator("header"))
    table.says("is now under")
    table.undo_says("moved to another theme")
    assert table.cluster(COFFEE.text).theme == "digitalno"
    table.page.locator(".undo").click()
    table.says("Taken back")
    table.answered()
    assert not table.cluster(COFFEE.text).notes[0].theme_confirmed


def test_a_card_dragged_onto_one_of_its_own_theme_is_merged(table: Table) -> None:
    for text in (COFFEE.text, CHAT.text):
        table.move(text, "mladi")
    table.drag(table.card(CHAT.text), table.card(COFFEE.text))
    table.undo_says("merged")
    assert {note.text for note in table.cluster(COFFEE.text).notes} == {COFFEE.text, CHAT.text}


def test_the_keyboard_picks_up_a_card_and_merges_it_with_another(table: Table) -> None:
    for text in (COFFEE.text, CHAT.text):
        table.move(text, "mladi")
    table.card(CHAT.text).focus()
    table.press(" ")
    table.says("is picked up")
    table.press("ArrowDown")
    table.says("Merge with")
    table.press("Escape")
    table.says("stays where it was")
    table.press(" ", "ArrowDown", " ")
    table.answered()
    assert len(table.cluster(CHAT.text).notes) == 2
    expect(table.card(CHAT.text)).to_be_focused()


def test_the_keyboard_moves_confirms_renames_and_undoes(table: Table) -> None:
    table.move(GARDEN.text, "mladi")
    assert table.cluster(GARDEN.text).theme == "mladi"
    table.card(GARDEN.text).focus()
    table.press("r")
    table.page.keyboard.type("Vrt za vse")
    table.press("Enter")
    table.undo_says("named")
    assert table.cluster(GARDEN.text).name == "Vrt za vse"
    table.press("Control+z")
    table.undo_says("moved to another theme")
    assert table.cluster(GARDEN.text).name == GARDEN.text


def test_a_whole_column_is_confirmed_with_one_gesture(table: Table) -> None:
    theme = table.cluster(TUTOR.text).theme
    table.card(TUTOR.text).focus()
    table.press("Shift+C")
    table.undo_says("themes confirmed")
    assert all(one.notes[0].theme_confirmed for one in table.clusters if one.theme == theme)


def test_quick_gestures_are_all_carried_out_and_each_once(table: Table) -> None:
    themes = [one.get_attribute("data-theme") for one in table.page.locator(".column:visible").all()]
    at = table.cluster(COFFEE.text).theme
    table.card(COFFEE.text).focus()
    table.press(*["Shift+ArrowRight"] * 4)
    table.answered()
    assert table.cluster(COFFEE.text).theme == themes[themes.index(at) + 4]
    table.press(*["Control+z"] * 4)
    table.answered()
    expect(table.page.locator(".undo")).to_be_disabled()
    assert not table.cluster(COFFEE.text).notes[0].theme_confirmed


def test_two_that_are_not_the_same_are_never_asked_about_again(host: Facilitator, store: Store) -> None:
    table = Table(host, store, workshop_with(store, "Ni isto", [COFFEE, CHAT, TUTOR, demo_answers()[18]]))
    for text in (COFFEE.text, CHAT.text):
        store.write(harvesting.move_note, table.workshop.id, table.cluster(text).id, "druzenje", datetime.now(UTC))
    table.open()
    asked = table.page.locator(".strip .texts")
    expect(asked).to_be_visible()
    before = asked.inner_text()
    table.card(COFFEE.text).focus()
    table.press("n")
    table.undo_says("kept apart")
    table.open()
    assert not asked.count() or asked.inner_text() != before


def test_a_suggested_group_is_merged_with_one_key(host: Facilitator, store: Store) -> None:
    table = Table(host, store, workshop_with(store, "Isto", [TUTOR, demo_answers()[18], GARDEN]))
    table.open()
    expect(table.page.locator(".strip")).to_be_visible()
    table.card(GARDEN.text).focus()
    table.press("y")
    table.undo_says("merged")
    assert len(table.cluster(TUTOR.text).notes) == 2
    expect(table.page.locator(".strip")).to_be_hidden()


def test_undoing_a_merge_gives_every_vote_back_to_its_own(host: Facilitator, store: Store) -> None:
    table = Table(host, store, workshop_with(store, "Glasovi", FIVE))
    number = table.workshop.id
    slips = voters(store, table.workshop)
    both = [table.cluster(COFFEE.text).id, table.cluster(CHAT.text).id]
    for slip in slips:
        store.write(answering.cast_vote, slip, both, slip, datetime.now(UTC))

    def votes() -> dict[int, int]:
        return dict(tally(store.read(evening, number).votes, table.clusters).residents)

    before = votes()
    table.open()
    table.card(CHAT.text).focus()
    table.press("j")
    table.page.keyboard.type(COFFEE.text[:20])
    table.press("ArrowDown", "Enter")
    table.undo_says("merged")
    assert list(votes().values()) == [12]
    table.press("Control+z")
    table.answered()
    assert votes() == before == dict.fromkeys(both, 12)


def test_the_filters_show_what_is_asked_for_and_everything_again(table: Table) -> None:
    cards = table.page.locator(".card:visible")
    table.page.get_by_role("searchbox", name="Word").fill("racunalniku")
    expect(cards).to_have_count(1)
    table.page.get_by_role("button", name="Show all").click()
    expect(cards).to_have_count(5)
    table.page.get_by_role("combobox", name="Source").select_option("paper")
    expect(cards).to_have_count(1)
    table.page.get_by_role("combobox", name="Source").select_option("")
    expect(cards).to_have_count(5)


def test_an_open_card_shows_the_original_notes_and_gives_them_back(table: Table) -> None:
    table.store.write(
        harvesting.merge, table.workshop.id, table.cluster(COFFEE.text).id, [table.cluster(CHAT.text).id],
        datetime.now(UTC), "Klepet ob kavi",
    )  # fmt: skip
    table.open()
    card = table.card(COFFEE.text)
    card.click()
    expect(card.locator(".said")).to_have_count(2)
    card.get_by_role("button", name="Take out").last.click()
    table.says("stands alone again")
    table.undo_says("taken apart")
    assert len(table.clusters) == 5


def test_a_finger_that_holds_a_card_drags_it(browser: Browser, table: Table) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 720}, has_touch=True, storage_state=table.page.context.storage_state()
    )
    by_hand = Table(Facilitator(context.new_page(), table.host.words, table.host.url), table.store, table.workshop)
    by_hand.open()
    by_hand.hold_and_drag(by_hand.card(COFFEE.text), by_hand.column("digitalno").locator("header"))
    by_hand.says("is now under")
    by_hand.answered()
    assert table.cluster(COFFEE.text).theme == "digitalno"
    context.close()


def test_nothing_on_the_board_is_a_barrier_in_light_or_dark(table: Table) -> None:
    table.card(COFFEE.text).click()
    found = grave(table)
    table.page.get_by_role("button", name="Dark").click()
    found += grave(table)
    table.card(COFFEE.text).focus()
    table.page.keyboard.press("m")
    assert found + grave(table) == []


@pytest.mark.parametrize(("width", "height", "least"), [(1280, 720, 16), (1920, 1080, 28)])
def test_the_words_are_as_large_as_the_room_needs(table: Table, width: int, height: int, least: int) -> None:
    table.page.set_viewport_size({"width": width, "height": height})
    try:
        sizes = table.page.locator(".board :is(.name, .facts, h2, button, select, .hint)").evaluate_all(
            "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
        )
        wide = table.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    finally:
        table.page.set_viewport_size({"width": 1280, "height": 720})
    assert min(sizes) >= least
    assert not wide


def test_the_demo_notes_are_a_board_ready_for_the_vote_in_under_two_minutes(
    host: Facilitator, store: Store
) -> None:
    """Every note under the theme that the field material gives it, what says the same merged, every theme confirmed."""
    answers = list(demo_answers())
    table = Table(host, store, workshop_with(store, "Dve minuti", answers))
    table.open()
    begun = monotonic()
    answer_the_questions(table)
    for one in answers:
        if table.cluster(one.text).theme != one.theme and table.cluster(one.text).notes[0].text == one.text:
            table.move(one.text, one.theme)
    merge_what_is_left(table)
    while (open_ones := table.page.locator(".column:has(.all)")).count():
        open_ones.first.locator(".card").first.focus()
        table.press("Shift+C")
        table.answered()
    taken = monotonic() - begun
    print(f"{len(answers)} notes: {table.gestures} gestures, {taken:.0f} s by script")
    assert all(one.notes[0].theme_confirmed for one in table.clusters)
    assert THOUGHT * table.gestures < 90, "with half a minute for reading, ready in two minutes"
