"""The verbs of promises and what takes them back, as folded words; Persian and English."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.core.promise import Act
from bot.language.promise_words import listed, names_a_time


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in a sentence, from its first word to its last.

    `is_passive` where the shop is not named, `is_single` where one person speaks; what
    `needs_time` is a promise only with a time, or beside another verb.
    """

    act: Act
    first: int
    last: int
    is_passive: bool = False
    is_single: bool = True
    needs_time: bool = False


_OBJECT = "(?:ش|شون|شان|تون|تان|ت|م|مون)?"
_ONE_WORD = {
    Act.SEND: re.compile(rf"می(?:فرست|رسون|رسان)(م|یم){_OBJECT}"),
    Act.PAY: re.compile(rf"(?:برمی|بر?می)گرد(?:ون|ان)(م|یم){_OBJECT}"),
    Act.CHECK: re.compile(rf"میپرس(م|یم){_OBJECT}"),
    Act.DO: re.compile(rf"میار(م|یم){_OBJECT}"),
}
_SAYING = re.compile(rf"می(?:گ|گو)(م|یم|یم){_OBJECT}")
_LIGHT = re.compile(rf"(می(?:کن|ده?|زن|گیر|ذار|گذار|رسون|رسان|نداز|انداز)|خواه)(م|یم){_OBJECT}")
_LIGHT_WISH = re.compile(rf"(?:ب?کن|بده?|بزن|بگیر|بذار|بنداز)(م|یم){_OBJECT}")
_WISHES = {
    Act.SEND: re.compile(rf"بفرست(م|یم){_OBJECT}"),
    Act.CHECK: re.compile(rf"بپرس(م|یم){_OBJECT}"),
}
_PASSIVE = frozenset({"میشه", "میشود", "میگردد", "خواهد"})
_NOUN_END = re.compile("(ش|شون|شان|تون|تان|ت|م|ی|و|رو)")
NOUNS: dict[str, Act] = {
    **dict.fromkeys(["ارسال", "پست", "روانه", "فرستاده"], Act.SEND),
    **dict.fromkeys(
        ["خبر", "اطلاع", "اعلام", "گزارش", "جواب", "پاسخ", "پیام", "پیغام", "تماس", "زنگ", "تلفن"],
        Act.TELL,
    ),
    **dict.fromkeys(
        ["چک", "check", "بررسی", "برسی", "پیگیری", "پیگیر", "پرسوجو", "استعلام", "هماهنگ", "نگاه"],
        Act.CHECK,
    ),
    **dict.fromkeys(
        ["واریز", "برگشت", "عودت", "انتقال", "تسویه", "پرداخت", "حواله", "کارت", "پس"], Act.PAY
    ),
    **dict.fromkeys(
        ["انجام", "اماده", "حاضر", "درست", "تعویض", "عوض", "اصلاح", "تعمیر", "جایگزین", "رزرو"],
        Act.DO,
    ),
    **dict.fromkeys(["حل", "ردیف", "فعال", "کنسل", "لغو", "تمدید", "شارژ", "تموم"], Act.DO),
    "تحویل": Act.SEND,
}
_REACH = 4
_HEADS = frozenset({"قول", "سعی", "تلاش", "اجازه", "بذارید", "بذارین", "بذار", "بزارید", "بزارین"})
_PARTS_OF_SENDING = frozenset({"پست", "پیک", "تیپاکس", "چاپار"})
MARKERS = listed(
    "چشم حتما قول قطعا براتون برات واستون واست خدمتتون بهتون بهت مطمئن promise definitely sure"
)
TAGS = listed("باشه خوبه اوکی اوکیه ok okay alright")

_CONDITIONS = listed(
    """اگه اگر چنانچه وقتی هروقت هرموقع درصورتی درصورتیکه شرطی شرط محض همینکه مگراینکه بهمحض صورتی
    صورت if once when whenever unless until till provided"""
)
_ORDERS = frozenset(
    {"send", "pay", "give", "share", "tell", "confirm", "transfer", "place", "please"}
)
_REPORTED = listed(
    """گفتم گفتیم گفت گفتن گفتند گفته گفتید گفتین فرمودید فرمودین قرار مگه مگر نمیدونم نمیدانم شاید
    ممکنه ممکن کاش انگار فرض همکارم همکارمون said told would maybe might perhaps supposed"""
)
_POLICY = listed(
    """معمولا عموما اکثرا همیشه همواره روزانه هفتگی غالبا قانون قوانین طبق سفارشها سفارشا سفارشات
    مرسولات محصولات بستهها بستهها کالاها مرسولهها مشتریها مشتریا روزهای روزای تمامی کلیه کلا ایام
    usually normally generally typically always every each orders items parcels packages policy
    customers daily weekly mondays tuesdays wednesdays thursdays fridays saturdays sundays"""
)
_WEEKDAYS_OF_ALL = re.compile("(?:یک|دو|سه|چهار|پنج)?شنبهها?|جمعهها?|.*شنبها")
_HAPPENED = listed(
    "شد شه بشه رسید برسه بیاد اومد امد رسیدم شدم برسم اومدم بیام موجودشد بدن داد دادن"
)
_AFTER_EVENT = listed("واریز پرداخت ثبت تایید تسویه دریافت رسیدن تکمیل ارسال اینکه نهایی")
_ORDER = re.compile("ب[^ ]{2,}(?:ید|ین)")
_POLITE = listed(
    """ببخشید ببخشین بدونید بدونین باشید باشین ببینید ببینین بذارید بذارین بزارید بزارین بفرمایید
    بفرمایین بله بخواید بخواین بین بعدین بهترین بیشترین"""
)
_POLITE_BEFORE = listed(
    "صبر تحمل لطف قبول اعتماد حساب توجه اجازه فرصت مهلت وقت زمان بهم لحظه دقیقه صبوری شک"
)
_LIGHT_ORDERS = listed("کنید کنین بدید بدین بزنید بزنین بدهید بکنید بکنین بگیرید بگیرین کن بده")
_ANYHOW = listed("چه جور طور طوری جوری چی طوره")


def persian_verb(words: Sequence[str], place: int) -> Verb | None:
    """The verb that ends at a place, where it is one of a promise."""
    word = words[place]
    for act, pattern in _ONE_WORD.items():
        if found := pattern.fullmatch(word):
            return Verb(act, place, place, is_single=found[1] == "م")
    if found := _SAYING.fullmatch(word):
        return Verb(Act.TELL, place, place, is_single=found[1] == "م", needs_time=True)
    for act, pattern in _WISHES.items():
        if (found := pattern.fullmatch(word)) and _has_head(words, place):
            return Verb(act, place, place, is_single=found[1] == "م")
    if found := _LIGHT.fullmatch(word):
        return _compound(words, place, is_single=found[2] == "م")
    if (found := _LIGHT_WISH.fullmatch(word)) and _has_head(words, place):
        return _compound(words, place, is_single=found[1] == "م")
    if word in _PASSIVE:
        return _compound(words, place, is_passive=True)
    return None


def _compound(
    words: Sequence[str], place: int, *, is_single: bool = True, is_passive: bool = False
) -> Verb | None:
    """A verb of two words: «چک … می‌کنم», «پس می‌دم», «ارسال می‌شه»."""
    reach = 1 if is_passive else _REACH
    for first in range(place - 1, max(-1, place - 1 - reach), -1):
        if _LIGHT.fullmatch(words[first]):
            return None
        act = _act_of(words[first])
        if act is None:
            continue
        if words[first] == "پس" and place - first > 1:
            return None
        end = place + (words[place].startswith("خواه") and place + 1 < len(words))
        return Verb(act, first, end, is_passive=is_passive, is_single=is_single)
    if words[place].startswith("مید") and not _PARTS_OF_SENDING.isdisjoint(
        words[max(0, place - 2) : place + 2]
    ):
        return Verb(Act.SEND, place, place, is_single=is_single)
    if words[place].startswith("میزن") and "حساب" in "".join(words[max(0, place - 4) : place]):
        return Verb(Act.PAY, place, place, is_single=is_single)
    return None


def _act_of(word: str) -> Act | None:
    act = NOUNS.get(word)
    if act is not None:
        return act
    for length in (1, 2, 3):
        if len(word) > length + 1 and _NOUN_END.fullmatch(word[-length:]):
            act = NOUNS.get(word[:-length])
            if act is not None and word[:-length] not in ("پس", "حل", "کارت", "تلفن"):
                return act
    return None


def _has_head(words: Sequence[str], place: int) -> bool:
    return not _HEADS.isdisjoint(words[max(0, place - 10) : place])


def is_blocked(words: Sequence[str]) -> bool:
    """Whether a sentence tells of others, of the past, of a rule, or of what may be."""
    said = set(words)
    if "همونطور" in said or "همانطور" in said or ("as" in said and "said" in said):
        said -= {"گفتم", "گفتیم", "said"}
    if said & _REPORTED or said & _POLICY or any(map(_WEEKDAYS_OF_ALL.fullmatch, _plurals(words))):
        return True
    return any(
        word == "هر" and _at(words, place + 1) not in _ANYHOW for place, word in enumerate(words)
    )


def _plurals(words: Sequence[str]) -> list[str]:
    return [word for word in words if word.endswith(("هها", "شنبها"))]


def is_conditional(words: Sequence[str], pauses: AbstractSet[int], verb: Verb) -> bool:
    """Whether a promise hangs on something: a condition, an order to the customer, an event."""
    said = set(words)
    if said & _CONDITIONS and not {"خدا", "خواست"} & said:
        return True
    if words[0] in _ORDERS and ("and" in said or "then" in said) and words[1:2] != ["wait"]:
        return words[0] != "please" or words[1:2] != ["allow"]
    for place, word in enumerate(words[: verb.first]):
        is_after = word in ("بعد", "پس") and _at(words, place + 1) == "از"
        if is_after and _at(words, place + 2) in _AFTER_EVENT:
            return True
        if word == "after" and _at(words, place + 1) not in ("tomorrow", "lunch", "noon"):
            return True
        if _is_order(words, place):
            return True
    return _hangs_on_event(words, pauses, verb)


def _is_order(words: Sequence[str], place: int) -> bool:
    """Whether a word tells the customer to do something, patience and leave aside."""
    word, before = words[place], words[max(0, place - 2) : place]
    if word in _LIGHT_ORDERS:
        return _POLITE_BEFORE.isdisjoint(before)
    return word not in _POLITE and _ORDER.fullmatch(word) is not None


def _hangs_on_event(words: Sequence[str], pauses: AbstractSet[int], verb: Verb) -> bool:
    """«آماده شد خبر می‌دم»: what happened just before, in the same breath."""
    for place in range(verb.first - 1, max(-1, verb.first - 4), -1):
        if place + 1 in pauses or names_a_time(words[place]):
            return False
        if words[place] in _HAPPENED:
            return True
    return False


def _at(words: Sequence[str], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""
