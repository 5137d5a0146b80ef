"""Finding words: in the open item first, then on through the meeting, and round to where it began."""

import asyncio

from review_tui.application.meeting_checks import MINUTES
from review_tui.application.reading import ItemView
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.word_search import WordPlaces, places_in

NEXT, FLAG = "   F3: next", "   f: flag"


async def find(screen: MainScreen, words: str) -> None:
    """Go to the first place where ``words`` stand, in this item or else in one further on."""
    screen.search_for(words, places_in(screen.session.item.view, words))
    await find_next(screen)


async def find_next(screen: MainScreen) -> None:
    """The next place where the words stand that were looked for; after an item's last, in the next item."""
    if not screen.word_search.words:
        screen.say("Press / and type the words to find.")
        return
    if not screen.word_search.places:  # another item was opened meanwhile
        screen.search_for(
            screen.word_search.words, places_in(screen.session.item.view, screen.word_search.words)
        )
    if screen.word_search.next < len(screen.word_search.places):
        _show(screen, "")
        return
    here = screen.session.item.view.item.id
    onward = await asyncio.to_thread(_onward, screen)
    if onward is None:
        words = screen.word_search.words
        screen.search_for("", ())
        screen.say(f"“{words}” stands nowhere in this meeting: neither in a draft nor in notes.")
        return
    view, found = onward
    number = view.item.number or view.item.title
    if view.item.id == here:
        around = f", from the top of item {number} again: they stand nowhere else"
    else:
        screen.open_item(view.item.id)
        around = (
            f", on in item {number}" if _is_after(screen, view, here) else f", round again to item {number}"
        )
    screen.search_for(screen.word_search.words, found)
    _show(screen, around)


def _show(screen: MainScreen, around: str) -> None:
    place = screen.word_search.next
    screen.word_search.next = place + 1
    file, span = screen.word_search.places[place]
    where = "the draft" if file == MINUTES else file
    screen.go_to_words(file, span)
    flag = FLAG if file == MINUTES else ""
    screen.say(f"{place + 1} of {len(screen.word_search.places)}, in {where}{around}.{NEXT}{flag}")


def _onward(screen: MainScreen) -> tuple[ItemView, WordPlaces] | None:
    """The next item with the words, all the way round to this one. Slow enough to want a thread."""
    views = screen.session.meeting.items
    at = next((n for n, v in enumerate(views) if v.item.id == screen.session.item.view.item.id), 0)
    for view in (*views[at + 1 :], *views[: at + 1]):
        read = screen.context.reading.with_all_notes(view)
        found = places_in(read, screen.word_search.words)
        if found:
            return read, found
    return None


def _is_after(screen: MainScreen, view: ItemView, item_id: str) -> bool:
    order = [v.item.id for v in screen.session.meeting.items]
    return item_id in order and order.index(view.item.id) > order.index(item_id)
