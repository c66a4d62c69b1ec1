"""What the people of a made-up month write, composed of phrases written for this purpose."""

from random import Random

from bot.core.assessment import Situation

GOODS = (
    *("مانتو", "شال", "کفش", "کیف چرمی", "عسل", "زعفران", "قابلمه", "گلدان", "ساعت", "هدفون"),
    *("پتو", "روسری", "کرم", "چای", "میز", "لباس مجلسی", "عطر", "کتاب", "فرش", "دستبند"),
)
_GREETINGS = ("سلام", "سلام وقت بخیر", "درود", "سلام خسته نباشید", "salam")
_ASKED = (
    "{good} رو موجود دارین؟",
    "قیمت {good} چنده؟",
    "ارسال {good} به شیراز چند روز طول می‌کشه؟",
    "رنگ دیگه‌ای هم از {good} دارین؟",
    "gheymate {good} chande?",
    "عکس بیشتری از {good} می‌فرستین؟",
)
_TOLD = (
    "سلام، بله موجوده 🌸",
    "سلام، قیمت روی کانال هست، ارسال هم داریم",
    "بله، دو سه روزه می‌رسه",
    "چشم، الان عکسش رو می‌فرستم",
    "بله حتما، در خدمتم",
)
_WENT_ON = (
    "باشه، پس یکی برام کنار بذارید",
    "عالیه، شماره کارت رو لطف کنید",
    "آدرس رو همین‌جا بنویسم؟",
    "فردا واریز می‌کنم",
    "کد رهگیری رو هم می‌فرستین؟",
)
_ENDED = ("ممنون از شما", "دستتون درد نکنه 🙏", "مرسی", "سپاس", "mamnoon")
_HOT: dict[Situation, tuple[str, ...]] = {
    Situation.COMPLAINT: (
        "سه هفته‌ست {good} سفارش دادم هنوز نرسیده، جواب هم که نمی‌دین! کلافه شدم",
        "این چه {good}ی بود فرستادین؟؟ شکسته رسید دستم، واقعا افتضاحه",
        "{good} با عکس زمین تا آسمون فرق داره، خیلی ناراحتم از دستتون",
    ),
    Situation.REFUND_DEMAND: (
        "همین الان پول {good} رو پس بدین، دیگه نمی‌خوامش!",
        "پولمو برگردونید، این {good} اصلا به درد نمی‌خوره، اعصابم خرد شد",
    ),
    Situation.DISCOUNT_PRESSURE: (
        "قیمت {good} خیلی بالاست، باید سی درصد تخفیف بدین وگرنه جای دیگه می‌خرم",
        "مغازه‌ی بغلی {good} رو نصف این میده! اگه تخفیف نمی‌دین دیگه ازتون خرید نمی‌کنم",
    ),
    Situation.ACCUSATION: (
        "شما کلاهبردارین! پول {good} رو گرفتین و جواب نمی‌دین",
        "دروغ می‌گین، این {good} اصل نیست، سرم کلاه گذاشتین",
    ),
    Situation.PUBLIC_THREAT: (
        "اگه تکلیف {good} امروز معلوم نشه همه‌جا آبروتونو می‌برم",
        "بابت این {good} ازتون شکایت می‌کنم، استوری هم می‌کنم همه بدونن",
    ),
    Situation.INSULT: (
        "بی‌شعورها با این {good} فرستادنتون، خجالت بکشید",
        "عوضی‌ها فقط بلدین پول مردم رو بخورین، این چه {good}یه",
    ),
    Situation.NAGGING: (
        "چرا جواب نمی‌دین؟؟؟ از صبح ده بار پرسیدم {good} کی می‌رسه",
        "پس چی شد این {good}؟؟ هر روز می‌گین فردا، خسته شدم دیگه",
    ),
    Situation.MISUNDERSTANDING: (
        "گفته بودین {good} با جعبه‌ست، پس جعبه‌ش کو؟ این که اون نیست که قول دادین!",
        "من فکر کردم ارسال {good} رایگانه، چرا الان پول ارسال می‌خواین؟ این چه وضعشه",
    ),
}
_HOT_AGAIN = (
    "این حرفا به درد من نمی‌خوره، جواب درست بدین!",
    "هر بار یه بهونه، واقعا که خجالت داره",
    "دیگه تحمل ندارم، زودتر تکلیفمو روشن کنید",
)
_SOOTHED = (
    "حق با شماست، ببخشید که معطل شدید. همین الان پیگیری می‌کنم",
    "واقعا متاسفم، می‌فهمم ناراحت شدید. تا یک ساعت دیگه درستش می‌کنم",
    "شرمنده‌ام، یه نوی سالم امروز براتون می‌فرستم",
)
_REFUNDED = (
    "پولتون رو همین الان به کارتتون برگردوندم، بازم عذر می‌خوام",
    "مبلغ رو براتون واریز کردم، رسیدش رو هم فرستادم",
)
_PARTED = (
    "متاسفم که نتونستیم راضیتون کنیم. شاید فروشگاه دیگه‌ای بیشتر به کارتون بیاد، موفق باشید",
    "از ما بیشتر از این برنمیاد، امیدوارم جای دیگه چیزی که می‌خواید رو پیدا کنید",
)
_LEAVING = (
    "دیگه ازتون خرید نمی‌کنم، خداحافظ",
    "میرم از جای دیگه می‌خرم، دیگه هم پیام ندین",
)
_CALMED = (
    "باشه، ممنون که پیگیری کردین",
    "خب خدا رو شکر، مرسی از توجهتون",
    "باشه قبول، دستتون درد نکنه",
)
_PLEASED = ("ممنون، لطف کردین 🌸", "مرسی واقعا", "رسید، خیلی ممنون")


class Words:
    """One customer's talk about one thing, put into words by chance."""

    def __init__(self, random: Random) -> None:
        """Choose what it is about."""
        self._random = random
        self._good = random.choice(GOODS)

    def asked(self) -> str:
        """The customer begins."""
        asked = self._one(_ASKED)
        return (
            f"{self._random.choice(_GREETINGS)}، {asked}" if self._random.random() < 0.6 else asked
        )

    def told(self) -> str:
        """The seller answers an ordinary question."""
        return self._one(_TOLD)

    def went_on(self) -> str:
        """The customer goes on."""
        return self._one(_WENT_ON)

    def ended(self) -> str:
        """The customer thanks."""
        return self._one(_ENDED)

    def hot(self, about: Situation) -> str:
        """The customer grows tense."""
        return self._one(_HOT[about])

    def hot_again(self) -> str:
        """The customer is not content."""
        return self._one(_HOT_AGAIN)

    def soothed(self) -> str:
        """The seller means well, in words of their own."""
        return self._one(_SOOTHED)

    def refunded(self) -> str:
        """The seller gives the money back."""
        return self._one(_REFUNDED)

    def parted(self) -> str:
        """The seller says farewell for good."""
        return self._one(_PARTED)

    def leaving(self) -> str:
        """The customer says farewell for good."""
        return self._one(_LEAVING)

    def calmed(self) -> str:
        """The customer is content again."""
        return self._one(_CALMED)

    def pleased(self) -> str:
        """The customer thanks once more."""
        return self._one(_PLEASED)

    def _one(self, phrases: tuple[str, ...]) -> str:
        return self._random.choice(phrases).format(good=self._good)


SITUATIONS = tuple(_HOT)
