"""What the course of a conversation adds: rises, repetition, bursts, silence, promises, calm."""

from bot.core.assessment import Situation, Tension
from bot.core.conversation import Channel, Turn, Who
from bot.detection.names import Finding
from tests.detection.stage import DAY, HOUR, MINUTE, Dialogue, observer

ALARM = 0.5


def test_tension_rises_with_the_quarrel() -> None:
    play = Dialogue()
    play.says("سلام سفارشم هنوز نرسیده، قرار بود شنبه بیاد")
    play.seller("سلام پیگیری میکنم")
    play.says("دو روز شد، هنوز نرسیده. خبری نشد؟", after=2 * DAY)
    play.seller("شرمنده یکم صبر کنید")
    last = play.says("مسخره کردین؟ همش دروغ میگین، پولمو پس بدین وگرنه شکایت میکنم", after=DAY)
    risks = [assessment.risk for assessment in play.seen]
    assert risks[0] < ALARM <= risks[-1]
    assert last.tension >= Tension.HEATED
    assert play.memory.peak >= Tension.HEATED


def test_a_heated_customer_stays_under_watch_in_words_that_say_little() -> None:
    heated, fresh = Dialogue(), Dialogue()
    heated.says("دروغگوها، کلاهبردارا، پولمو پس بدین همین الان")
    heated.seller("نمیشه، طبق قوانین مرجوعی نداریم")
    fresh.says("سلام این کیف موجوده؟")
    fresh.seller("بله موجوده")
    assert heated.says("یعنی چی که نمیشه").risk > fresh.says("یعنی چی که نمیشه").risk


def test_the_same_complaint_again_is_seen() -> None:
    play = Dialogue()
    play.says("کفشم پاره رسیده، چسبش باز شده")
    play.seller("بررسی میکنیم")
    said = Turn(Who.CUSTOMER, "گفتم کفشم پاره رسیده چسبش باز شده", DAY)
    assert Finding.REPEATED_COMPLAINT in _findings(play, said)


def _findings(play: Dialogue, turn: Turn) -> set[Finding]:
    look = observer().look(play.memory, turn)
    return {label.finding for label in look.clues}


def test_a_burst_of_chasers_becomes_nagging() -> None:
    play = Dialogue()
    play.says("سلام سفارش من چی شد؟")
    play.says("الو", after=5 * MINUTE)
    play.says("هستین؟", after=MINUTE)
    last = play.says("چرا جواب نمیدین؟؟؟", after=MINUTE)
    assert Situation.NAGGING in last.situations
    assert last.risk >= ALARM
    assert play.memory.unanswered == 4


def test_an_answer_ends_the_count_of_the_unanswered() -> None:
    play = Dialogue()
    play.says("الو")
    play.says("کسی هست؟")
    play.seller("سلام، بفرمایید")
    assert play.memory.unanswered == 0
    assert play.memory.since is None


def test_long_silence_is_found_and_a_short_one_is_not() -> None:
    def after(seconds: float) -> set[Finding]:
        play = Dialogue()
        play.says("سلام این مدل رو دارین؟")
        return _findings(play, Turn(Who.CUSTOMER, "چی شد؟ جواب ندادین", seconds))

    assert Finding.LONG_UNANSWERED in after(5 * HOUR)
    assert Finding.UNANSWERED not in after(MINUTE)


def test_a_broken_promise_is_remembered() -> None:
    def risk_after(seconds: float) -> float:
        play = Dialogue()
        play.says("سلام سفارشم کی میرسه؟ هنوز نیومده")
        play.seller("فردا حتما میرسه")
        return play.says("نیومد که", after=seconds).risk

    assert risk_after(2 * DAY) >= risk_after(HOUR)


def test_thanks_after_trouble_calm_the_conversation() -> None:
    play = Dialogue()
    play.says("سلام لباسم پاره رسیده")
    play.seller("شرمنده، بررسی میکنم")
    heated = play.says("همش دروغ میگین کلاهبردارا، شکایت میکنم", after=DAY)
    play.seller("پولتون واریز شد، یه هدیه هم فرستادیم")
    calm = play.says("رسید، ممنون. خدا خیرتون بده", after=HOUR)
    assert heated.risk >= ALARM
    assert calm.risk < ALARM
    assert calm.calmed


def test_a_calm_conversation_has_nothing_to_calm_from() -> None:
    play = Dialogue()
    play.says("سلام این گلدون موجوده؟")
    play.seller("بله")
    assert not play.says("مرسی، یکی میخوام").calmed


def test_a_whole_ordinary_sale_stays_quiet() -> None:
    play = Dialogue()
    for customer, seller in (
        ("سلام خوبین؟ این مانتو سایز ۴۰ موجوده؟", "سلام عزیزم بله"),
        ("قیمتش چنده؟", "۸۹۰ تومن"),
        ("تخفیف نداره؟ 😁", "برای شما ۸۵۰"),
        ("باشه همینو میخوام، کارت بدین", "۶۰۳۷۹۹۱۱۲۲۳۳۴۴۵۵"),
        ("واریز شد، کی میفرستین؟", "فردا پست میشه"),
        ("مرسی دستتون درد نکنه 🌹", "قربونت"),
    ):
        assert play.says(customer, after=10 * MINUTE).risk < ALARM
        play.seller(seller)
    assert play.memory.heard == 6


def test_haggling_goes_from_quiet_to_pressing() -> None:
    play = Dialogue()
    first = play.says("سلام تخفیف هم داره؟")
    play.seller("سلام، قیمت مقطوعه نمیشه")
    play.says("ای بابا کمترش کن دیگه، من مشتری قدیمی‌ام")
    play.seller("شرمنده راه نداره")
    last = play.says("یعنی حق مشتری چند ساله همینه؟ ده درصد حقمه، کم نکنی میرم از جای دیگه میگیرم")
    assert first.risk < ALARM <= last.risk
    assert Situation.DISCOUNT_PRESSURE in last.situations


def test_an_album_counts_once() -> None:
    play = Dialogue()
    play.says("", media="photo", album="a")
    play.says("", media="photo", album="a", after=0)
    play.says("", media="photo", album="a", after=0)
    assert play.memory.unanswered == 1
    assert play.memory.heard == 1


def test_an_album_whose_caption_is_edited_still_counts_once() -> None:
    play = Dialogue()
    play.says("", media="photo", album="a")
    play.says("رنگش اینه", media="photo", album="a", after=0)
    for caption in ("رنگش این نیست", "رنگش این نبود"):
        play.says(caption, media="photo", album="a", after=0, edited=True)
    assert play.memory.unanswered == 1
    assert play.memory.heard == 1


def test_a_picture_alone_is_calm() -> None:
    assessment = Dialogue().says("", media="photo")
    assert (assessment.tension, assessment.risk) == (Tension.CALM, 0.0)


def test_stickers_after_nagging_are_nagging() -> None:
    play = Dialogue()
    play.says("دروغگوها، کلاهبردارا، پولمو پس بدین همین الان")
    play.says("چرا جواب نمیدین؟؟ الو")
    play.says("", media="voice")
    last = play.says("", media="sticker")
    assert last.situations == (Situation.NAGGING,)


def test_an_edit_is_not_another_message() -> None:
    play = Dialogue()
    play.says("سلام این کیف موجوذه؟")
    play.says("سلام این کیف موجوده؟", edited=True, after=0)
    assert play.memory.heard == 1
    assert play.memory.unanswered == 1


def test_the_language_follows_the_customer() -> None:
    play = Dialogue()
    play.says("hello, is this bag still available?")
    assert play.memory.language == "en"
    play.says("salam khoobin? in kif mojude?")
    assert play.memory.language == "fa"
    play.says("👍")
    assert play.memory.language == "fa"


def test_the_last_sum_named_by_either_side_is_kept() -> None:
    play = Dialogue()
    play.says("سلام چنده؟")
    play.seller("۸۵۰ تومن")
    assert play.memory.amount == 850_000
    play.says("۲ میلیون دادم پارسال")
    assert play.memory.amount == 2_000_000
    play.says("باشه")
    assert play.memory.amount == 2_000_000


def test_the_place_is_seen() -> None:
    said = Turn(Who.CUSTOMER, "بد بود", 0.0, Channel.COMMENT)
    assert Finding.PUBLIC_PLACE in _findings(Dialogue(Channel.COMMENT), said)


def test_stickers_after_anger_that_did_not_nag_are_left_alone() -> None:
    play = Dialogue()
    play.says("این چه آشغالیه فرستادین؟ خجالت بکشید کلاهبردارا")
    for kind in ("sticker", "voice", "photo"):
        assert play.says("", media=kind).risk == 0.0


def test_a_heated_customer_is_heated_still_when_the_words_alone_are_not() -> None:
    play = Dialogue()
    play.says("این چه وضعشه؟ هر روز یه دروغ تحویلم میدین، خجالت بکشید")
    assert play.says("واقعا که! چند بار باید بگم؟ جواب بدید دیگه").tension >= Tension.HEATED
