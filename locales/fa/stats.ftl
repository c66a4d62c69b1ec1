## /stats: what a manager reads in twenty seconds, and a seller's own page.

command-stats = امروز چطور گذشت؟

stats-title = 📊 <b>{ $span }</b>
stats-title-part = 📊 <b>{ $part }</b>
    { $span }
stats-attention = 🙋 <b>{ $count ->
        [one] یک گفت‌وگو
       *[other] { $count } گفت‌وگو
    }</b> همین حالا رسیدگی می‌خواهد: { $names }
stats-attention-none = ✅ هیچ گفت‌وگوی سختی باز نمانده است.
stats-attention-one = { $name } ({ $state })
stats-attention-more = { $names } و…
stats-unanswered = { $time } بی‌پاسخ
stats-no-outcome = هنوز به جایی نرسیده
stats-hard = 🌡 از { $talks } گفت‌وگو <b>{ $count } تا تند شد</b>
stats-hard-all = 🌡 <b>هر { $count } گفت‌وگو تند شد</b>
stats-hard-only = 🌡 <b>{ $count ->
        [one] یک گفت‌وگو
       *[other] { $count } گفت‌وگو
    } تند شد</b>
stats-hard-about = { $hard }: { $abouts }
stats-quiet = 🌿 از { $talks } گفت‌وگو هیچ‌کدام تند نشد.
stats-quiet-only = 🌿 هیچ گفت‌وگویی تند نشد.
stats-empty = 🌿 گفت‌وگویی نبوده است.
stats-about-one = { $name }{ $count ->
        [one] {""}
       *[other] {" "}{ $count }
    }
stats-about-none = فقط لحن تند
stats-fewer = 📉 کمتر از { $when } ({ $before } تا)
stats-more = 📈 بیشتر از { $when } ({ $before ->
        [0] که هیچ نبود
       *[other] { $before } تا
    })
stats-same = ➖ درست به اندازهٔ { $when }
stats-calmed = 🕊 { $count ->
        [one] یکی
       *[other] { $count } تا
    } آرام شد، معمولاً پس از { $turns } پیام
stats-calmed-at-once = 🕊 { $count ->
        [one] یکی
       *[other] { $count } تا
    } آرام شد، معمولاً با همان پیام بعد
stats-calmed-none = 🕊 هنوز هیچ‌کدام آرام نشده است.
stats-wait = ⏱ انتظار برای اولین پاسخ: نیمی از مشتری‌ها تا { $median }، نُه نفر از هر ده نفر تا { $most }
stats-wait-one = ⏱ انتظار برای اولین پاسخ: { $median }
stats-wait-before = { $wait } (پیش‌تر { $before })
stats-effort = ⏳ { $name }: { $time } وقت و { $messages } پیام، { $share } درصد از وقت تیم
stats-refunds = 💸 بازگرداندن پول: { $offered } بار پیشنهاد شد، { $allowed } بار مدیر اجازه داد
stats-refunds-offered = 💸 بازگرداندن پول: { $offered } بار پیشنهاد شد
stats-refunds-allowed = 💸 بازگرداندن پول: { $allowed } بار مدیر اجازه داد
stats-false-alarms = 🙈 { $count } هشدار بی‌جا بود («مشکلی نیست»)
stats-steps = 📖 گام‌ها: { $shown } بار دیده شد، { $sent } بار فرستاده شد و { $calmed ->
        [0] هنوز پس از آن کسی آرام نشده
       *[other] پس از آن { $calmed } گفت‌وگو آرام شد
    }{ $helped ->
        [0] {""}
       *[other] {"؛ "}{ $helped } بار «جواب داد»
    }
stats-steps-unsent = 📖 گام‌ها: { $shown } بار دیده شد و متنی از آن‌ها فرستاده نشد{ $helped ->
        [0] {""}
       *[other] {"؛ "}{ $helped } بار «جواب داد»
    }
stats-help = 🤝 برای { $names } روز سنگینی است؛ حالی بپرسید.
stats-help-one = { $name } ({ $count } گفت‌وگوی تند)

stats-own-title = 🌿 <b>کار شما</b>
    { $span }
stats-own-well = <b>چه خوب پیش رفت</b>
stats-own-try = <b>یک چیز برای امتحان</b>
stats-own-hard = 🌡 { $count ->
        [one] یک گفت‌وگوی تند داشتید
       *[other] { $count } گفت‌وگوی تند داشتید
    }: { $abouts }
praise-calmed = • { $count ->
        [one] یک مشتری دلخور
       *[other] { $count } مشتری دلخور
    } با شما آرام شد.
praise-faster = • زودتر جواب دادید: معمولاً { $now }؛ { $when } { $before } بود.
praise-quick = • مشتری دلخور زیاد منتظر نماند: معمولاً { $now }.
praise-all-answered = • هیچ‌کدام بی‌پاسخ نماند.
praise-helped = • { $count } تا از گام‌هایی که برداشتید جواب داد.
praise-sent = • { $count } متن آماده را به‌جا فرستادید.
praise-quiet = • همه‌چیز آرام بود و هیچ گفت‌وگویی تند نشد.
praise-stayed = • گفت‌وگوی سخت داشتید و پای کار ماندید؛ همین کم نیست.
try-answer = { $name } هنوز منتظر شماست. یک جملهٔ کوتاه هم کافی است: «دیدم، دارم پیگیری می‌کنم.»
try-rest = روز سنگینی بوده. پیش از گفت‌وگوی بعدی چند دقیقه نفس تازه کنید؛ اگر خواستید، «مدیر را خبر کن» روی کارت هست.
try-faster = تا پاسخ کامل آماده شود، همان اول یک جمله بنویسید: «دیدم، دارم پیگیری می‌کنم.» سکوت، مشتری را تندتر می‌کند.
try-drafts = دفعهٔ بعد یکی از متن‌های آمادهٔ کارت را بفرستید و ببینید مشتری زودتر آرام می‌شود یا نه.
try-ask-after = یکی دو روز دیگر از مشتری‌ای که آرام شد بپرسید همه‌چیز خوب است یا نه؛ دو دقیقه بیشتر نمی‌گیرد.
try-steps = کوتاه جواب بدهید: اول بگویید درکش می‌کنید، بعد فقط یک کار مشخص.
try-on = همین‌طور ادامه بدهید.

stats-list-a = 🗂 <b>دربارهٔ چه بود؟</b>
    { $span }
stats-list-p = 📍 <b>کجا بود؟</b>
    { $span }
stats-list-b = 📖 <b>برنامه‌ها چه کردند؟</b>
    { $span }
stats-list-s = 👥 <b>فروشنده‌ها</b>
    { $span }
stats-list-s-remark = به ترتیب نام است؛ پیداست که به هر کس چه مشتری‌هایی افتاده‌اند، نه اینکه چه کسی بهتر است.
stats-list-page = برگ { $page } از { $pages }
stats-list-none = در این روزها چیزی نیست.
stats-row = <b>{ $name }</b>: { $count ->
        [0] هیچ‌کدام تند نشد
       *[other] { $count } تند، { $calmed ->
            [0] هنوز هیچ‌کدام آرام نشده
           *[other] { $calmed } تا آرام شد
        }
    }
stats-row-help = { $row } · 🤝 شاید کمک بخواهد
stats-row-false = { $row }؛ { $count } هشدار بی‌جا
stats-step-row = <b>{ $name }</b>: { $shown } بار دیده شد، { $sent ->
        [0] فرستاده نشد
       *[other] { $sent } بار فرستاده شد
    }{ $helped ->
        [0] {""}
       *[other] {"، "}{ $helped } بار «جواب داد»
    }{ $dismissed ->
        [0] {""}
       *[other] {"، "}{ $dismissed } بار «مشکلی نیست»
    }
stats-list-h = ⏳ <b>سخت‌ترین مشتری‌ها</b>
    { $span }
stats-hard-row = <b>{ $name }</b>: { $time } و { $messages } پیام، { $share } درصد از وقت تیم؛ سرانجام: { $outcome }
stats-list-w = 🙋 <b>چه کسی منتظر رسیدگی است؟</b>
    تازه‌ترین‌ها بالا
stats-waiting-row = <b>{ $name }</b> · { $about }
    { $state } · { $seller }
stats-waiting-own = <b>{ $name }</b> · { $about }
    { $state }
stats-waiting-none = ✅ هیچ گفت‌وگوی سختی باز نمانده است.

stats-place-chat = گفت‌وگوهای خصوصی
stats-place-comment = نظرهای زیر پست‌ها
stats-place-email = ایمیل‌ها
stats-place-group = گروه‌ها
stats-place-unknown = گروهی دیگر
stats-no-playbook = بدون برنامه
stats-nameless = مشتری
stats-gone = این‌ها دیگر پیدا نیست؛ /stats را دوباره بفرستید.
stats-managers-only = اینکه هر کس چه روزی داشته را فقط مدیر فروشگاه می‌بیند.

stats-when-today = امروز، { $day }
stats-when-yesterday = دیروز، { $day }
stats-when-week = این هفته، از { $first }
stats-when-past-week = هفتهٔ { $first } تا { $last }
stats-when-month = { $month }، تا امروز
stats-when-past-month = { $month }
stats-when-days = { $first } تا { $last }
stats-when-days-so-far = { $first } تا { $last } (تا امروز)
stats-before-today = دیروز تا همین ساعت
stats-before-day = روز پیش از آن
stats-before-week = هفتهٔ پیش تا همین روز
stats-before-past-week = هفتهٔ پیش از آن
stats-before-month = ماه پیش تا همین روز
stats-before-past-month = ماه پیش از آن
stats-before-days = { $days } روز پیش از آن تا همین‌جا
stats-before-past-days = { $days } روز پیش از آن
stats-less-than-a-minute = کمتر از یک دقیقه
stats-minutes = { $minutes } دقیقه
stats-hours = { $hours } ساعت
stats-hours-minutes = { $hours } ساعت و { $minutes } دقیقه
stats-days = { $days } روز

button-stats-today = امروز
button-stats-yesterday = دیروز
button-stats-week = این هفته
button-stats-month = این ماه
button-stats-earlier = ‹ پیش از آن
button-stats-later = پس از آن ›
button-stats-about = 🗂 موضوع‌ها
button-stats-places = 📍 جاها
button-stats-playbooks = 📖 برنامه‌ها
button-stats-sellers = 👥 فروشنده‌ها
button-stats-waiting = 🙋 منتظر رسیدگی
button-stats-hardest = ⏳ پرزحمت‌ها
button-stats-own = 🌿 کار خودم
button-stats-terms = ❓ این‌ها یعنی چه؟
button-stats-back = ‹ برگرد
button-stats-dark = 🌙 تصویر تیره
button-stats-light = ☀️ تصویر روشن
button-stats-before = ‹ قبلی
button-stats-next = بعدی ›

stats-theme-dark = از این پس تصویرها تیره‌اند.
stats-theme-light = از این پس تصویرها روشن‌اند.

stats-unread-unknown = «{ $words }» را نفهمیدم.
stats-unread-no-such-day = روزی به نام «{ $words }» نداریم.
stats-unread-backwards = «{ $words }» پیش از آغازش تمام می‌شود.
stats-unread-future = «{ $words }» هنوز نیامده است.
stats-unread-too-long = «{ $words }» بیش از سه سال است؛ کوتاه‌ترش کنید.
stats-unread-example = مثلاً این‌طور بنویسید:
    <code>/stats هفته</code>
    <code>/stats { $day }</code>
    <code>/stats { $range }</code>

## What each figure means; docs/figures.md says it at length.

stats-terms-title = ❓ <b>این‌ها یعنی چه؟</b>
figure-attention = <b>منتظر رسیدگی</b>: گفت‌وگوی تندی از سه روز گذشته که هنوز به جایی نرسیده است؛ «بی‌پاسخ» یعنی حرف آخر را مشتری زده.
figure-conversations = <b>گفت‌وگو</b>: هر مشتری با هر فروشنده، اگر در این روزها چیزی گفته شده باشد.
figure-hard = <b>تند شد</b>: آرام برایش کارت داد و کسی نگفت «مشکلی نیست». روزی شمرده می‌شود که شروع شد.
figure-about = <b>دربارهٔ</b>: اولین دلیلی که کارت گفت.
figure-calmed = <b>آرام شد</b>: مشتری پس از کارت آرام شد و آرام ماند، یا فروشنده «جواب داد» را زد. هشدار بی‌جا اینجا شمرده نمی‌شود.
figure-calm-turns = <b>پس از چند پیام</b>: میانگین پیام‌های مشتری از کارت تا آرامش.
figure-wait = <b>انتظار</b>: از پیامی که کارت آورد تا اولین پاسخ فروشنده؛ بی‌پاسخ‌ها و هشدارهای بی‌جا در آن نیستند.
figure-steps = <b>گام‌ها</b>: چند بار روی کارت دیده شد، متنش برای مشتری رفت، «جواب داد» خورد، و پس از رفتنش مشتری آرام شد.
figure-refunds = <b>بازگرداندن پول</b>: گفت‌وگوهایی که در آن پیشنهاد شد، و آن‌ها که مدیر اجازه‌اش را داد.
figure-false-alarms = <b>هشدار بی‌جا</b>: کارتی که «مشکلی نیست» خورد، یا کسی سرانجامش را «مشکلی نبود» گذاشت.
figure-effort = <b>وقت</b>: فاصلهٔ هر پیام فروشنده از پیام پیش از آن، هر بار حداکثر پنج دقیقه؛ سهم از وقت همهٔ تیم است.
figure-compared = <b>سنجش</b>: روزِ ناتمام با همان ساعتِ روز پیش، هفته و ماهِ ناتمام با همان چند روزِ هفته و ماه پیش.
figure-help = <b>روز سنگین</b>: چهار گفت‌وگوی تند، یا دو گفت‌وگو با ناسزا، در یک روز.
figure-outcomes = <b>سرانجام</b>: آرام شد، پولش برگشت، خداحافظی شد، رفت، به مدیر رسید، هشدار بی‌جا، یا باز.

## The picture.

chart-hard = گفت‌وگوی تند
chart-calmed = آرام شد
chart-tense = تند شد
chart-wait = انتظار تا پاسخ
chart-talks-days = روز به روز
chart-talks-weeks = هفته به هفته
chart-talks-months = ماه به ماه
chart-talks-calm = آرام
chart-talks-tense = تند ماند
chart-talks-calmed = آرام شد
chart-outcomes = سرانجام گفت‌وگوهای تند
chart-outcome-open = باز
chart-outcome-calmed = آرام شد
chart-outcome-refunded = پولش برگشت
chart-outcome-parted = خداحافظی شد
chart-outcome-left = رفت
chart-outcome-handed-over = به مدیر رسید
chart-abouts = دربارهٔ چه بود؟
chart-steps = گام‌ها
chart-shown = دیده شد
chart-sent = فرستاده شد
chart-customers = دقیقه از وقت تیم
chart-waits = انتظار برای اولین پاسخ
chart-median = نیمی از مشتری‌ها
chart-nine = نُه نفر از ده نفر
chart-seconds = ثانیه
chart-minutes = دقیقه
chart-hours = ساعت
chart-days = روز
chart-list-a = دربارهٔ چه بود؟
chart-list-p = کجا بود؟
chart-list-b = کدام برنامه بود؟
