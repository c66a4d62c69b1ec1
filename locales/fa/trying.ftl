## /try: what a message would bring, shown to a manager and sent to nobody.

command-try = آزمودن یک پیام، بی‌آنکه کارتی برود

trying-headline = 🧪 <b>آزمایش</b>؛ کارتی برای کسی نمی‌رود.
trying-now = <b>با آنچه الان در کار است:</b>
trying-then = <b>با تغییر شما در { $file }:</b>
trying-same = با تغییر شما هم همین می‌شود.
trying-silent = سکوت
trying-step = «{ $title }»، گام { $number } از { $of }
trying-farewell = «{ $title }»، پس از آرام شدن مشتری
trying-usage = 🧪 می‌خواهید ببینید با یک پیام چه می‌کنم؟
    • پس از /try متن را بنویسید، یا
    • در پاسخ به پیامی که همین‌جاست بنویسید /try
    کارت را فقط به شما نشان می‌دهم و برای کسی نمی‌فرستم.
trying-usage-with-change = تغییرتان در { $file } هنوز منتشر نشده است؛ هر دو را کنار هم نشان می‌دهم: آنچه الان در کار است، و با تغییر شما.
trying-no-words = این پیام واژه‌ای ندارد و من فقط نوشته‌ها را می‌خوانم.
trying-gone = این تغییر دیگر در انتظار نیست.

## The replay of the shop's last days with a change.

replay-button = 🔁 روزهای گذشته با این تغییر
replay-try-button = 🧪 یک پیام را بیازمایید
replay-looking = ⏳ { $days } روز گذشته را با تغییر شما در { $file } مرور می‌کنم…
replay-busy = مرور پیشین هنوز تمام نشده است؛ کمی بعد دوباره بزنید.
replay-failed = مرور نیمه‌کاره ماند. دوباره بزنید؛ چیزی عوض نشده است.
replay-headline = 🔁 <b>{ $days } روز گذشته، با تغییر شما در { $file }</b>
replay-scope = { $talks }، { $turns }
replay-scope-cut = { $talks }، { $turns }؛ بیش از این بود و تازه‌ترین‌ها را دیدم.
replay-talks = { $count } گفت‌وگو
replay-turns = { $count } پیام مشتری
replay-nothing-said = در این روزها مشتری‌ای چیزی ننوشته است؛ با /try می‌توانید پیامی را بیازمایید.
replay-no-difference = هیچ کارتی عوض نمی‌شد.
replay-appears = ➕ { $count } کارت تازه می‌آمد
replay-vanishes = ➖ { $count } کارت دیگر نمی‌آمد
replay-differs = ✏️ { $count } کارت جور دیگری می‌شد
replay-same = { $count ->
    [0] کارت دیگری نبود.
   *[other] ✔️ { $count } کارت همان می‌ماند
}
replay-title-appears = ➕ <b>کارت‌های تازه</b>
replay-title-vanishes = ➖ <b>کارت‌هایی که نمی‌آمدند</b>
replay-title-differs = ✏️ <b>کارت‌هایی که عوض می‌شدند</b>
replay-now = الان: { $step }
replay-then = با تغییر: { $step }
replay-words = واژه‌های تازه: «{ $words }»
replay-more = … و { $count } کارت دیگر
replay-closing = چیزی برای فروشنده‌ها فرستاده نشد و چیزی نگه داشته نشد.

## The terminal.

trial-in-force = در کار
trial-changed = با تغییر
trial-turn = نوبت
trial-change = تغییر
trial-customer = مشتری
trial-message = پیام
trial-when = زمان
trial-from-database = آنچه در کار است: پایگاه داده، نسخهٔ { $number }.
trial-from-folder = پایگاه داده هنوز نسخه‌ای ندارد؛ آنچه در کار است: پوشهٔ { $folder }.
trial-against = با تغییرهای { $folder }.
trial-unchanged = پوشهٔ { $folder } همان است که در کار است.
