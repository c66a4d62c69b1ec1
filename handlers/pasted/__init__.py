"""What sellers hand over: forwarded messages, pasted text, files; gathered, then answered once.

Everything goes on the pile of who hands it over (`arriving`, `files`); a letter that falls due when
they pause brings the answer (`answering`).
"""

from aiogram import Router

from handlers.middlewares import TeamOnly
from handlers.pasted import arriving, files
from handlers.turns import is_private, is_talk


def build_router() -> Router:
    """Files first, for a forwarded one is a file, too; then forwards, pasted text, and pictures."""
    router = Router(name="pasted")
    router.message.middleware(TeamOnly())
    router.message.register(files.on_file, is_private, files.is_file)
    router.message.register(arriving.on_forwarded, is_private, arriving.is_forwarded, is_talk)
    router.message.register(arriving.on_text, is_private, arriving.is_pasted)
    router.message.register(arriving.on_unreadable, is_private, arriving.is_unreadable)
    return router
