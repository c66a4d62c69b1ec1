"""What sellers and customers write as a trouble ends; syntax as in `lexicon`.

A promise of a refund is also what `cues_own_words` lists under `Trait.REFUND`.
"""

from enum import StrEnum


class Ending(StrEnum):
    """What a phrase stands for; the last of each side take back what they touch or stand beside."""

    REFUNDED = "refunded"
    PROMISED = "promised"
    OFFERED = "offered"
    PARTED = "parted"
    LATER = "later"
    DENIED = "denied"
    THEIR_PAYMENT = "their_payment"
    NOT_PARTED = "not_parted"
    IF = "if"
    LEAVING = "leaving"
    WANTS_REFUND = "wants_refund"
    ACCEPTED = "accepted"
    NOT_LEAVING = "not_leaving"
    WANTS_NONE = "wants_none"
    BUT = "but"
    NOT_ACCEPTED = "not_accepted"


SELLERS: dict[Ending, str] = {
    Ending.REFUNDED: """
        pool* … bargardund*, pul* … bargardund*, pole* … bargardund*, pool* … bargardoond*,
        pole* … bargardoond*, pool* … variz shod, pole* … variz shod, variz kardam, variz kardim,
        پول* … برگردوندم, پول* … برگردوندیم, پول* … برگردوندن, پول* … برگردونده شد,
        پول* … برگشت خورد,
        پول* … برگرداندم, پول* … برگرداندیم, پول* … برگردانده شد, پول* … برگشت داده شد,
        پول* … برگشت داد*, پول* … پس دادم, پول* … پس دادیم, پول* … پس فرستاد*, پول* … واریز کردم,
        پول* … واریز کردیم, پول* … واریز شد*, پول* … زدم به, پول* … ریختم, پول* … ریختیم,
        پول* … برگشت, مبلغ* … واریز شد*, مبلغ* … واریز کردم, مبلغ* … واریز کردیم,
        مبلغ* … برگردوندم, مبلغ* … برگردوندیم, مبلغ* … برگرداندم, مبلغ* … برگرداندیم,
        مبلغ* … برگردانده شد, مبلغ* … برگشت داده شد, مبلغ* … برگشت خورد, مبلغ* … عودت داده شد,
        وجه* … عودت داده شد, وجه* … برگشت داده شد, وجه* … برگردانده شد, وجه* … واریز شد*,
        وجه* … واریز کرد*, هزینه* … برگردوندم, هزینه* … برگردوندیم, هزینه* … واریز شد*,
        هزینه* … واریز کرد*, بیعانه* … برگردوندم, بیعانه* … برگردوندیم, بیعانه* … واریز کرد*,
        عودت داده شد*, عودت دادم, عودت دادیم, استرداد شد, واریز کردم, واریز کردیم, واریز انجام شد,
        واریز شده, واریز شد, کارت به کارت کردم, کارت به کارت کردیم, کارت به کارت شد,
        i've refunded, i have refunded, we've refunded, we have refunded, has been refunded,
        been refunded, refund has been, refund was sent, refund was issued, refund is done,
        refund went through, refund … processed, refund … issued, refund … completed, i refunded,
        we refunded, just refunded, sent your money back, sent the money back, sent it back to your,
        money is back, money has been returned, returned your money, returned the money,
        transferred the money back, transferred it back, refund is on its way,
        refund is on the way""",
    Ending.PROMISED: """
        برگشت پول* … تایید*, برگشت وجه … موافقت*, پول* برگرده, پول* … برمیگرده, کل مبلغ … برمی‌گرده,
        مبلغ* … برمی‌گرده, مبلغ* … برمی‌گردد, مبلغ* … پس بدهیم, واریز می‌شود, واریز میشه,
        واریز میکنم, واریز می‌کنیم, واریز خواهد شد, برات میزنم, براتون میزنم, پول* … پس می‌گیرید,
        your refund is confirmed, your refund is agreed, your refund is approved,
        getting your refund, get your refund, going to refund, refunding you, decided to refund,
        sending your money back, send your money back, returning your money, return your money,
        your money is going back, your money is coming back, your money is on its way,
        money back to you, process your refund, process the refund, start your refund,
        start the refund, issue a refund, issue the refund""",
    Ending.OFFERED: """
        پول* … برگردونم, پول* … برگردونیم, پول* … برگردانم, پول* … برگردانیم, پول* … پس بدم,
        پول* … پس بدیم, پول* … پس بدهم, پول* … پس بدهیم, پول* … پس بگیر*, مبلغ* … برگردونم,
        مبلغ* … برگردونیم, مبلغ* … برگردانم, مبلغ* … برگردانیم, مبلغ* … پس بدیم, مبلغ* … پس بگیر*,
        وجه* … عودت بدیم, وجه* … عودت بدهیم, یا برگشت وجه, یا عودت وجه, یا پول*, can refund,
        could refund, offer you a refund, offer a refund, prefer a refund, like a refund,
        want a refund, or a refund, or refund, give you your money back, like your money back,
        want your money back""",
    Ending.PARTED: """
        از فروشگاه* دیگه, از فروشگاه* دیگر*, فروشگاه دیگه*, فروشگاه دیگر*, فروشگاه* دیگه … سر بزن*,
        مغازه* دیگه*, مغازه* دیگر*, پیج* دیگه*, از جای دیگه*, از جای دیگر*, از جاهای دیگه*,
        جای دیگه* … تهیه, جای دیگر* … تهیه, جای دیگه* … مناسب*, از همکار* دیگه, از همکاران دیگر*,
        بیشتر به کارتون, بیشتر به کارت بیاد, بیشتر به کارتان,
        فروشگاه مناسب* شما نیست*, مناسب شما نیستیم, به درد شما نمی‌خوریم, به دردتون نمی‌خوریم,
        بیشتر از این کاری از, بیشتر از این … برنمیاد, بیشتر از این … برنمی‌آید,
        بیشتر از این نمی‌تون* … در خدمت*, بیشتر از این در خدمت*, همین‌جا تمومش, همین‌جا تمامش,
        همینجا تمام, همین‌جا تموم کنیم, همین‌جا تمام کنیم, محترمانه تمام, خیر پیش, آرزوی موفقیت,
        براتون آرزو*, برایتان آرزو*, دیگه نمی‌تونیم … همکاری,
        دیگر نمی‌توانیم … همکاری, suit you better,
        another shop, another store, other shop*, other store*, different shop, different store,
        competitor*, try elsewhere, look elsewhere, not the right shop, not be the right shop,
        not the right fit, not the right store, part ways, wish you well, wish you all the best,
        leave it here, leave it there, close this on good terms, end this politely, i'll stop here,
        no more i can do, nothing more i can do, nothing more we can do, no more we can do""",
    Ending.LATER: """
        واریز که شد, واریز که انجام شد, واریز که بشه, که واریز شد, که واریز کردم, وقتی … واریز شد,
        وقتی … واریز کردم, هر وقت … واریز شد, به محض … واریز, تا … واریز نشه, تا … واریز نشود,
        بعد از واریز, پس از واریز, بعد … واریز شد, بعد … واریز شده, پس از اینکه … واریز شد,
        قراره … واریز شده, واریز شدن, as soon as … refunded, once … refunded, when … refunded,
        once the refund, when the refund, as soon as the refund, once it's been refunded,
        after … refunded, will be refunded, will have been refunded""",
    Ending.DENIED: """
        نمی‌تون* … برگردون*, نمی‌توان* … برگردان*, نمی‌تون* … پول*, نمی‌توان* … پول*, نمیشه … پول*,
        نمی‌شود … پول*, نمی‌تون* … پس, نمی‌توان* … پس, پول* … برنمی‌گرد*, پول* … برگردونده نمی*,
        پول* … پس نمید*, پول* … پس نمی‌ده*, برنمی‌گردون*, برنمی‌گردان*, مبلغ* … برنمی‌گرد*,
        عودت … نمید*, عودت … ندار*, عودت … نمیشه, عودت … نیست, عودت داده نمی*,
        واریز نشد*, واریز نکرد*,
        واریز نمیشه, واریز نمیکن*, بدون فاکتور … پول*, پس گرفته نمی*, can't refund, cannot refund,
        can not refund, won't refund, don't refund, do not refund, not refund*, no refund*,
        unable to refund, non refundable, nonrefundable, can't give you your money back,
        can't offer … refund, cannot offer … refund, not able to refund, refund isn't possible,
        refund is not possible, not been refunded, hasn't been refunded""",
    Ending.THEIR_PAYMENT: """
        واریزی*, واریزتون, واریزت, واریز شما, واریزیتون, بیعانه … واریز شد,
        شروع می‌کن*, پرداختتون, پرداخت شما, پول* رسید,
        پول* … دستمون رسید, پول* … به دستمون, به حساب ما, به حسابمون, your payment, your transfer,
        your deposit, بهشون واریز, به حساب پست, به پیک""",
    Ending.NOT_PARTED: """
        هیچ جای دیگه*, فروشگاه دیگه‌مون, فروشگاه دیگه مون, فروشگاه دیگرمان, شعبه*, هیچ فروشگاه*,
        هیچ جا, هیچ‌جا, هیچ‌کجا, جای دیگه* … پیدا نمی*, جای دیگر* … پیدا نمی*, جای دیگه* … نمی*,
        مثل فروشگاه*, مثل مغازه*, مثل جاهای دیگه*, مثل جای دیگه*, برخلاف, نسبت به,
        فروشگاه* دیگه … گرون*, جای دیگه* … گرون*, از جای دیگه … خریدین, از جای دیگه … خریدید,
        از جای دیگه … گرفتین, از جای دیگه … گرفتید, فروشگاه* دیگه … هم همین, unlike other,
        nowhere else, anywhere else, than other, than elsewhere, no other shop, no other store,
        other shops charge, other stores charge, other shops sell, bought … from another,
        from our other, our other shop, our other store""",
    Ending.IF: "اگه, اگر, چنانچه, در صورتی که, درصورتی‌که, در صورت, if, in case, unless",
}
CUSTOMERS: dict[Ending, str] = {
    Ending.LEAVING: """
        دیگه … خرید نمی*, دیگر … خرید نمی*, دیگه … نمی‌خرم, دیگر … نمی‌خرم, دیگه … نمیخریم,
        میرم جای دیگه*, میرم یه جای دیگه*, می‌روم جای دیگر*, میرم از جای دیگه*, میرم از یکی دیگه,
        از جای دیگه* می‌خرم, از جای دیگه* میگیرم, از جای دیگه* سفارش مید*, از یه جای دیگه … می‌خرم,
        از یه جای دیگه … می‌گیرم, از یک جای دیگر … می‌خرم, از رقیب*, از یکی دیگه می‌خرم,
        از یکی دیگه میگیرم, دیگه نمی‌خوامش, دیگه نمی‌خوام ازتون, سفارشم* … کنسل*, کنسلش کن*,
        کنسل کنین, کنسل کنید, کنسل کن, لغوش کن*, سفارشم* … لغو*, آخرین بارم بود, آخرین بار بود,
        آخرین خریدم, دیگه هیچوقت, دیگه هیچ‌وقت, پشت دستمو داغ, پشت دستم رو داغ, آنفالو*, منصرف شدم,
        پشیمون شدم از خرید, دیگه نخواستم, نخواستم دیگه, نخواستیم, قیدشو زدم, قیدش رو زدم,
        بی‌خیالش شدم, بیخیال خرید*, never buy*, never buying, not buying, won't buy*,
        won't be buying, won't be back, not coming back, take my business, buy elsewhere,
        go elsewhere, going elsewhere, shop elsewhere, order elsewhere, buy it elsewhere,
        buy it somewhere else, somewhere else, cancel my order, cancel the order, cancel it,
        i'm done with, never again, last time i, lost a customer, lost me as""",
    Ending.WANTS_REFUND: """
        پول* … برگردون*, پول* … برگردان*, پول* … پس بد*, پول* … پس می‌خوا*, پولم* … می‌خوام,
        پول* رو می‌خوام, پولمو بد*, پولم رو بد*, پولمون* … بد*, مبلغ* … برگردون*, مبلغ* … برگردان*,
        برگردونین, برگردونید, برگردونش, واریز کنین, واریز کنید, واریز کن, واریزش کن*, بریزین به,
        بریزید به, شماره کارتم, شماره کارت من, شماره شبا*, به این کارت, به این شماره … واریز*,
        به این شماره … کارت, به همین کارت, عودت بد*, مرجوعش می‌کنم, مرجوع می‌کنم, پسش می‌دم,
        پس می‌دمش, می‌خوام پس بد*, می‌خوام پسش بد*, refund please, refund me, refund it, the refund,
        a refund, my refund, my money back, money back, card number, same card, back to my card,
        back to my account""",
    Ending.ACCEPTED: """
        باشه, باشد, باشه ممنون*, اوکی, اوکیه, قبوله, قبول, موافقم, ممنون*, مرسی*, متشکر*, تشکر*,
        سپاس*, دستتون درد نکنه, دست شما درد نکنه, دستت درد نکنه, دمتون گرم, دمت گرم, خیالم راحت شد,
        خیلی خب, حله, حل شد, درست شد, عالیه, عالی شد, همین خوبه, مشکلی نیست, لطف کرد*, لطف دارید,
        راضیم, راضی‌ام, ok, okay, thank*, thanks, thx, great, perfect, works for me, sounds good,
        that's fine, fair enough, appreciate*, all good, solved, all sorted, that works,
        no problem, no worries""",
    Ending.NOT_LEAVING: """
        جای دیگه* … نمی‌خرم, جای دیگه* … نمیرم, جای دیگه* نمی*, کنسل نکن*, کنسلش نکن*, لغو نکن*,
        don't cancel, do not cancel, not going anywhere, منصرف نشد*, پشیمون نیست*""",
    Ending.WANTS_NONE: """
        پول* … نمی‌خوا*, پول* … نمیخوام, نیازی … پول*, پول* … برنگردون*, عوضش کن*, تعویض*, عوض کن*,
        جایگزین*, یکی دیگه بفرست*, don't want … refund, don't need … refund, no refund,
        not a refund, برای خرید … واریز*, جواب پس, replacement, replace it, exchange*,
        rather than a refund, instead of a refund""",
    Ending.BUT: "ولی, اما, ولیکن, لیکن, but, however, still not, هنوز",
    Ending.NOT_ACCEPTED: """
        قبول ن*, قابل قبول, قبول کن*, قبول می‌کن*, زود باش*, باید … باشه, باید … باشد, نباید باشه,
        یادت باشه, یادتون باشه, not ok, not okay, not great, isn't ok, isn't great, for nothing""",
}
