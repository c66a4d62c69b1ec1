"""The sandbox: a small, faithful Telegram on loopback, to try the bot in and to test it against.

It imports nothing of ours outside bot.sandbox, so it cannot share our mistakes about Telegram.

    world      people, bots, groups, channels, business connections; what people do (World)
    api        the Bot API over HTTP: /bot<token>/<method>, /file/bot<token>/<path>
    control    the page and its JSON API: /, /sandbox/...
    script     sample conversations played by a customer
    server     all of it on one port (SandboxServer)
    demo       the cast of `make demo` (demo_world, DEMO_TOKEN)

    from bot.sandbox.demo import DEMO_TOKEN, demo_world
    from bot.sandbox.script import load_samples
    from bot.sandbox.server import SandboxServer

    world = demo_world()              # or World(ManualClock()), then world.add_user(...): see World
    async with SandboxServer(world, load_samples(), why=None) as server:
        session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))     # aiogram
        bot = Bot(DEMO_TOKEN, session=session)
        # python-telegram-bot: .base_url(f"{server.url}/bot")
        #                      .base_file_url(f"{server.url}/file/bot")
        sent = world.send(world.roles["customer"], world.roles["seller"], text="سلام")
        world.phone(world.roles["seller"])      # what the seller's phone shows, chats and messages
        await world.press(seller, bot.id, number_on_that_phone, "callback data")
        server.api.faults.add(Fault("lost", "webhook"))    # an update is brought a second time
    server.api.requests                     # what bots asked and were answered
        server.api.faults.add(Fault("too_many_requests", "sendMessage", retry_after=3))

In a private chat each of the two numbers messages apart, as in Telegram: `phone` shows the
numbers that its user passes to edit, delete, press and reply_to; the bot sees others.
`sent.number(account_id)` is the message_id in one account's eyes.
"""
