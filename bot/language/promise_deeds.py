"""What a seller's later words say of a promise: done, something told, or a question how it went."""

from bot.core.promise import Act
from bot.language.promise_words import listed

_SENT = """ارسال شد, ارسال کردم, ارسال کردیم, ارسال شده, فرستادم, فرستادمش, فرستادیم, فرستاده شد,
    فرستادم براتون, پست شد, پست کردم, پست کردیم, تحویل پست, تحویل پیک, تحویل تیپاکس, کد رهگیری,
    کدرهگیری, کد مرسوله, رسید پستی, راه افتاد, shipped, sent, posted, dispatched, tracking"""
_PAID = """واریز شد, واریز کردم, واریز کردیم, واریز زدم, پس دادم, برگشت خورد, برگردوندم,
    برگردوندیم, انتقال دادم, کارت کردم, تسویه شد, حواله شد, refunded, paid, transferred"""
_DONE = """اماده شد, امادهس, امادهست, اماده شده, حاضره, درست شد, درستش کردم, درست کردیم, انجام شد,
    انجام دادم, انجام دادیم, عوض کردم, عوض کردیم, تعویض شد, حل شد, فعال شد, تموم شد, ready, fixed,
    replaced, done"""
_TOLD = """چک کردم, چک کردیم, چک شد, بررسی کردم, بررسی کردیم, بررسی شد, برسی کردم, پیگیری کردم,
    پیگیری کردیم, پیگیری شد, پرسیدم, پرسیدیم, استعلام گرفتم, نگاه کردم, i checked, ive checked,
    we checked, just checked, looked into, i asked"""

DONE: dict[tuple[str, ...], Act] = {
    tuple(phrase.split()): act
    for act, phrases in (
        (Act.SEND, _SENT),
        (Act.PAY, _PAID),
        (Act.DO, _DONE),
        (Act.CHECK, _TOLD),
    )
    for phrase in phrases.split(",")
}
LONGEST_DEED = max(map(len, DONE))

COURTESIES = listed(
    """سلام درود ممنون مرسی مچکرم متشکرم سپاس خواهش میکنم میکنیم چشم ببخشید ببخشین شرمنده شرمندم عذر
    معذرت میخوام میخوایم از صبر صبرتون صبوریتون شما تون بابت تاخیر لطفا لطف کردید دارید منتظر باشید
    باشین بمونید صبور حتما اوکی باشه بله اره جان جانم عزیزم عزیز گلم قربونتون قربونت فدات فداتون
    خدمت خدمتم در هستم هستیم خوش روز وقت بخیر روزتون شبتون یه کمی کم لحظه دستتون درد
    نکنه و که به من ما
    thanks thank you sure ok okay welcome please sorry for your patience the wait hi hello dear of
    course no problem pleasure my a"""
)
LINKS = frozenset({"<url>", "<email>", "<name>"})

_INQUIRIES = """
    حل شد, درست شد, روبهراهه, روبراهه, روبهراه است, رو به راهه, راضی هستید, راضی هستین, راضی
    بودید, راضی بودین, راضی هستی, مشکلی نیست, مشکلی نداره, مشکلی ندارید, مشکلی نداشتید, چطور
    بود, خوب بود, همه چی خوبه, همهچی خوبه, همه چیز خوبه, همهچیز خوبه, همه چی اوکیه, مشکل رفع,
    رفع شد, به دستتون رسید, دستتون رسید, رسید دستتون, everything ok, everything okay, everything
    alright, all good, all well, is everything, work out, sorted out, happy with, go well, any
    other problem"""
INQUIRIES = frozenset(tuple(phrase.split()) for phrase in _INQUIRIES.split(","))
LONGEST_INQUIRY = max(map(len, INQUIRIES))
