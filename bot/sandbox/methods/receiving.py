"""getUpdates, webhooks, answerCallbackQuery, getFile: how a bot hears."""

import re

from bot.sandbox.methods.call import Call
from bot.sandbox.queries import CallbackAnswer
from bot.sandbox.refusals import bad_request
from bot.sandbox.webhooks import Webhook, info, is_loopback
from bot.sandbox.wire import Json

_MOST_UPDATES = 100
_LONGEST_POLL = 50
_LONGEST_SECRET = 256
_LONGEST_ANSWER = 200
_LARGEST_FILE = 20 * 1024 * 1024
_NO_QUERY = "query is too old and response timeout expired or query ID is invalid"


def _allow(call: Call) -> None:
    kinds = call.list("allowed_updates")
    call.bot.queue.allow(None if kinds is None else [str(kind) for kind in kinds])


async def get_updates(call: Call) -> list[Json]:
    """GetUpdates: long polling; the offset confirms."""
    _allow(call)
    limit = min(max(call.integer("limit", _MOST_UPDATES), 1), _MOST_UPDATES)
    timeout = min(max(call.integer("timeout"), 0), _LONGEST_POLL)
    updates = await call.bot.queue.poll(call.integer("offset"), limit=limit, patience=timeout)
    return [update.card() for update in updates]


def set_webhook(call: Call) -> bool:
    """SetWebhook: to this machine only, and with http allowed, both unlike Telegram."""
    url, secret = call.text("url").strip(), call.text("secret_token")
    if not url:
        return delete_webhook(call)
    if len(secret) > _LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    if "://" not in url:
        raise bad_request("invalid webhook URL specified")
    if not is_loopback(url):
        raise bad_request("bad webhook: the sandbox carries updates to this machine only")
    _allow(call)
    _drop_if_asked(call)
    queue = call.bot.queue
    queue.stop_poller("terminated by setWebhook request")
    most = min(max(call.integer("max_connections", 40), 1), 100)
    call.state.couriers.set(call.bot.id, Webhook(url, secret, most), queue)
    return True


def delete_webhook(call: Call) -> bool:
    """DeleteWebhook."""
    _drop_if_asked(call)
    call.state.couriers.remove(call.bot.id, call.bot.queue)
    return True


def _drop_if_asked(call: Call) -> None:
    if call.flag("drop_pending_updates"):
        call.bot.queue.clear()


def get_webhook_info(call: Call) -> Json:
    """GetWebhookInfo."""
    return info(call.state.couriers.get(call.bot.id), call.bot.queue)


def answer_callback_query(call: Call) -> bool:
    """AnswerCallbackQuery: once, while the phone waits."""
    text = call.text("text")
    if len(text) > _LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = CallbackAnswer(text or None, call.flag("show_alert"), call.text("url") or None)
    query_id = call.text("callback_query_id")
    if not call.state.queries.answer(query_id, bot_id=call.bot.id, answer=answer):
        raise bad_request(_NO_QUERY)
    return True


def get_file(call: Call) -> Json:
    """GetFile."""
    file_id = call.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = call.state.files.by_id(file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.content) > _LARGEST_FILE:
        raise bad_request("file is too big")
    return {**stored.card(), "file_path": stored.path}
