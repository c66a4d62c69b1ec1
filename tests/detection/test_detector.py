"""Single messages: the fourteen situations, the look-alikes, dodged spelling, words shown."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.assessment import Situation, Tension
from bot.core.conversation import Channel, Memory, Past, Turn, Who
from bot.core.playbook import Library
from bot.detection.detector import Detector
from bot.detection.lexicon import Label
from bot.detection.names import Finding
from bot.detection.observer import Observer
from bot.detection.verdict import said_plainly
from tests.detection.stage import assess, detector, found, models, observer, one_book, reader

ALARM = 0.5


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("کتری رسید ولی دسته‌ش شکسته بود", "complaint"),  # a plain report
        ("kettle arrived broken and the lid is missing", "complaint"),  # the same in English
        ("جنس نمیخوام، پولمو پس بدین", "refund_demand"),  # insists on money
        ("poolamo pas bedid lotfan", "refund_demand"),  # in Finglish
        ("یه نقطه ریز زیر بشقابه، کل پولشو میخوام", "trivial_fault"),  # a speck, a big claim
        ("مشتری قدیمیم، بیست درصد تخفیف حقمه", "discount_pressure"),  # as something owed
        ("everybody else gives me 20% off, so 20% or no deal", "discount_pressure"),  # in English
        ("یه روسری هم مجانی بذارین روش", "free_extra"),  # something for nothing
        ("نظرم عوض شد، برگردیم به طرح اول با همون قیمت", "scope_creep"),  # nothing is final
        ("کتبی تضمین میدین؟ اگه خراب شد کی جوابگوئه؟", "endless_questions"),  # guarantees
        ("الو چرا جواب نمیدین؟ ده تا پیام دادم", "nagging"),  # message upon message
        ("شما کلاهبردارین، جنس تقلبی فروختین", "accusation"),  # deceit at the shop's door
        ("you scammed me, this is a fake one", "accusation"),  # in English
        ("ازتون شکایت میکنم، میرم تعزیرات", "public_threat"),  # the regulator
        ("خیلی بیشعورین، خفه شین", "insult"),  # swearing
        ("من فکر کردم ارسال رایگان یعنی همه جا", "misunderstanding"),  # a mistaken belief
        ("سفارشمو لغو کنین، دیگه ازتون خرید نمیکنم", "leaving"),  # goes for good
        ("نخرین از این پیج، همه میگن جنساشون فیکه", "suspect_review"),  # hearsay in public
    ],
)
def test_each_situation_is_found(text: str, situation: str) -> None:
    channel = Channel.COMMENT if situation == "suspect_review" else Channel.CHAT
    assert Situation(situation) in assess(text, channel).situations


CALLED_NAMES = [
    # to the seller, with whatever else around it
    ("واقعا که خیلی بی‌شعوری به خدا", True),
    ("kheili bishouri be khoda, javab nemidi", True),
    ("چقدر نفهمین شماها، این همه توضیح دادم", True),
    # of somebody else, or of oneself
    ("نگهبان ساختمونمون خیلی بی‌شعوره، در رو باز نکرد", False),
    ("خودم خیلی احمقم که سایز رو اشتباه زدم", False),
    # in fun
    ("خیلی بی‌شعوری 😂😂 عاشقتم رفیق", False),
]


@pytest.mark.parametrize(("text", "abuses"), CALLED_NAMES)
def test_a_name_called_to_the_face_abuses_as_first_words_too(text: str, *, abuses: bool) -> None:
    assert (assess(text).tension is Tension.ABUSIVE) is abuses


@pytest.mark.parametrize(
    "text",
    [
        "احمق نیستم که",  # denied
        "دروغگو نیستم من",
        "کلاهبرداری نباشه؟",  # feared
        "گوشیمو دزدید",  # somebody else did
        "میگن کلاهبردارن",  # hearsay
        "we are not idiots",
    ],
)
def test_the_plain_rule_is_silent_where_words_are_bent(text: str) -> None:
    look = observer().look(Memory(), Turn(Who.CUSTOMER, text, 0.0))
    assert said_plainly(look.clues) == {}


@pytest.mark.parametrize("text", ["دزدید", "خیلی احمقین", "شما دزدید", "کلاهبردارها"])
def test_the_plain_rule_speaks_where_they_are_not(text: str) -> None:
    look = observer().look(Memory(), Turn(Who.CUSTOMER, text, 0.0))
    assert said_plainly(look.clues)


THANKS = ["تشکر می‌کنم", "متشکرم", "سپاسگزارم از لطفتون", "دست شما درد نکنه", "خدا برکت بده"]


@pytest.mark.parametrize("text", THANKS)
def test_thanks_are_heard(text: str) -> None:
    look = observer().look(Memory(), Turn(Who.CUSTOMER, text, 0.0))
    assert Label(Finding.GRATITUDE) in look.clues


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("کجا رو بزنم؟", Finding.FAULT),
        ("قطعات یدکی هم می‌خوام", Finding.FAULT),
        ("برنج خشک", Finding.FAULT),
        ("نخواستم ممنون", Finding.SMALLNESS),
        ("ده دقیقه دیگه میام", Finding.DISTRESS),
        ("گردنبند نقره", Finding.BLAME),
        ("مغز گردو", Finding.DEMEANING),
        ("سلام ادمین جان", Finding.DEMEANING),
        ("خیر ببینید", Finding.OPENS_WITH_NO),
        ("شکر دو کیلو", Finding.RELIEF),
    ],
)
def test_everyday_words_are_no_cues(text: str, finding: Finding) -> None:
    look = observer().look(Memory(), Turn(Who.CUSTOMER, text, 0.0))
    assert Label(finding) not in look.clues


@pytest.mark.parametrize(
    "text",
    [
        "کشتی منو با این رنگا 😂 دوتا بفرست",  # heated words in fun
        "وحشتناک قشنگه عاشقش شدم 😍",  # praise that sounds harsh
        "فروشگاه قبلی کلاهبردار بود، شما عالی هستین",  # anger at another shop
        "این پستچی بی‌شعور بسته رو انداخت تو حیاط، شما تقصیری ندارین",  # at the carrier
        "سلام شرایط مرجوعی چیه؟",  # a neutral question about returns
        "تخفیف هم دارین؟",  # asking once
        "سلام اسپری ضد جوش انفجاری دارین؟",  # a dangerous word in a product's name
        "رژ لب جنگی قرمز موجوده؟",  # another
        "کتاب بیشعوری رو دارین؟ چنده",  # a title
        "مامانم فوت شده، یه تاج گل برا مراسم میخوام",  # a condolence
        "یکم نگرانم به تولدش نرسه، به نظرتون میرسه؟",  # worry without blame
        "دستتون درد نکنه، رسید، عالی بود 🌹",  # thanks
        "اگه تا شب نرسه چیکار کنم؟",  # a conditional worry
        "what is your refund policy?",  # neutral, in English
        "salam in kif mojude? chande?",  # an ordinary Finglish question
        "سلام خسته نباشید قیمت عمده چنده؟",  # an ordinary buyer
    ],
)
def test_look_alikes_stay_quiet(text: str) -> None:
    assessment = assess(text)
    assert assessment.risk < ALARM
    assert assessment.tension <= Tension.UNEASY


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ا ح م ق پول منو بده", "ا ح م ق"),  # spaced out
        ("خیلی b1shoor هستین", "b1shoor"),  # digits for letters, Latin
        ("kheyli bishoorid", "bishoorid"),  # Finglish, shown as typed
        ("واقعاً بی‌شـــعورین", "بی‌شـــعورین"),  # drawn out with kashida
    ],
)
def test_insults_spelled_to_dodge_are_found_in_the_customers_own_words(
    text: str, words: str
) -> None:
    assessment = assess(text)
    assert Situation.INSULT in assessment.situations
    assert assessment.tension is Tension.ABUSIVE
    shown = [word for signal in assessment.signals for word in signal.words]
    assert any(words in word or word in words for word in shown)


def test_words_are_cut_from_the_message_itself() -> None:
    text = "آقااا پولمو پــس بدین!! kolahbardara"
    words = [word for signal in assess(text).signals for word in signal.words]
    assert words
    assert all(word in text for word in words)


def test_a_heated_turn_is_always_an_alarm() -> None:
    assessment = assess("دروغگوهای کلاهبردار! همین امروز پولمو ندین با پلیس میام")
    assert assessment.tension >= Tension.HEATED
    assert assessment.risk >= ALARM


def test_a_sure_phrase_of_a_manager_raises_its_situation_alone() -> None:
    own = _with(one_book(sure=("قرمه سبزی سوخته",)))
    _, assessment = own.assess(Memory(), Turn(Who.CUSTOMER, "قرمه سبزی سوخته", 0.0))
    assert assessment.situations == (Situation.COMPLAINT,)


def _with(library: Library) -> Detector:
    """A shop whose playbooks the models have never seen."""
    return Detector(Observer(library, reader().read, models().tables.phrases), models())


def test_unless_takes_a_phrase_back_and_says_so() -> None:
    own = _with(one_book(sure=("قلمکار",), unless=("سفره قلمکار",)))
    _, assessment = own.assess(Memory(), Turn(Who.CUSTOMER, "سلام، سفره قلمکار دارید؟", 0.0))
    assert assessment.situations == ()
    not_fired = [signal for signal in assessment.signals if not signal.fired]
    assert [(signal.name, signal.words) for signal in not_fired] == [("own_phrase", ("قلمکار",))]


def test_a_hint_alone_is_not_enough_and_is_listed_as_looked_for() -> None:
    own = _with(one_book(hints=("قلمکار",)))
    _, assessment = own.assess(Memory(), Turn(Who.CUSTOMER, "قلمکار", 0.0))
    assert assessment.situations == ()
    hints = [signal for signal in assessment.signals if signal.name == Finding.HINT]
    assert [signal.fired for signal in hints] == [False]


def test_what_softens_a_hard_word_is_shown_with_a_negative_weight() -> None:
    assessment = assess("اون یکی فروشگاه کلاهبردار بود، خدا رو شکر با شما آشنا شدم 😂")
    softening = {signal.name for signal in assessment.signals if signal.weight < 0}
    assert softening & {Finding.OUT_OF_THE_BLUE, Finding.IN_FUN, Finding.ABOUT_OTHERS}


def test_every_signal_name_is_listed() -> None:
    texts = ("خرابه پولمو بدین وگرنه شکایت میکنم 😡😂", "مرسی رسید", "؟؟؟", "na dige, thanks 👏")
    names = {name for text in texts for name in found(assess(text))}
    assert names <= {str(finding) for finding in Finding}


def test_the_same_turn_is_assessed_the_same() -> None:
    assert assess("چرا جواب نمیدین؟") == assess("چرا جواب نمیدین؟")


@given(st.text(max_size=300), st.floats(), st.sampled_from(Channel), st.booleans())
@settings(max_examples=150, deadline=None)
def test_no_text_raises(text: str, at: float, channel: Channel, edited: bool) -> None:
    turn = Turn(Who.CUSTOMER, text, at, channel, media="photo", edited=edited)
    memory, assessment = detector().assess(Memory(), turn)
    assert 0.0 <= assessment.risk <= 1.0
    detector().assess(detector().observe(memory, turn), turn)


_pasts = st.builds(
    Past,
    who=st.sampled_from(Who),
    at=st.floats(),
    folded=st.text(max_size=40),
    tension=st.sampled_from(Tension),
    situations=st.frozensets(st.sampled_from(Situation)),
    risk=st.floats(),
)
_memories = st.builds(
    Memory,
    recent=st.lists(_pasts, max_size=9).map(tuple),
    heard=st.integers(-5, 10**9),
    unanswered=st.integers(-5, 10**9),
    since=st.none() | st.floats(),
    seen=st.lists(st.tuples(st.sampled_from(Situation), st.integers(-5, 10**9))).map(tuple),
    peak=st.sampled_from(Tension),
    language=st.text(max_size=3),
    amount=st.none() | st.integers(),
    album=st.none() | st.text(max_size=3),
)


@given(_memories, st.sampled_from(["", "سلام", "باز خراب شد!", "ok 👍", "480 تومن؟"]), st.floats())
@settings(max_examples=150, deadline=None)
def test_no_memory_raises(memory: Memory, text: str, at: float) -> None:
    turn = Turn(Who.CUSTOMER, text, at, album="a")
    after, assessment = detector().assess(memory, turn)
    assert 0.0 <= assessment.risk <= 1.0
    detector().observe(after, turn)


def test_memory_stays_plain_enough_for_json() -> None:
    memory, _ = detector().assess(Memory(), Turn(Who.CUSTOMER, "خرابه، پولمو بدین", 1.0))
    past = memory.recent[0]
    assert json.dumps([past.who, past.at, past.folded, past.tension, sorted(past.situations)])


def test_a_long_letter_is_remembered_by_its_beginning() -> None:
    memory, _ = detector().assess(Memory(), Turn(Who.CUSTOMER, "شکایت دارم " * 5_000, 1.0))
    assert len(memory.recent[0].folded) < 2_000
