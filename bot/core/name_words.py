"""Words that stand beside people's names, or where a name is none: titles, family, shops, moods."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _words("""
    دکتر مهندس آقای آقا اقا اقای خانم خانوم جناب سرکار استاد حاج حاجی حاجیه سید سیده سادات کربلایی
    مشهدی مش سرهنگ سروان dr doctor mr mrs ms miss eng engineer prof seyed seyyed sayed haj haji agha
    aghaye khanom khanoom khanome ostad mohandes
""")
ENDEARING = _words("""
    جان جون جونم خانم خانوم خانومی آقا اقا خان بانو جانم عزیز سادات گلی joon jon jan jun khanom
    khanoom khanum agha khan banoo banu
""")
FAMILY = _words("""
    مامان مامانی مادر ننه بابا بابای بابایی پدر همسر زن شوهر خواهر خواهری
    آبجی داداش برادر عمو عمه خاله دایی مادربزرگ پدربزرگ مامانجون باباجون دختر پسر عروس داماد
    نوه mom mum mommy mummy mother maman mamane mama dad daddy father baba babaye papa wife husband
    sister brother aunt uncle grandma grandpa khale amoo amu dayi of
""")
ROLES = _words("""
    فروش فروشنده پشتیبانی پشتیبان ادمین مدیر مدیریت مشاور support admin manager sales designer
""")
NO_PERSON = _words("""
    فروشگاه فروشی گالری مزون بوتیک شاپ آنلاین انلاین آنلاینشاپ شرکت تولیدی تولید
    پخش عمده کالا موبایل املاک مشاوره کانال پیج گروه تیم انتشارات چاپ موسسه مؤسسه آموزشگاه
    اموزشگاه کلینیک مطب داروخانه رستوران کافه کافی سالن آرایشگاه ارایشگاه آتلیه اتلیه استودیو
    صنایع صنعت خدمات دفتر بازرگانی تجارت ربات سفارش سفارشات
    رسمی اکسسوری پوشاک کیف کفش لباس طلا جواهری نقره پارچه فرش مبل لوازم آرایشی بهداشتی گل هتل تور
    آژانس بیمه بانک مدرسه مهد دانشگاه نمایشگاه نمایندگی تعمیرات تعمیرگاه اتو خودرو قنادی شیرینی
    کیک نان سوپر مارکت هایپر میوه دیجیتال کامپیوتر گیم شعبه واحد
    shop store gallery boutique mezon online market mall brand official team
    group channel bot company co ltd inc studio salon clinic cafe coffee restaurant hotel tour tours
    agency service services mobile digital computer game games deleted account user
    unknown anonymous telegram media news page vip sarafi music art arts design jewelry
    accessories cosmetics beauty fashion style clothing scarf shoes bags home decor cake bakery
""")
NO_NAME = _words("""
    و یا به از که با در بر را رو تا من تو ما شما او است هست هستم نیست بود شد باش باشد بیا کو کجا کی
    چه چرا یعنی فقط همه هیچ خدا خداوند خدایا الله یارب زندگی عشق عشقم عاشق عاشقی قلب قلبم دل دلم
    دلتنگ دلتنگی تنها تنهایی خسته خستگی غم غمگین فدای فدات مولا مولای مولام دنیا دنیای آرزو آرزوی
    روح روحت شب شبها روز صبح بهاری پاییزی زمستانی بارانی ابدی الهی خوشبختی مهربانی نمی می دارم
    داری دارد خواهم خواهد جانم جانانم همین رفت رفته مرگ مرگم درد اشک لبخند سکوت صلوات
    فرج ظهور شهید امام حضرت السلام یادت بخیر بخیر مرا خوش آمدید سلام ممنون and the is of my you me
    love life god for in to are am be will not no only sad lonely alone heart world
""")
