"""Short conversations with how they ended: after heated words, what was said, or done, in turn.

A line that begins with «م:» or "c:" is the customer's, «ف:» or "s:" the seller's, "!" a deed:
worked, dismissed, taken, allowed.
"""

from bot.core.trouble import Outcome

FA = "م: شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"
EN = "c: You are scammers! You took my money and sent me garbage, I'm going to report you!"

CALMED, REFUNDED, PARTED = Outcome.CALMED, Outcome.REFUNDED, Outcome.PARTED
LEFT, OPEN, HANDED = Outcome.LEFT, Outcome.OPEN, Outcome.HANDED_OVER

SCENES: tuple[tuple[Outcome, tuple[str, ...]], ...] = (
    # The money went back, in the seller's own words.
    (REFUNDED, (FA, "ف: حق دارین، پولتون رو برگردوندم")),
    (REFUNDED, (FA, "ف: ببخشید، مبلغ سفارش به کارتتون واریز شد", "م: باشه ممنون")),
    (REFUNDED, (FA, "ف: کل مبلغ رو براتون کارت به کارت کردم، رسیدش رو هم فرستادم")),
    (REFUNDED, (FA, "ف: وجه سفارش به حساب شما عودت داده شد.")),
    (REFUNDED, (FA, "ف: بیعانه‌تون رو برگردوندیم، شرمنده", "م: دیگه ازتون خرید نمی‌کنم")),
    (REFUNDED, (FA, "ف: پولتان را همین الان پس دادم.", "م: مرسی از پیگیریتون")),
    (REFUNDED, (EN, "s: I've refunded you in full, sorry again.")),
    (REFUNDED, (EN, "s: Your money has been returned, please check your account.")),
    (REFUNDED, (EN, "s: The refund went through a minute ago.", "c: Got it, thanks.")),
    (REFUNDED, (EN, "s: We have refunded the order.", "c: I'm never buying here again.")),
    # A promise counts once the customer is calm.
    (REFUNDED, (FA, "ف: پولتون رو تا فردا برمی‌گردونیم", "م: باشه ممنون، منتظرم")),
    (REFUNDED, (FA, "ف: مبلغ تا شب به حسابتون واریز می‌شه", "م: مرسی، لطف کردین")),
    (REFUNDED, (EN, "s: We'll refund you today.", "c: Thank you, that works for me.")),
    (REFUNDED, (EN, "s: I'm sending your money back this afternoon.", "c: Great, thank you.")),
    (OPEN, (FA, "ف: پولتون رو تا فردا برمی‌گردونیم")),
    (OPEN, (FA, "ف: واریز که شد رسیدش رو همین‌جا می‌فرستم")),
    (OPEN, (EN, "s: We will refund you tomorrow.")),
    (OPEN, (EN, "s: As soon as it's been refunded I'll tell you.")),
    # An offer is a refund once the customer takes it up.
    (
        REFUNDED,
        (
            FA,
            "ف: اگه بخواین پولتون رو برمی‌گردونیم، یا عوضش می‌کنیم",
            "م: پولمو برگردونین لطفا",
            "م: ممنون، باشه",
        ),
    ),
    (
        CALMED,
        (
            FA,
            "ف: اگه بخواین پولتون رو برمی‌گردونیم، یا عوضش می‌کنیم",
            "م: عوضش کنین، مرسی از شما",
        ),
    ),
    (
        CALMED,
        (FA, "ف: می‌خواین پولتون رو برگردونم یا یکی دیگه بفرستم؟", "م: یکی دیگه بفرستین، ممنون"),
    ),
    (CALMED, (EN, "s: Would you like a refund or a new one?", "c: A replacement, thank you.")),
    (
        REFUNDED,
        (EN, "s: We can refund you if you prefer.", "c: A refund please.", "c: Thank you so much."),
    ),
    # A question, a refusal or somebody's payment is no refund.
    (OPEN, (FA, "ف: پولتون واریز شد؟")),
    (OPEN, (FA, "ف: نمی‌تونیم پولتون رو برگردونیم، طبق قوانین سایت")),
    (OPEN, (FA, "ف: واریزی‌تون برای سفارش واریز شد و دست ماست")),
    (OPEN, (FA, "ف: هنوز واریز نشده، پیگیرش هستم")),
    (OPEN, (EN, "s: We can't refund opened items.")),
    (OPEN, (EN, "s: Has it been refunded already?")),
    (OPEN, (EN, "s: I'm afraid there are no refunds on sale items.")),
    # Calm.
    (CALMED, (FA, "ف: حق با شماست، همین الان یکی دیگه می‌فرستم", "م: باشه ممنون")),
    (CALMED, (FA, "ف: پیک تا یک ساعت دیگه می‌رسه", "م: رسید، دستتون درد نکنه")),
    (CALMED, (FA, "ف: فعال شد، لطفا نگاه کنید", "م: حل شد، مرسی")),
    (CALMED, (FA, "ف: شرمنده، کد رهگیری: ۱۲۳۴", "م: خیالم راحت شد، ممنون از شما")),
    (CALMED, (EN, "s: I'm sorry, a new one is on its way.", "c: OK, thank you.")),
    (CALMED, (EN, "s: It's fixed now.", "c: Great, all good now, thanks.")),
    (CALMED, (FA, "ف: الان تماس گرفتم", "! worked")),
    (CALMED, (EN, "s: I called you.", "! worked")),
    (CALMED, (FA, "ف: یکی دیگه فرستادم", "م: دیگه ازتون خرید نمی‌کنم", "! worked")),
    # Not calm, or not for long.
    (OPEN, (FA, "ف: چک می‌کنم")),
    (OPEN, (FA, "ف: چک می‌کنم", "م: سه هفته‌ست چک می‌کنین! خجالت بکشین")),
    (OPEN, (EN, "s: Let me check.", "c: You are useless liars!")),
    # The customer leaves.
    (LEFT, (FA, "ف: متاسفم", "م: دیگه ازتون خرید نمی‌کنم")),
    (LEFT, (FA, "ف: متاسفم", "م: سفارشم رو کنسل کنین، میرم جای دیگه")),
    (LEFT, (FA, "ف: پیگیری می‌کنم", "م: نخواستم، قیدشو زدم")),
    (LEFT, (FA, "ف: صبر کنید لطفا", "م: آخرین بارم بود که از اینجا خریدم")),
    (LEFT, (EN, "s: I'm sorry.", "c: Forget it, I'll buy elsewhere.")),
    (LEFT, (EN, "s: I'm sorry.", "c: Cancel my order. You won't see me again.")),
    (CALMED, (FA, "ف: متاسفم", "م: دیگه ازتون خرید نمی‌کنم", "ف: عوضش کردم", "م: باشه، ممنون")),
    # The seller parts.
    (PARTED, (FA, "ف: متأسفم که راضی نشدید. شاید فروشگاه دیگه‌ای بیشتر به کارتون بیاد")),
    (PARTED, (FA, "ف: بیشتر از این کاری از ما برنمیاد، براتون آرزوی موفقیت می‌کنم")),
    (PARTED, (FA, "ف: پیشنهاد می‌کنم از فروشگاه‌های دیگه هم سر بزنید", "م: باشه")),
    (PARTED, (EN, "s: We may not be the right shop for you. I wish you well.")),
    (PARTED, (EN, "s: There's nothing more I can do. Another shop may suit you better.")),
    (OPEN, (FA, "ف: هیچ جای دیگه‌ای این قیمت پیدا نمی‌کنید")),
    (OPEN, (FA, "ف: از جای دیگه خریدین؟")),
    (OPEN, (EN, "s: Unlike other shops we test each one.")),
    # The managers.
    (HANDED, (FA, "! taken")),
    (HANDED, (EN, "s: My manager will write to you.", "! taken")),
    (HANDED, (FA, "! taken", "م: باشه ممنون")),
    (REFUNDED, (FA, "! allowed", "م: باشه ممنون، لطف کردین")),
    (OPEN, (FA, "! allowed")),
    (REFUNDED, (EN, "! taken", "s: I've just refunded the whole sum.")),
    (Outcome.FALSE_ALARM, (FA, "! dismissed")),
    (Outcome.FALSE_ALARM, (FA, "! dismissed", "ف: پولتون رو برگردوندم", "م: ممنون")),
)
