"""Hard words spelled to dodge a filter are found, and what only looks like them is left alone."""

import pytest

from bot.core.assessment import Situation, Tension
from tests.detection.stage import assess

INSULTS = [
    "ا\u200cح\u200cم\u200cق",  # half-spaces between all letters
    "ا\u200bح\u200bم\u200bق",  # zero-width spaces
    "اـحـمـق",  # kashida
    "اح\u00adمق",  # a soft hyphen
    "احـ\u200cـمق",  # kashida and a half-space
    "اَحمَق",  # vowel signs
    "اححححمق",  # a letter repeated
    "احمممممق",  # another letter repeated
    "احمقققق",  # the last letter repeated
    "احمقققققق",  # the last letter repeated more
    "ااااحمق",  # the first letter repeated
    "احمقق",  # the last letter doubled
    "اح*مق",  # one star inside
    "اح#مق",  # a hash inside
    "احmق",  # a Latin letter inside
    "aحمق",  # a Latin letter first
    "أحمق",  # alef with hamza
    "آحمق",  # alef with madda
    "إحمق",  # alef with hamza below
    "ahmagh",  # plain Finglish
    "ahmaq",  # Finglish with q
    "@hm@gh",  # signs for letters
    "@hmagh",  # a sign for the first letter
    "4hmagh",  # a digit for a
    "ahm4gh",  # a digit for a inside
    "AhMaGh",  # capitals and small letters by turns
    "аhmаgh",  # Cyrillic a
    "ahmaaaagh",  # a letter repeated
    "ahhhmagh",  # another repeated
    "𝐚𝐡𝐦𝐚𝐠𝐡",  # bold letters of mathematics
    "ⓐⓗⓜⓐⓖⓗ",  # letters in circles
    "ａｈｍａｇｈ",  # wide letters
    "ﺍﺣﻤﻖ",  # presentation forms
    "بی.شعور",  # one full stop
    "بی_شعور",  # an underscore
    "بی-شعور",  # a dash
    "بی*شعور",  # a star
    "بی شعور",  # the space of the word itself
    "بی\u200cشعور",  # the half-space of the word itself
    "بیشعوررررر",  # the last letter repeated
    "بیییییشعور",  # an inner letter repeated
    "بی\u200cشـــعور",  # kashida
    "بیشعoر",  # a Latin o
    "بیشعور!",  # with a mark
    "بیشعـور",  # one kashida
    "بي شعور",  # Arabic yeh
    "ﺑﯿﺸﻌﻮر",  # presentation forms
    "bishoor",  # plain Finglish
    "bisho0r",  # one 0 for o
    "bish00r",  # two
    "b1shoor",  # 1 for i
    "b!shoor",  # ! for i
    "bi$hoor",  # $ for s
    "b1sh00r",  # two kinds of digits
    "bi_shoor",  # an underscore
    "bishour",  # another spelling
    "bisho'ur",  # an apostrophe for ain
    "bishoooooor",  # a letter repeated
    "ک*ثافت",  # one star
    "ک.ثافت",  # a full stop after the first letter
    "کثaفت",  # a Latin letter inside
    "کثافتتتت",  # the last letter repeated
    "کصافت",  # another letter of the same sound
    "كثافت",  # Arabic kaf
    "کثآفت",  # madda
    "kesafat",  # plain Finglish
    "kesafaat",  # a letter doubled
    "ke$afat",  # $ for s
    "k3safat",  # 3 for e
    "kes@fat",  # @ for a
    "kesaf@t",  # @ for a, later
    "عو*ضی",  # a star
    "عوضییییی",  # the last letter repeated
    "avazi",  # plain Finglish
    "av@zi",  # @ for a
    "4vazi",  # 4 for a
    "نفـهم",  # kashida
    "نفهممم",  # the last letter repeated
    "naf@hm",  # a sign inside
    "nafahm",  # plain Finglish
    "خـفه شو",  # kashida
    "خفه_شو",  # an underscore
    "خخخفه شووو",  # letters repeated
    "khafe sho",  # plain Finglish
    "kh@fe sho",  # @ for a
    "xafe sho",  # x for kh
    "گمـشو",  # kashida
    "گم\u200cشو",  # a half-space
    "gomsho",  # plain Finglish
    "g0msho",  # 0 for o
    "gom sho",  # a space
    "آشغالیییی",  # the last letter repeated
    "اشغالی",  # without madda
    "ashghaali",  # plain Finglish
    "@shghali",  # @ for a
    "بی شرف",  # the space of the word itself
    "بی.شرف",  # a full stop
    "بیشـرف",  # kashida
    "bisharaf",  # plain Finglish
    "b1sharaf",  # 1 for i
    "bi$haraf",  # $ for s
    "دیو*ث",  # a star
    "حروم.زاده",  # a full stop
    "حروم\u200cزاده",  # a half-space
    "haroomzade",  # plain Finglish
    "har00mzade",  # 0 for o, twice
    "ک*صکش",  # a star
    "کصـکش",  # kashida
    "k0skesh",  # 0 for o
    "koskesh",  # plain Finglish
    "اُسگل",  # a vowel sign
    "لا*شی",  # a star
    "1diot",  # English with 1 for i
    "stup1d",  # English with 1 for i
    "stuuuupid",  # English, repeated
    "a$$hole",  # English with $ for s
    "شما b1shoorin",  # Finglish in digits beside Persian
    "شما kesafatin",  # Finglish beside Persian
    "واقعا ahmagh",  # Finglish beside Persian
    "ا ح م ق",  # spaces between all letters
    "ا  ح  م  ق",  # two spaces each
    "ا.ح.م.ق",  # full stops
    "ا . ح . م . ق",  # full stops with spaces
    "ا-ح-م-ق",  # dashes
    "ا_ح_م_ق",  # underscores
    "ا*ح*م*ق",  # stars
    "ا~ح~م~ق",  # tildes
    "ا/ح/م/ق",  # slashes
    "ا|ح|م|ق",  # upright bars
    "ا+ح+م+ق",  # plus signs
    "ا،ح،م،ق",  # commas
    "ا\nح\nم\nق",  # one letter a line
    "اححمق",  # a letter doubled
    "احمغ",  # another letter of the same sound
    "اهمق",  # another letter of the same sound
    "عحمق",  # another letter of the same sound
    "a h m a gh",  # Finglish with spaces
    "a.h.m.a.q",  # Finglish with full stops
    "ب ی ش ع و ر",  # spaces between all letters
    "ب.ی.ش.ع.و.ر",  # full stops
    "بیشع0ر",  # a digit for a letter
    "بیشور",  # without ain
    "بیشئور",  # hamza for ain
    "b-i-sh-o-o-r",  # dashes
    "bi shoor",  # a space
    "bi-shoor",  # a dash
    "bee shoor",  # another spelling
    "ک ث ا ف ت",  # spaces
    "ک.ث.ا.ف.ت",  # full stops
    "کث@فت",  # a sign for a letter
    "کثافط",  # another letter of the same sound
    "کسافت",  # another letter of the same sound
    "k e s a f a t",  # spaces
    "ع و ض ی",  # spaces
    "عوضیـها",  # kashida in a plural
    "اوضی",  # another letter of the same sound
    "a v a z i",  # spaces
    "ن ف ه م",  # spaces
    "ن.ف.ه.م",  # full stops
    "خ ف ه شو",  # the first word spread
    "خ.ف.ه شو",  # with full stops
    "خفه\u200cشو",  # a half-space
    "گ م ش و",  # spaces
    "آ ش غ ا ل ی",  # spaces
    "ب ی ش ر ف",  # spaces
    "د ی و ث",  # spaces
    "دیوس",  # another letter of the same sound
    "day00s",  # 0 for o, twice
    "d a y o o s",  # spaces
    "ح ر و م ز ا د ه",  # spaces
    "haroom zade",  # a space
    "ک ص ک ش",  # spaces
    "ک.ص.ک.ش",  # full stops
    "k*skesh",  # a star for a letter
    "k o s k e s h",  # spaces
    "ج ا ک ش",  # spaces
    "jak3sh",  # 3 for e
    "jakesh",  # plain Finglish
    "گ و س ا ل ه",  # spaces
    "گوس@له",  # a sign for alef
    "goosale",  # plain Finglish
    "g00sale",  # 0 for o, twice
    "ا س گ ل",  # spaces
    "اسکل",  # the other spelling
    "oskol",  # plain Finglish
    "0skol",  # 0 for o
    "ه ر ز ه",  # spaces
    "ل ا ش ی",  # spaces
    "lashi",  # plain Finglish
    "l@shi",  # @ for a
    "i d i o t",  # English with spaces
    "id10t",  # English with 1 and 0
    "st*pid",  # English with a star
    "i.d.i.o.t",  # English with full stops
    "مرتیکه ا ح م ق",  # a spread word behind another
    "خیلی ب ی ش ع و ر ی",  # a spread word with its ending
    "برو گ م ش و",  # a spread word behind another
    "تو ا.ح.م.ق",  # full stops behind another word
]

ACCUSATIONS = [
    "کلاهبردار",  # the plain word
    "ک ل ا ه ب ر د ا ر",  # spaces between all letters
    "ک.ل.ا.ه.ب.ر.د.ا.ر",  # full stops
    "کلاه_بردار",  # an underscore
    "کلاه-بردار",  # a dash
    "کلاه.بردار",  # a full stop
    "کلاه*بردار",  # a star
    "کلاه بردار",  # a space
    "کلاه\u200cبردار",  # a half-space
    "کـلاهبردار",  # kashida
    "کلاهبردارررر",  # the last letter repeated
    "کلاهبرداااار",  # an inner letter repeated
    "کلاهبردآر",  # madda
    "کل*اهبردار",  # a star in the middle
    "کلاهبرdار",  # a Latin letter inside
    "كلاهبردار",  # Arabic kaf
    "ﻛﻼهبردار",  # presentation forms with a ligature
    "کلاهبرداررررین شما",  # repeated before an ending
    "#کلاهبردار",  # a hashtag
    "#کلاه_بردار",  # a hashtag of two words
    "kolahbardar",  # plain Finglish
    "kolah bardar",  # Finglish with a space
    "kolah_bardar",  # an underscore
    "kolah-bardar",  # a dash
    "k0lahbardar",  # 0 for o
    "kol@hbardar",  # @ for a
    "kolahb4rdar",  # 4 for a
    "kolahbardaaaar",  # repeated
    "k o l a h b a r d a r",  # spaces
    "k.o.l.a.h.b.a.r.d.a.r",  # full stops
    "KOLAHBARDAR",  # shouted
    "kоlahbardar",  # Cyrillic o
    "د ز د ی د",  # spaces
    "د.ز.د.ی.د",  # full stops
    "شما د ز د ی ن",  # a spread word behind another
    "شما دزدین",  # plain
    "شما دززززدین",  # repeated
    "شما دز*دین",  # a star
    "شما دزدیـن",  # kashida
    "shoma dozdin",  # plain Finglish
    "shoma d0zdin",  # 0 for o
    "shoma dozd!n",  # ! for i
    "دروغگو",  # plain
    "د ر و غ گ و",  # spaces
    "دروغ\u200cگو",  # a half-space
    "دروغ_گو",  # an underscore
    "دروغ.گو",  # a full stop
    "دروغگوووو",  # repeated
    "درووووغگو",  # repeated inside
    "doroogh goo",  # Finglish in two words
    "doroughgoo",  # Finglish, another spelling
    "d0roogh goo",  # 0 for o
    "dor00ghgoo",  # 0 for o, twice
    "شیاد",  # plain
    "شی*اد",  # a star
    "جنس تقلبی",  # plain
    "جنس ت ق ل ب ی",  # spread
    "ت ق ل ب ی فروختین",  # spread before another word
    "کلاهبرد@ر",  # a sign for alef
    "دروقگو",  # another letter of the same sound
    "ش ی ا د",  # spaces
    "ش.ی.ا.د",  # full stops
    "شیااااد",  # repeated
    "شارلاتان",  # plain
    "ش ا ر ل ا ت ا ن",  # spaces
    "sharlatan",  # Finglish
    "sh@rlat@n",  # @ for a, twice
    "متقلب",  # plain
    "م ت ق ل ب",  # spaces
    "متق*لب",  # a star
    "متقلبببب",  # repeated
    "motaghaleb",  # Finglish
    "حقه باز",  # plain
    "حقه\u200cباز",  # a half-space
    "حقه_باز",  # an underscore
    "ح ق ه باز",  # one word spread
    "s c a m m e r",  # English with spaces
    "sc@mmer",  # English with @ for a
    "5cammer",  # English with 5 for s
    "scammerrrr",  # English, repeated
    "th1ef",  # English with 1 for i
    "l1ar",  # English with 1 for i
    "l i a r s",  # English with spaces
    "you are th1eves",  # English with 1 for i
]

INNOCENT = [
    "احمقانه خوشگله این",  # a harsh word that praises
    "وحشتناک قشنگه این کیف",  # another
    "کثافت چقد خوشگله 😍",  # an insult that praises
    "لعنتی چه خوشمزه بود",  # a curse that praises
    "نامرد چه رنگی داره 😍",  # another
    "کتاب بیشعوری رو دارین؟",  # a title
    "کتاب احمق داستایفسکی موجوده؟",  # a title
    "رمان ابله موجوده؟",  # a title
    "کتاب دزد و سگها دارین",  # a title
    "کتاب دروغگویی روی مبل دارین؟",  # a title
    "کیسه آشغال بزرگ دارین؟",  # rubbish bags
    "سطل آشغال پدالی چنده",  # a rubbish bin
    "دستگاه خردکن سبزی",  # the letters of «خر» inside
    "خر مهره آبی دارین",  # a bead named after a donkey
    "خرمالو کیلویی چنده",  # persimmon
    "خرید عمده هم دارین؟",  # buying
    "خرگوش پولیشی چنده",  # a rabbit
    "خرس عروسکی بزرگ",  # a bear
    "گاو صندوق کوچیک دارین؟",  # a safe
    "گاوزبان اصل دارین؟",  # a herb
    "شربت گل گاو زبان",  # a herb in three words
    "سگک کمربند طلایی",  # a buckle
    "غذای سگ پاپی دارین؟",  # dog food
    "قلاده سگ سایز بزرگ",  # a dog's collar
    "عروسک میمون پشمالو",  # a toy monkey
    "بادوم زمینی کیلویی",  # peanuts
    "کون مرغ منجمد",  # a cut of meat
    "کس دیگه ای نگفته",  # "somebody else"
    "هیچکس جواب نداد سلام",  # nobody
    "عکس کس دیگه ست",  # somebody else's picture
    "عمه م خیلی پسندید",  # an aunt
    "عمت اینو پسندید؟ 😂",  # an aunt, among friends
    "برا عمه م میخوام",  # for an aunt
    "ننه م عاشقش شد",  # a mother
    "سایز اشتباهی عوضی اومده",  # the wrong one came
    "عوضی فرستادین فکر کنم",  # sent by mistake
    "رنگش عوض میشه؟",  # it changes
    "عوضش کنین لطفا",  # exchange it
    "معوض ندارین؟",  # a rare word with the letters
    "پست پیشتاز میفرستین؟",  # the post
    "با پست بفرستین",  # by post
    "قیمت پست چنده",  # the post's price
    "دزدگیر ماشین دارین؟",  # a car alarm
    "قفل ضد دزد موتور",  # a lock
    "دوربین دزدگیر دار",  # a camera
    "کیف ضد دزد دارین؟",  # a bag
    "دزفول هم میفرستین؟",  # a town
    "شهر کرد ارسال دارین",  # a town
    pytest.param(
        "ارسال به بی بی حکیمه",  # a shrine
        marks=pytest.mark.xfail(strict=True, reason="heard as an insult"),
    ),
    "ارسال به خرم آباد",  # a town
    "ارسال به خرمشهر چنده",  # a town
    "ارسال به گاوبندی",  # a town
    "ارسال به الیگودرز",  # a town
    "ارسال به سگزآباد",  # a town
    "ارسال به کلاه فرنگی",  # a quarter
    "ارسال به شهر ری",  # a town in single letters' company
    "کلاه بافتنی دارین؟",  # a hat
    "کلاه نقابدار مشکی",  # a cap
    "کلاه ایمنی بردارم؟",  # a helmet, taken
    "کلاه بر دارین؟",  # a slip
    "یه کلاه برداشتم",  # took a hat
    "کلاهک هود دارین",  # a cap of a hood
    "شال و کلاه",  # a set
    "لاک ناخن جیغ",  # a loud colour
    "لال شدم از قشنگیش",  # struck dumb by beauty
    "روانی شدم از خوشگلیش",  # mad with beauty
    "دیوونه شدم از بوش",  # mad with its smell
    "خفه کننده نیست بوش؟",  # a smell
    "بمیرم برات چه ناز",  # an endearment
    "زهرمار خندیدم 😂",  # a curse in fun
    "برو بابا 😂 عالیه",  # fun
    "کرم ضد جوش انفجاری",  # an explosive cream
    "رژ لب جنگی",  # a war lipstick
    "بمب حمام دارین؟",  # bath bombs
    "تفنگ حبابی بچه گانه",  # a toy
    pytest.param(
        "شعور مشتری مداریتون عالیه",  # praise with the word
        marks=pytest.mark.xfail(strict=True, reason="heard as irony"),
    ),
    "باشعور هستین ممنون",  # praise
    "اصله یا فیک؟",  # asks whether genuine
    "اورجینال یا تقلبیه؟",  # asks whether genuine
    "جنسش اصله؟",  # asks whether genuine
    "دروغ نگم عالی بود",  # an idiom
    "قالب کیک دارین؟",  # a cake mould
    "قالب سیلیکونی چنده",  # a mould
    "تیغ اصلاح دارین",  # blades
    "تیغ ژیلت بسته ای",  # blades
    "جیب داره شلوارش؟",  # pockets
    "گول قیمتشو خوردم خریدم 😂",  # fun
    "b1",  # a vitamin
    "ویتامین b1 دارین؟",  # a vitamin
    "ویتامین b12 چنده",  # a vitamin
    "ب کمپلکس دارین",  # a vitamin
    "ویتامین d3",  # a vitamin
    "کرم k2",  # a cream
    "a54",  # a phone
    "a 5 4",  # a phone spread out
    "s23 ultra دارین؟",  # a phone
    "iphone 13 pro max",  # a phone
    "note10 s9",  # phones
    "redmi 9c nfc",  # a phone
    "poco x3 pro",  # a phone
    "galaxy s21fe",  # a phone
    "قاب a13 دارین؟",  # a phone's case
    "گلس iphone11",  # a phone's glass
    "رم ddr4",  # memory
    "ps5 دارین؟",  # a console
    "rtx3060ti",  # a graphics card
    "کابل usb c",  # a cable
    "سایز s m l xl",  # sizes
    "سایز M یا L",  # sizes
    "xxl دارین؟",  # a size
    "ساک 5.11 دارین",  # a brand
    "7up دارین",  # a drink
    "کانتر co2",  # a gas
    "h2o محلول",  # a formula
    "ph4.5 داره؟",  # acidity
    "کرم c+",  # a cream
    "من و تو و او",  # single letters that are words
    "و ا ی چه خوشگله",  # a spread sigh
    "م ر س ی",  # spread thanks
    "ع ا ل ی",  # spread praise
    "س ل ا م",  # a spread greeting
    "v a y",  # a spread sigh
    "m e r c i",  # spread thanks
    "w o w",  # spread wonder
    "l o v e",  # spread love
    "a l i",  # a spread name
    "ا ب پ",  # the alphabet
    "ا ب پ ت ث",  # more of it
    "a b c d",  # the alphabet
    "تست a b",  # a test
    "گروه خونی o",  # a blood group
    "آ ب میوه دارین",  # a space by mistake
    "ک ت ا ب",  # a spread word
    "@my_shop",  # a name
    "@kolahdoz_shop",  # a name with a hat in it
    "@ahmad1370",  # a name with a year
    "@bishe_khanevade",  # a name
    "ahmad",  # a name
    "ahmadi hastam",  # a name
    "ahvaz ersal darin",  # a town
    "ahar ersal mishe?",  # a town
    "avazesh konin lotfan",  # exchange it, in Finglish
    "avaz mikonin?",  # exchange it
    "khafan bood",  # praise in Finglish
    "kesh darin?",  # rubber bands
    "kask darin?",  # helmets
    "gomrok chande",  # customs
    "goosht chande",  # meat
    "gaz chande",  # a stove
    "lashe gosfand",  # a carcass
    "kolah darin?",  # a hat in Finglish
    "kolah bardashtam",  # took a hat
    "poste pishtaz",  # the post in Finglish
    "shart mibandam khoobe",  # a bet
    "class a",  # a class
    "assassin's creed دارین",  # a game whose letters hold a swear word
    "cocktail دارین",  # a drink whose letters hold one
    "scunthorpe",  # the town of all filters
    "classic",  # letters that hold one
    "bassist",  # letters that hold one
    "گلاب قمصر",  # a town
    "قمقمه دارین",  # a flask
    "مقوا دارین",  # letters near to one reversed
    "روکش صندلی",  # letters
    "حمق",  # a rare noun alone
    "احمد",  # a name one letter away
    "احمدی هستم",  # a name
    "محمد رضا احمق آبادی",  # a surname
    "عوض علی پور",  # a name
    "عوضعلی هستم",  # a name
    "خانم کونانی",  # a surname
    "آقای خرسند",  # a surname
    "آقای گاوی",  # a surname
    "خانم دزدان",  # a surname
    "آقای کلاهی",  # a surname
    "آقای پست چی",  # a surname
    "خانم لاشکی",  # a surname
    "لاستیک دارین",  # letters
    "علف هرز کش",  # weedkiller
    "بی نظیر بود",  # praise with «بی»
    "بی زحمت بفرستین",  # please, with «بی»
    "بی صبرانه منتظرم",  # eagerly, with «بی»
    "حیوون خونگی دارین",  # pets
    "غذای حیوانات",  # pet food
    "نفهمیدم قیمتشو",  # did not understand
    "نفهمیدم ببخشید",  # did not understand
    "نمیفهمم چطوری سفارش بدم",  # does not understand
    "خنگ شدم، کدومش؟",  # speaks of self
    "من احمق اشتباه زدم",  # speaks of self
    "منه خنگ آدرسو اشتباه دادم",  # speaks of self
    "عاشق این آشغالام 😂",  # fun about one's own things
    "گدا شدم با قیمتاتون 😂",  # fun about prices
    "دزد قلب منین 😍",  # a compliment
    "بادمجون دزد نداره؟",  # an odd question
    "بطری دهن گشاد دارین",  # a bottle of the kind
    "دهنتونو شیرین کنین 🎉",  # sweets to celebrate
    "مبل روانی؟ منظورم روفرشیه",  # a slip of the hand
    "مغزتخمه دارین",  # kernels
    "پیچش هرز شده",  # the same
    "گوهر شاد دارین",  # a name
    "گوهر تو سنگشه؟",  # a gem
    "سگ توله هاسکی",  # a puppy
    "روانی جوهرش خوبه؟",  # how well ink flows
    "کلاه سرمه ای دارین؟",  # a navy-blue hat
    "کلاه سرخ بچگانه",  # a red hat
    "کلاه سر عروسک",  # a doll's hat
    "کلاهمو فرستادین؟",  # "my hat"
    "کلاهمون کی میرسه",  # "our hats"
    pytest.param(
        "کلاه گذاشتم تو سبد",  # put a hat in the basket
        marks=pytest.mark.xfail(strict=True, reason="named an accusation"),
    ),
    "گوشواره قلابی دارین",  # earrings with hooks
    "ممنون از صداقتتون",  # thanks for honesty
    "اینم فیکه؟",  # asks whether genuine
    "تاریخ رزرو رو عوض کردم",  # changed a date oneself
    "برچسبشو عوض کنین لطفا",  # asks for another label
    "کادوشو قایم کردم 😂",  # hid a present
    "از عمد بزرگ گرفتم",  # bought large on purpose
    "قالبش کردم تو فر",  # baked it
    "گم شده بسته م",  # a lost parcel
    "بسته گم شده؟",  # a lost parcel
    "koshte shodam az khande 😂",  # fun in Finglish
    "konjed darin?",  # sesame
    "kooni nist?",  # a question nobody asks
    "ghahve kon darin",  # a coffee maker
    "khar mohre darin",  # a bead in Finglish
    "kharid omde darin?",  # buying in Finglish
    "khorma darin",  # dates in Finglish
    "gavsandogh darin?",  # a safe in Finglish
    "sag toy darin?",  # a toy dog
    "pashm darin",  # wool
    "jende ndarin?",  # letters
    "jens asle?",  # asks whether genuine
    "avaz kardam addressamo",  # changed my address
    "bass guitar darin",  # an instrument
    "ass shoes size 5",  # a brand
    "damn good coffee",  # praise
    "this is stupid cheap 😂",  # praise in English
    "killer heels, love them",  # praise in English
    "faux fake fur coat?",  # fur
    "fake plant chande",  # a plant
    "stealing this look 😍",  # praise
    "dumb bell 5 kg",  # weights
    "dumbbell set?",  # the same
    "crap, wrong address, sorry",  # speaks of self
    "بی شرف عالی بود 😂",  # an insult that praises in fun
    "کونیاک ندارین، میدونم",  # brandy
    "لجن گیر آکواریوم",  # a pump for mud
    "ماسک لجن دارین؟",  # a mud mask
    "ماسک لجن دریایی",  # a mud mask
    pytest.param(
        "ممنون از شعورتون",  # praise
        marks=pytest.mark.xfail(strict=True, reason="heard as irony"),
    ),
    "kose mahi darin?",  # sharks' meat
    "gom shode bastam",  # a lost parcel
    "کاشی لاشی نداره؟",  # a joke word
    "هرزه علف کش",  # weedkiller
    "سبز لجنی دارین؟",  # olive green is called the colour of mud
    "مانتو لجنی موجوده",  # the same colour
    "رنگ لجنیش مونده؟",  # the same colour with an ending
    "سردست گوساله چنده",  # another cut of veal
    "فیله گوساله کیلویی",  # another
    "توله سگ دارین؟",  # puppies at a pet shop
    "کره، خرما، پنیر",  # butter and dates in a list
    "کره خرما دارین",  # butter and dates without the comma
    "شیشه دهن گشاد",  # a jar with a wide mouth
    "پرینتر کونیکا دارین",  # a brand whose name begins like a swear word
    "تونر کونیکا مینولتا",  # the same brand
    "خونه عمه تهرانه",  # an aunt in Tehran
    "واسه عمه تهرانم",  # the same
    "کرمش بی خاصیت نباشه",  # a cream without effect
    "پیچش هرزه",  # a screw that slips
    "مردکوهستان چنده",  # a perfume
    "bastam gom shode",  # the same
    "koshti darin?",  # letters of a swear word in Finglish
    "kosar hastam",  # a name that begins so
    "olagh asbab bazi",  # a toy donkey
    "shit paper darin",  # a slip for sheet
    "idiot proof manual?",  # a manual
    pytest.param(
        "moron tea?",  # a herb misspelled
        marks=pytest.mark.xfail(strict=True, reason="heard as an insult"),
    ),
]


@pytest.mark.parametrize("text", INSULTS)
def test_a_dodged_insult_is_one(text: str) -> None:
    assessment = assess(text)
    assert Situation.INSULT in assessment.situations
    assert assessment.tension is Tension.ABUSIVE


@pytest.mark.parametrize("text", ACCUSATIONS)
def test_a_dodged_accusation_is_one(text: str) -> None:
    assert Situation.ACCUSATION in assess(text).situations


@pytest.mark.parametrize("text", INNOCENT)
def test_what_only_looks_hard_is_neither(text: str) -> None:
    assessment = assess(text)
    assert not {Situation.INSULT, Situation.ACCUSATION} & set(assessment.situations)
    assert assessment.tension < Tension.ABUSIVE
