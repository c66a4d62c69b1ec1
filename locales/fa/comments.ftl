## Signs beside a negative comment: whether it comes from a customer. They never accuse.

review-doubtful = <b>🔎 شاید مشتری واقعی نباشد؛</b> پیش از جواب خودتان بسنجید:
review-unknown = <b>🔎 هنوز پیدا نیست که مشتری باشد؛</b> شاید تازه آمده باشد:
review-mixed = <b>🔎 نشانه‌ها دوپهلوست؛</b> خودتان بسنجید:
review-real = <b>🙋 بیشتر به مشتری واقعی می‌ماند:</b>

sign-line = • { $text }
sign-same-words =
    { $accounts ->
        [one] تقریباً همین متن را یک حساب دیگر هم زیر پست‌ها یا در گروه شما نوشته است.
       *[other] تقریباً همین متن را { $accounts } حساب دیگر هم زیر پست‌ها یا در گروه‌های شما نوشته‌اند.
    }
sign-rival = از فروشگاه دیگری نام برده است: { $words }
sign-address = نشانی‌ای گذاشته که از شما نمی‌شناسیم: { $words }
sign-elsewhere = خواننده‌ها را جای دیگری می‌فرستد: { $words }
sign-burst =
    در یک ساعت { $accounts } حساب نظر منفی داده‌اند، که { $usual ->
        [0] اینجا معمول نیست
       *[other] از { $usual } تای یک روز معمولی خیلی بیشتر است
    }. شاید هماهنگ باشد، شاید هم گرفتاری واقعی چند مشتری.
sign-no-detail = تند داوری کرده، ولی از سفارش، کالا، تاریخ یا اندازه چیزی نگفته است.
sign-never-spoke = در { $days } روزی که آرام اینجا گوش می‌دهد، پیامی از این حساب ندیده‌ایم.
sign-spoke-before =
    { $messages ->
        [one] پیش از این یک پیام در گروه شما داشته است، { $days } روز پیش.
       *[other] پیش از این { $messages } پیام در گروه‌های شما داشته است؛ اولی { $days } روز پیش.
    }
sign-in-private =
    { $amount ->
        [0] در گفت‌وگوی خصوصی با فروشگاه { $messages } پیام داشته است.
       *[other] در گفت‌وگوی خصوصی با فروشگاه { $messages } پیام داشته و حرف از { $amount } تومان بوده است.
    }
sign-told-detail = از خرید خودش گفته است: { $words }

review-deleted = 🗑 این نظر از گروه پاک شده است.
review-banned = ⛔ نویسندهٔ این نظر مسدود است.
review-asked = 🔑 از مدیر خواسته شد دربارهٔ این نظر تصمیم بگیرد.

## Removing a comment: the managers' buttons, asked twice.

button-comment-delete = 🗑 حذف نظر
button-comment-ban = ⛔ مسدود کردن نویسنده
button-comment-unban = ↩️ رفع مسدودی
button-comment-ask = 🔑 حذف یا مسدودی: از مدیر بخواهید
button-comment-yes = بله، ادامه بده
button-comment-delete-now = پاک کن، برای همیشه
button-comment-ban-now = مسدود کن
button-comment-no = نه، بماند

moderation-request = <b>🔑 { $seller }</b> از شما می‌خواهد این نظر را ببینید. نوشتهٔ <b>{ $customer }</b>:
moderation-delete-first = <b>🗑 این نظر از گروه پاک شود؟</b> نوشتهٔ <b>{ $customer }</b>:
moderation-delete-second = <b>🗑 حذف برگشت ندارد:</b> نظر برای همه پاک می‌شود و هیچ‌کس نمی‌تواند آن را برگرداند. اگر حرفش درست باشد، شاید بلندتر برگردد. پاک شود؟
moderation-ban-first = <b>⛔ نویسندهٔ این نظر مسدود شود؟</b> نوشتهٔ <b>{ $customer }</b>:
moderation-ban-second = <b>⛔ { $customer }</b> از گروه بیرون گذاشته می‌شود و دیگر نمی‌تواند آنجا بنویسد. نظرهایش می‌مانند. هر وقت خواستید، با یک دکمه آزادش می‌کنید. مسدود شود؟
moderation-left = 👌 دست نزدیم؛ نظر و نویسنده‌اش سر جایشان‌اند.
moderation-deleted = 🗑 نظر <b>{ $customer }</b> از گروه پاک شد. مالک این را در ‎/audit می‌بیند.
moderation-banned = ⛔ <b>{ $customer }</b> مسدود شد. مالک این را در ‎/audit می‌بیند.
moderation-unbanned = ↩️ <b>{ $customer }</b> دیگر مسدود نیست و اگر بخواهد برمی‌گردد.

## Told right after a press, in at most 200 letters.

moderation-ask-manager = حذف و مسدود کردن با مدیر است. از مدیر بخواهید.
moderation-asked = از مدیر خواستیم این نظر را ببیند.
moderation-no-manager = فروشگاه هنوز مدیری ندارد که از او بخواهیم.
moderation-lifted = مسدودی برداشته شد. مالک این را در ‎/audit می‌بیند.
moderation-gone = این نظر دیگر در گروه نیست.
moderation-not-ours = این دکمه دیگر کار نمی‌کند.
moderation-already-deleted = این نظر پیش از این پاک شده است.
moderation-already-banned = نویسنده پیش از این مسدود شده است.
moderation-not-banned = نویسنده مسدود نیست.
moderation-start-first = اول در گفت‌وگوی خصوصی با آرام «شروع» را بزنید تا پرسش را آنجا بفرستد.
moderation-no-right-delete = آرام در این گروه اجازهٔ حذف پیام ندارد. در تنظیمات گروه ← مدیران ← آرام، «حذف پیام‌ها» را روشن کنید و دوباره بزنید.
moderation-no-right-ban = آرام در این گروه اجازهٔ مسدود کردن ندارد. در تنظیمات گروه ← مدیران ← آرام، «مسدود کردن کاربران» را روشن کنید و دوباره بزنید.
moderation-is-admin = نویسنده خودش مدیر گروه است و تلگرام نمی‌گذارد ربات با مدیر کاری کند. اول مدیریتش را بردارید.
moderation-too-old = تلگرام حذف این پیام را نمی‌پذیرد. خودتان در گروه پاکش کنید.
moderation-small-group = این گروه هنوز کوچک (basic) است و تلگرام آنجا رفع مسدودی ندارد؛ هر وقت خواستید خودتان دوباره دعوتش کنید.
moderation-not-there = آرام دیگر در آن گروه نیست. دوباره اضافه‌اش کنید و مدیرش کنید.
moderation-try-again = تلگرام الان شلوغ است و کاری نشد. یک دقیقهٔ دیگر دوباره بزنید.
moderation-refused = تلگرام نپذیرفت و کاری نشد. خودتان در گروه انجامش دهید.
