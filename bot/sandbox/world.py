"""The face of the world: everything that people can do in it, as on their phones."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from bot.sandbox import membership, talking, topics, upgrading
from bot.sandbox.business import RIGHTS, Connection, checked_rights
from bot.sandbox.census import Census
from bot.sandbox.chats import ADMIN_RIGHTS, Member, Room
from bot.sandbox.clock import Clock
from bot.sandbox.keyboards import has_callback, web_apps
from bot.sandbox.phones import phone_json
from bot.sandbox.pressing import open_query
from bot.sandbox.queries import CallbackAnswer
from bot.sandbox.refusals import Impossible
from bot.sandbox.state import Posted
from bot.sandbox.webapps import init_data, launch_url
from bot.sandbox.wire import Json


class World(Census):
    """People, bots and chats.

    Chat ids and message numbers are those of the person who acts: in a private chat A calls the
    chat by B's id, and A's phone numbers its messages apart from B's, as in Telegram. `phone` shows
    them.

        world = World(ManualClock())
        seller, customer = world.add_user("نگار"), world.add_user("مریم")
        aram = world.add_bot("1000000001:SANDBOX", "Aram", "aram_sandbox_bot")
        world.start(seller.id, aram.id)
        world.connect(seller.id, aram.id)
        world.send(customer.id, seller.id, text="سلام")     # the bot gets a business_message
    """

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self._connection_count = 0

    # ---- business

    def connect(
        self,
        user_id: int,
        bot_id: int,
        rights: Iterable[str] = RIGHTS,
        *,
        excluded: Collection[int] = (),
    ) -> Connection:
        """Let someone connect a bot to their account; it replaces an earlier one, and may write to
        them from now.
        """
        bot = self.bot(bot_id)
        if not bot.connects_to_business:
            raise Impossible("this bot cannot be connected to business accounts")
        if user_id in self.connected:
            self.disconnect(user_id)
        self._connection_count += 1
        connection = Connection(
            f"sandbox-connection-{self._connection_count}",
            self.user(user_id).id,
            bot_id,
            self.now(),
            checked_rights(rights),
            excluded=frozenset(excluded),
        )
        self.connected[user_id] = connection.id
        bot.writable.add(user_id)
        self._announce_connection(connection)
        return connection

    def change_rights(self, user_id: int, rights: Iterable[str]) -> Connection:
        """Let someone change what the connected bot may do."""
        changed = replace(self._own_connection(user_id), rights=checked_rights(rights))
        self._announce_connection(changed)
        return changed

    def disconnect(self, user_id: int) -> Connection:
        """Let someone disconnect the bot from their account."""
        closed = replace(self._own_connection(user_id), enabled=False)
        del self.connected[user_id]
        self._announce_connection(closed)
        return closed

    def _own_connection(self, user_id: int) -> Connection:
        connection = self.connection_of(user_id)
        if connection is None:
            raise Impossible("this user has connected no bot")
        return connection

    def _announce_connection(self, connection: Connection) -> None:
        self.connections[connection.id] = connection
        queue = self.bots[connection.bot_id].queue
        if queue.wants("business_connection"):
            card = connection.card(self.users[connection.user_id].card())
            queue.put("business_connection", card, lane=connection.user_id)

    # ---- what people write

    def start(self, user_id: int, bot_id: int, payload: str = "") -> Posted:
        """Press Start in the chat with a bot (unblocking it if need be), which sends /start and its
        payload.
        """
        bot = self.bot(bot_id)
        membership.set_blocked(self, bot, self.user(user_id).id, blocked=False)
        return self.send(user_id, bot_id, text=f"/start {payload}".strip())

    def send(
        self,
        user_id: int,
        chat_id: int,
        *,
        text: str = "",
        media: str | None = None,
        reply_to: int | None = None,
        topic: int | None = None,
        file_name: str | None = None,
        content: bytes | None = None,
        links: Mapping[str, str] | None = None,
    ) -> Posted:
        """Write a message; media is a kind such as "photo" or "voice", and text is then its
        caption; content is the file's, where it is not to be a stand-in. In a forum, topic is the
        number of the message that opened it: what is written there replies to that message. links
        are addresses behind words of the text.
        """
        chat = self.chat(user_id, chat_id)
        replied = self.message(user_id, chat_id, reply_to).message if reply_to else None
        if topic is not None and replied is None:
            replied = topics.topic_of(self.room(chat_id), topic)
        carried = talking.media_of(self, media, file_name, content) if media else None
        if carried is not None and text and not carried.takes_caption:
            raise Impossible(f"a {media} has no caption")
        return talking.say(
            self, chat, user_id, text=text, media=carried, reply_to=replied, links=links
        )

    def send_album(
        self, user_id: int, chat_id: int, *, media: Iterable[str], caption: str = ""
    ) -> list[Posted]:
        """Send several photos, videos or documents as one album; the caption stands on the
        first.
        """
        chat, album = self.chat(user_id, chat_id), self.next_album()
        sent = []
        for index, kind in enumerate(media):
            carried = talking.media_of(self, kind)
            text = caption if index == 0 else ""
            sent.append(
                talking.say(
                    self, chat, user_id, text=text, media=carried, reply_to=None, album=album
                )
            )
        return sent

    def comment(
        self,
        user_id: int,
        channel_id: int,
        post: int,
        *,
        text: str,
        links: Mapping[str, str] | None = None,
    ) -> Posted:
        """Comment below a channel's post; the comment is a reply in the discussion group. links
        are addresses behind words of the text.
        """
        place = talking.discussion_of(self, channel_id, post)
        return talking.say(
            self, place.chat, user_id, text=text, media=None, reply_to=place.message, links=links
        )

    def edit(self, user_id: int, chat_id: int, message_id: int, text: str) -> Posted:
        """Edit one's own message, or the caption of one's own media."""
        return talking.correct(self, self.message(user_id, chat_id, message_id), user_id, text)

    def delete(self, user_id: int, chat_id: int, *message_ids: int) -> None:
        """Delete messages for everyone."""
        found = [self.message(user_id, chat_id, number).message for number in message_ids]
        talking.delete(self, self.chat(user_id, chat_id), found, user_id)

    def forward(self, user_id: int, chat_id: int, message_id: int, to_chat_id: int) -> Posted:
        """Forward a message, to a bot for instance."""
        posted = self.message(user_id, chat_id, message_id)
        return talking.forward(self, posted, self.chat(user_id, to_chat_id), user_id)

    async def press(self, user_id: int, chat_id: int, message_id: int, data: str) -> CallbackAnswer:
        """Press a button and wait (up to 15 s) for the bot's answer; negative numbers are ephemeral
        messages.
        """
        posted = self._pressed(user_id, chat_id, message_id)
        if not has_callback(posted.message.keyboard, data):
            raise Impossible("that message has no such button")
        return await self.queries.wait(open_query(self, posted, user_id, data))

    def open_web_app(
        self, user_id: int, bot_id: int, message_id: int | None, url: str, *, dark: bool = False
    ) -> str:
        """Press a button that opens a page, of a message or (None) the menu's; return the address
        with what the phone hands to the page.
        """
        bot, user = self.bot(bot_id), self.user(user_id)
        known = [bot.menu_button(user_id).get("web_app", {}).get("url")]
        if message_id is not None:
            known = web_apps(self.message(user_id, bot_id, message_id).message.keyboard)
        if url not in known:
            raise Impossible("there is no such button")
        return launch_url(url, init_data(bot, user, at=self.now()), dark=dark)

    def _pressed(self, user_id: int, chat_id: int, message_id: int) -> Posted:
        if message_id >= 0:
            return self.message(user_id, chat_id, message_id)
        room = self.room(chat_id)
        found = room.ephemerals.get(-message_id)
        if found is None or found.receiver_id != user_id:
            raise Impossible("there is no such ephemeral message")
        return Posted(room, found)

    def open_topic(self, user_id: int, room_id: int, name: str) -> int:
        """Let someone open a topic in a supergroup; its number."""
        return topics.open_topic(self, self.room(room_id), user_id, name).numbers[0]

    def upgrade(self, room_id: int) -> Room:
        """Let a group become a supergroup, which is another chat."""
        return upgrading.upgrade(self, self.room(room_id))

    # ---- who is in

    def join(self, user_id: int, room_id: int, *, admin: Collection[str] | None = None) -> None:
        """Let someone in (a bot: let someone add it), as an admin with these rights when they are
        given.
        """
        member = Member(self.user(user_id).id, "member")
        if admin is not None:
            member = Member(user_id, "administrator", membership.rights_set(admin))
        room = self.room(room_id)
        membership.set_member(self, room, member, by=self._host(room, user_id))

    def leave(self, user_id: int, room_id: int) -> None:
        """Let someone leave."""
        membership.set_member(self, self.room(room_id), Member(user_id, "left"), by=user_id)

    def remove(self, user_id: int, room_id: int) -> None:
        """Let the owner remove and ban someone, a bot for instance."""
        room = self.room(room_id)
        by = self._host(room, user_id)
        membership.set_member(self, room, Member(user_id, "kicked"), by=by)

    def promote(self, user_id: int, room_id: int, rights: Collection[str] = ADMIN_RIGHTS) -> None:
        """Let the owner make someone an admin with these rights."""
        room = self.room(room_id)
        member = Member(self.user(user_id).id, "administrator", membership.rights_set(rights))
        membership.set_member(self, room, member, by=self._host(room, user_id))

    def demote(self, user_id: int, room_id: int) -> None:
        """Let the owner make an admin a plain member again."""
        room = self.room(room_id)
        membership.set_member(self, room, Member(user_id, "member"), by=self._host(room, user_id))

    def _host(self, room: Room, user_id: int) -> int:
        """Return who acts: people join by themselves, bots are let in by the owner."""
        if user_id not in self.bots and not room.member(user_id).present:
            return user_id
        owners = (member.user_id for member in room.members.values() if member.status == "creator")
        return next(owners, user_id)

    def block(self, user_id: int, bot_id: int) -> None:
        """Block a bot."""
        membership.set_blocked(self, self.bot(bot_id), self.user(user_id).id, blocked=True)

    def unblock(self, user_id: int, bot_id: int) -> None:
        """Unblock a bot without writing to it."""
        membership.set_blocked(self, self.bot(bot_id), self.user(user_id).id, blocked=False)

    # ---- what people see

    def phone(self, user_id: int) -> Json:
        """Return what someone's phone shows: {"user", "chats": [{"id", "title", …, "messages":
        […]}]}.
        """
        return phone_json(self, self.user(user_id))

    def read(self, user_id: int, chat_id: int) -> None:
        """Open a chat: nothing in it is unread any more."""
        if self.unread.pop((user_id, chat_id), 0):
            self.changed({user_id})
