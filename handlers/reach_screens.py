"""What is said of those out of reach or at rest: to a stand-in, and to themselves afterwards."""

from html import escape

from bot.core.card import Face
from bot.core.letters import StandInLetter, WaitedLetter
from bot.core.reach import Waiting
from bot.core.shelf import Place
from bot.locale import Locale
from bot.store.books import Books
from handlers.card import MARKS
from handlers.writing import Drawn, one_direction, quoted

NAMES_SHOWN = 5


def draw_stand_in(
    books: Books, letter: StandInLetter, face: Face, place: Place, locale: Locale, *, manages: bool
) -> Drawn:
    """A talk of a colleague's that needs somebody: where, of whom; the words for managers alone."""
    seller = escape(books.reach.name_of(letter.seller_id))
    tension = locale.say(f"tension-{face.tension.name.lower()}")
    name = escape(face.customer) if face.customer else locale.say("card-customer")
    lines = [
        f"{MARKS[face.tension]} {locale.say('card-headline', name=name, tension=tension)}",
        locale.say(f"reach-stand-in-{letter.why}", seller=seller),
    ]
    if manages and face.quote:
        lines.append(quoted(face.quote))
    if place.channel.is_public:
        room = books.rooms.find(place.chat_id)
        title = escape(room.title) if room is not None else ""
        lines.append(locale.say("reach-place-group", group=title))
    else:
        link = f'<a href="tg://user?id={place.customer_id}">{name}</a>'
        lines.append(locale.say("reach-place-chat", seller=seller, customer=link))
    return Drawn(one_direction("\n".join(lines), locale))


def draw_waited(letter: WaitedLetter, waiting: tuple[Waiting, ...], locale: Locale) -> Drawn:
    """One line: how many talks are open, and whose."""
    unnamed = locale.say("card-customer")
    known = [escape(each.customer) if each.customer else unnamed for each in waiting]
    names = locale.say("list-comma").join(list(dict.fromkeys(known))[:NAMES_SHOWN])
    words = f"reach-waited-{letter.spell}"
    said = locale.plain.say(words, count=len(waiting), names=names)
    return Drawn(one_direction(said, locale))
