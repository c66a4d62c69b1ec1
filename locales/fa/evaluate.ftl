## آرام چقدر خوب می‌شنود: جدول ترمینال، و صفحه.

evaluate-title = آرام چقدر خوب می‌شنود؟
evaluate-counts = { $conversations } گفت‌وگو، { $turns } پیام مشتری
evaluate-written = صفحه نوشته شد: { $file }

## در یک نگاه.

evaluate-recall-sentence = از هر ۱۰۰ پیامی که هشدار می‌خواست، آرام { $share } تا را شنید.
evaluate-precision-sentence = از هر ۱۰۰ هشداری که داد، { $share } تا بجا بود.
evaluate-outcome-tp = هشدار بجا ({ $count })
evaluate-outcome-fn = نشنیده ({ $count })
evaluate-outcome-fp = هشدار بی‌جا ({ $count })
evaluate-outcome-tn = سکوت بجا ({ $count })
evaluate-outcome-either = هر دو رواست ({ $count })
evaluate-glance-about = هر ستون یک گفت‌وگوست، از نخستین پیام در پایین تا آخرین در بالا؛ هر نقطه یک پیام مشتری.
evaluate-glance-stormy = گفت‌وگوهایی که هشدار می‌خواستند ({ $count })
evaluate-glance-calm = گفت‌وگوهای بی‌دردسر ({ $count })

## رقم‌های اصلی.

evaluate-aim-at-least = هدف: دست‌کم { $aim }
evaluate-aim-at-most = هدف: حداکثر { $aim }
evaluate-met = رسیده
evaluate-unmet = هنوز نه
evaluate-headline-f1 = امتیاز F1 هشدارها
evaluate-headline-precision = دقت
evaluate-headline-recall = پوشش
evaluate-headline-average-precision = میانگین دقت
evaluate-headline-false-alarms = هشدار بی‌جا
evaluate-headline-left-alone = آسوده‌مانده
evaluate-headline-caught = تنشِ شنیده‌شده
evaluate-headline-on-time = شنیدن به‌موقع
evaluate-headline-early = شنیدن زودهنگام
evaluate-headline-situations = امتیاز F1 ماجراها
evaluate-headline-situations-macro = امتیاز F1، ماجراها هم‌وزن
evaluate-headline-tension = خطای تنش
evaluate-meaning-f1 = دقت و پوشش در یک رقم
evaluate-meaning-precision = سهم هشدارهایی که بجا بود
evaluate-meaning-recall = سهم پیام‌های هشدارخواه که هشدار گرفت
evaluate-meaning-average-precision = روی همهٔ آستانه‌ها، نه فقط آستانهٔ انتخاب‌شده
evaluate-meaning-false-alarms = در هر ۱٬۰۰۰ پیام بی‌دردسر
evaluate-meaning-left-alone = گفت‌وگوهای بی‌دردسری که هشداری نگرفت
evaluate-meaning-caught = گفت‌وگوهای پرتنشی که هشدار گرفت
evaluate-meaning-on-time = همان‌ها، نه دیرتر از نخستین پیام هشدارخواه
evaluate-meaning-early = مشتری‌های برافروخته‌ای که دست‌کم یک پیام پیش‌تر شنیده شدند
evaluate-meaning-situations = همهٔ ماجراهای همهٔ پیام‌ها با هم
evaluate-meaning-situations-macro = میانگین ماجراها؛ کم‌یاب و پرشمار به یک اندازه
evaluate-meaning-tension = فاصلهٔ میانگین از پلهٔ درست، در مقیاسی چهارپله‌ای

## دقت در برابر پوشش.

evaluate-precision = دقت
evaluate-recall = پوشش
evaluate-f1 = امتیاز F1
evaluate-false-alarms = هشدار بی‌جا در هر ۱٬۰۰۰ پیام بی‌دردسر
evaluate-curve-title = شنیدنِ بیشتر چه بهایی دارد؟
evaluate-curve-about = از چپ به راست آستانه پایین می‌آید: آرام بیشتر می‌شنود و بیشتر اشتباه می‌کند. نقطهٔ بزرگ جای کنونی آرام است. روی هر خط نقطه‌چین، F1 همان عددی است که بالایش آمده.
evaluate-curve-says = دقت در برابر پوشش؛ میانگین دقت { $ap }. جای آرام: دقت { $precision } و پوشش { $recall }، با آستانهٔ { $risk }.
evaluate-curve-chosen = احتمال از { $risk } به بالا
evaluate-false-alarms-says = هشدار بی‌جا در برابر پوشش؛ جای آرام: { $count } تا در هر ۱٬۰۰۰ پیام بی‌دردسر.
evaluate-calibration-title = به احتمالی که می‌گوید می‌شود تکیه کرد؟
evaluate-calibration-about = جایی که آرام می‌گوید ۷۰٪، باید از هر ۱۰۰ پیام ۷۰ تا هشدارخواه باشد؛ یعنی روی خط نقطه‌چین. هر نقطه یک‌دهم مقیاس است؛ هرچه بزرگ‌تر، پیام‌های بیشتر.
evaluate-calibration-says = احتمال گفته‌شده در برابر سهم پیام‌های هشدارخواه؛ فاصلهٔ میانگین { $error }.
evaluate-calibration-error = فاصلهٔ میانگین { $error }
evaluate-risk-said = احتمالی که آرام گفته
evaluate-share-of-yes = سهم پیام‌های هشدارخواه

## بالا گرفتن تنش.

evaluate-lead-title = چقدر زود شنیده می‌شود؟
evaluate-lead-about = { $count ->
        [one] { $count } مشتری برافروخته شد.
       *[other] { $count } مشتری برافروخته شدند.
    } نخستین هشدار نسبت به نخستین پیام برافروخته کی آمد؟
evaluate-timing-early = پیش از آن
evaluate-timing-at-turn = همان پیام
evaluate-timing-late = پس از آن
evaluate-timing-missed = هرگز
evaluate-lead-axis = فاصله از نخستین پیام برافروخته، به پیام‌های مشتری
evaluate-lead-early = زودتر
evaluate-lead-at-turn = همان
evaluate-lead-late = دیرتر
evaluate-lead-missed = هرگز
evaluate-median-turns = میانهٔ پیش‌دستی در شنیده‌ها: { $turns } پیام.
evaluate-median-seconds = میانهٔ پیش‌دستی در زودشنیده‌ها: { $span }.
evaluate-forewarned = از { $of } مشتری، { $count } نفر پیش از برافروختن حرفی زده بودند؛ بیش از این را نمی‌شود زود شنید.
evaluate-lucky = زودشنیده‌هایی که فقط از هشدار بی‌جا بود: { $count }.
evaluate-recovery = از { $of } باری که مشتری پس از تنش آرام شد، { $seen } بار دیده شد؛ { $rash } بار هم پیش از وقت گفته شد.
evaluate-days = { $count } روز
evaluate-hours = { $count } ساعت
evaluate-minutes = { $count } دقیقه
evaluate-seconds = { $count } ثانیه
evaluate-price-title = زودتر شنیدن چه بهایی دارد؟
evaluate-price-about = با آستانهٔ پایین‌تر، مشتری‌های بیشتری دست‌کم یک پیام پیش از برافروختن شنیده می‌شوند و فروشنده هم بیشتر بی‌جا خبر می‌شود. عدد کنار هر نقطه آستانهٔ آن است و نقطهٔ بزرگ جای کنونی آرام.
evaluate-price-says = شنیدن زودهنگام در برابر هشدار بی‌جا، برای هر آستانه؛ جای آرام: { $early }.
evaluate-forewarned-line = بیش از این شدنی نیست

## گفت‌وگوها.

evaluate-talks-title = گفت‌وگوها، چنان‌که گذشت
evaluate-talks-about = خودکار برگزیده شده‌اند: از هر گونه، پرتکاپوترین. روی هر ستون نگه دارید یا بزنید تا پیامش را بخوانید.
evaluate-key-gold = تنش از نگاه خوانندهٔ دقیق
evaluate-key-heard = تنش از نگاه آرام
evaluate-key-risk = احتمال
evaluate-key-threshold = آستانه
evaluate-key-whisper = هشدار
evaluate-key-needless = هشدار بی‌جا
evaluate-key-unheard = نشنیده
evaluate-kind-early = زود شنیده شد
evaluate-kind-at-turn = همان‌جا شنیده شد
evaluate-kind-late = دیر شنیده شد
evaluate-kind-missed = شنیده نشد
evaluate-kind-false-alarm = هشدار بی‌جا
evaluate-kind-calm = سکوت بجا
evaluate-turn-says = خواننده: { $right } · آرام: { $heard } · احتمال { $risk }
evaluate-register-colloquial = گفتاری
evaluate-register-formal = رسمی
evaluate-register-finglish = فینگلیش
evaluate-register-mixed = آمیخته
evaluate-register-english = انگلیسی
evaluate-channel-chat = گفت‌وگوی خصوصی
evaluate-channel-group = گروه
evaluate-channel-comment = نظرها
evaluate-channel-email = ایمیل

## ماجراها و تنش.

evaluate-no-situation = هیچ‌کدام
evaluate-confusion-title = چه چیزی با چه چیزی اشتباه می‌شود؟
evaluate-confusion-about = هر سطر، ماجرای درست پیام است و هر ستون، آنچه آرام شنیده؛ به سهم همان پیام‌ها. سبز درست است و نارنجی نادرست؛ یک پیام می‌تواند چند ماجرا داشته باشد.
evaluate-confusion-cell = { $right } ← { $heard }: { $share }
evaluate-bars-title = ماجراها، از بهترین شنیده‌ها
evaluate-bars-about = عدد کوچک می‌گوید چند بار آمده است.
evaluate-registers-title = به تفکیک شیوهٔ نوشتن
evaluate-registers-about = امتیاز F1 هشدارها؛ عدد کوچک، شمار پیام‌های هشدارخواه است.
evaluate-bar-says = دقت { $precision }، پوشش { $recall }، { $count } بار در فایل
evaluate-tension-title = تنش
evaluate-tension-about = هر سطر، تنش درست است و هر ستون، آنچه آرام شنیده.
evaluate-mistakes = بیشترین اشتباه‌ها
evaluate-mistake = { $right } ← { $heard }

## یادداشت‌ها، و ستون‌های جدول.

evaluate-note-either = پیام‌هایی که دو مدیر خوب دربارهٔ آن‌ها اختلاف نظر پیدا می‌کنند، در رقم‌های هشدار شمرده نشده‌اند.
evaluate-note-aims = هدف‌ها در bot/evaluation/headline.py نوشته شده‌اند.
evaluate-note-playbook = جای آرام از هشدارهایی شمرده شده که واقعاً داده است؛ هشداری که برایش برنامه‌ای نوشته نشده، گفته نمی‌شود.
evaluate-note-talks = در گروه‌ها و نظرها هر مشتری جدا دنبال شده است، همان‌گونه که آرام می‌کند.
evaluate-column-figure = رقم
evaluate-column-value = مقدار
evaluate-column-aim = هدف
evaluate-column-f1 = F1
evaluate-column-precision = دقت
evaluate-column-recall = پوشش
evaluate-column-false-alarms = هشدار بی‌جا
evaluate-column-share = سهم
evaluate-column-name = نام
evaluate-column-count = در فایل
evaluate-column-threshold = آستانه
evaluate-column-early = زودهنگام
evaluate-column-risk = احتمال گفته‌شده
evaluate-column-turns = پیام
evaluate-column-yes = هشدارخواه
evaluate-column-times = بار
evaluate-column-right = درست
