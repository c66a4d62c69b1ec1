"""What the seller's last words tell about the turn after them, in all tongues."""

from bot.detection.names import Finding

CUES: dict[Finding, str] = {
    Finding.SELLER_REFUSED: """
        نمیشه*, نمی شود, امکانش نیست, امکان ندار*, امکان … نیست, امکان‌پذیر نیست, مقدور نیست,
        متاسفانه, نمیتون*, نمی‌توان*, نداریم, ندارد, آخرشه, اخرشه, آخرین قیمت, قیمت مقطوع*,
        قیمت ثابت*, تخفیف ندار*, جدا حساب*, جداست, جداگانه*, هزینه دار*, هزینه جدا*, اضافه میشه,
        اضافه میشود, طبق قرارداد, طبق قوانین, قوانین*, شرایط عودت, شرایط*, شامل نمیش*, جزو, جزوش,
        جزوشه, جزء, رایگان نیست, پس گرفته نمیش*, مرجوع*, تو توضیحات, نوشته بود*, نوشتیم, گفته بودیم,
        گفتم که, ضرر میکن*, سودی ندار*, سودش*, راه نداره, صرف نمیکن*, نهایتا, نهایی, قرارداد*,
        cannot, can't, can not, unfortunately, not possible, not able, final price, extra charge,
        not included, policy, afraid, separate*, nemishe*, nemitun*, nemitoon*, motaasefane*, joda*,
        nadarim""",
    Finding.SELLER_APOLOGISED: """
        شرمنده*, ببخشید*, ببخشین*, عذر*, معذرت*, پوزش*, متاسفیم, متاسفم, حق دارین, حق دارید,
        حق با شما*, sorry, apolog*, sharmande*, bebakhsh*, ozr*""",
    Finding.SELLER_MENDED: """
        عوض میکن*, عوضش میکن*, تعویض میکن*, برمیگردون*, برمیگردان*, واریز شد*, واریز میکن*,
        عودت داد*, پس بفرست*, پس میگیر*, جایگزین*, دوباره میفرست*, میفرستم*, میفرستیم*,
        ارسال شد*, رایگان*, هزینه با ما, با ما, هدیه*, جبران*, درست شد*, حل شد*, فعال شد*,
        ارسال میکن*, همین الان, refund*, replace*, send you, free of charge, fixed, taviz*,
        bargardun*, mifrest*""",
    Finding.SELLER_ASKED_FOR_PATIENCE: """
        بررسی*, پیگیری*, صبر*, صبور*, فردا*, تا شب, تا عصر, امروز*, هفته*, به زودی, بزودی,
        اسرع وقت, خبر مید*, اطلاع مید*, منتظر*, شلوغ*, تو راه*, در حال*, در صف, تو صف, ایشالا,
        ان شالله, انشالله, ایشالله, چک میکن*, زمان*, tomorrow, soon, check*, shortly, patience,
        patient, farda*, barresi*, peygiri*, sabr*""",
    Finding.SELLER_WARNED: """
        محترمانه*, مودب*, ادب, ادبت, ادبتون, با ادب, بی ادب*, احترام*, توهین*, آروم باش*, آرام باش*,
        لحن*, عصبانی*, تهدید*, دروغ*, کلاهبردار*, تهمت*, مدرک*, سند*, شماره سفارش*, کد سفارش*,
        کی خرید*, چه تاریخ*, خریدتون*, language, calm down, rude, respect*, order number, ehteram*,
        adab*""",
    Finding.SELLER_WAS_WARM: """
        چشم*, حتما*, بله*, مرسی*, ممنون*, خوشحال*, نوش جون*, مبارک*, قربون*, فدات*, خواهش*, 😍,
        ❤, 🌹""",
    Finding.SELLER_LAUGHED: "😂, 🤣, 😄, 😅, 😁, خخخ, هههه, haha*, lol, khkh*",
    Finding.SELLER_GREETED: "سلام*, درود*, hi, hello, dear, salam*, dorood*",
    Finding.SELLER_EXPLAINED_AWAY: """
        طبیعی*, عادی*, نرماله, ولی, اما, هنوز, بستگی, سالم بود*, تست کرد*, تست شد*, اصله,
        اصل هست*, مشکلی ندار*, مشکل از, ایراد از, از طرف شما, خودتون, خودت, شما, نور عکس*, نور,
        ممکنه, شاید, فکر کنم, همینه, همین مدل*, اصلاح*, ببینم, ببینیم, خورده, بوده, تاثیر*,
        اختلاف*, تا حالا, کسی شکایت*, همه راضی*, مشتری* دیگه, اولین بار*, معمولا, normal,
        usual*, nobody else, but, maybe, perhaps, tabiiy*, tabiee*, adiye*, vali, shayad""",
}
