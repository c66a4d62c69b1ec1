## Playbooks in the managers' chat: the list.

command-playbooks = برنامه‌های فروشگاه (برای مدیر)

note-help-manager = <b>📘 شما مدیر فروشگاه‌اید</b>
    { note-help-lead }
    /team همکاران؛ فروشنده دعوت کنید یا بردارید

    { note-help-heart }

    { note-help-own }
    /leave رفتن از فروشگاه

    { note-number }
note-help-owner = <b>👑 شما مالک فروشگاه‌اید</b>
    { note-help-lead }
    /team همکاران؛ مدیر و فروشنده دعوت کنید، نقششان را عوض کنید یا برشان دارید
    /audit چه کسی چه کرد

    { note-help-heart }

    { note-help-own }

    { note-number }
note-help-lead = • هر وقت فروشنده‌ای «مدیر را خبر کن» را بزند، خلاصهٔ گفت‌وگو همین‌جا می‌آید: خودتان پیگیری کنید، راهنمایی کنید، یا آنچه می‌خواهد اجازه بدهید یا ندهید.
    /playbooks برنامه‌هایی که گام‌ها و متن‌ها از آن‌ها می‌آید: بخوانید، با پاسخ دادن به هر متن عوضش کنید، خاموش و روشن کنید، و هر تغییری را برگردانید.
    /try با یک پیام چه می‌کنم، بی‌آنکه کارتی برود
    /digest گزارش روزانه‌تان چه ساعتی و چه روزهایی بیاید
    /shop نام، زبان، ساعت و سقف بازپرداخت فروشنده

playbooks-managers-only = برنامه‌ها را فقط مدیر فروشگاه می‌بیند و عوض می‌کند؛ مالک می‌تواند با /team شما را مدیر کند.
playbooks-gone = این دیگر در کار نیست. /playbooks را بزنید و از نو باز کنید.
playbooks-changed-meanwhile = این فایل در این میان عوض شده است؛ این هم آنچه اکنون هست.

playbooks-headline = 📘 <b>برنامه‌ها</b>
playbooks-headline-page = 📘 <b>برنامه‌ها</b>، صفحهٔ { $page } از { $pages }
playbooks-legend = در { $days } روز گذشته: تعداد کارت‌ها، ✅ جواب داد یا مشتری آرام شد، 👌 «مشکلی نیست»
playbooks-no-cards = بی‌کارت
playbooks-figures = { $cards } کارت · ✅ { $good } · 👌 { $dismissed }
playbooks-entry = { $mark } <b>{ $title }</b>
playbooks-is-off = {" "}(خاموش)
playbooks-usage = در { $days } روز گذشته: { $cards } کارت؛ { $good } بار جواب داد یا مشتری آرام شد؛ { $dismissed } بار «مشکلی نیست»
playbooks-unused = در { $days } روز گذشته به کار نیامده است.
playbooks-upload-remark = فایل YAML عوض‌شده را هم می‌توانید همین‌جا بفرستید.
playbooks-button-shop = 🏠 فروشگاه
playbooks-button-history = 🕘 تاریخچه
playbooks-button-panel = 🖥 صفحهٔ مدیر
playbooks-button-before = ‹ قبلی
playbooks-button-after = بعدی ›
playbooks-button-list = ‹ همهٔ برنامه‌ها

## One playbook.

playbooks-speaks = <b>چه وقت حرف می‌زند:</b> { $when }
playbooks-any-tension = در هر تنشی
playbooks-from-to = از { $calmest } تا { $hottest }
playbooks-once-calmed = وقتی مشتری آرام شد
playbooks-own-situation = موقعیت خودِ فروشگاه
playbooks-any-situation = هر موقعیتی
playbooks-priority = اولویت { $priority }
playbooks-heard = <b>از کجا می‌فهمد:</b> { $phrases } عبارت روشن، { $hints } نشانهٔ کم‌رنگ، { $examples } نمونه
playbooks-steps = <b>گام‌ها:</b>
playbooks-step-line = { $number }. { $kind } ({ $drafts } پیش‌نویس)
playbooks-follow-up = <b>سر زدن:</b> پس از { $span }
playbooks-in-the-file = هر متنی در دکمهٔ گام خودش عوض می‌شود. برای عبارت‌ها، نمونه‌ها، یا افزودن و جابه‌جا کردن گام‌ها «📄 فایل» را بزنید.
playbooks-days = { $count } روز
playbooks-hours = { $count } ساعت
playbooks-minutes = { $count } دقیقه
playbooks-file-line = { $mark } { $file } · نسخهٔ { $number } · { $who } · { $when }
playbooks-avoid = <b>این‌ها را ننویسید:</b>
playbooks-friendly-draft = <b>{ $number }</b> (با «تو»). { $text }
playbooks-more-drafts = … و { $count } پیش‌نویس دیگر؛ همه در فایل هست.
playbooks-sample-customer = مریم
playbooks-sample-quote = این چه وضعشه؟
playbooks-button-step = گام { $number }
playbooks-button-step-before = ‹ گام { $number }
playbooks-button-step-after = گام { $number } ›
playbooks-button-avoid = 🚫 ننویسید
playbooks-button-overview = ‹ صفحهٔ اول
playbooks-button-files = 📄 فایل
playbooks-button-language = { $language ->
    [fa] 🌐 فارسی
    [en] 🌐 English
   *[other] 🌐 { $language }
}
playbooks-button-turn-off = ⚪️ خاموش کن
playbooks-button-turn-on = 🟢 روشن کن
playbooks-button-open = 📘 برنامه

## One text, edited by a reply.

playbooks-text-advice = توصیه
playbooks-text-draft = پیش‌نویس { $number }
playbooks-text-friendly = با «تو» { $number }
playbooks-text-title = عنوان
playbooks-text-write = ننویسید { $number }
playbooks-text-why = چرا { $number }
playbooks-button-edit = ✏️ { $text }
playbooks-button-add-draft = ➕ پیش‌نویس
playbooks-button-remove = 🗑 برش دار
playbooks-button-copy = 📋 کپی
playbooks-button-back = ‹ برگرد
playbooks-text-headline = ✏️ <b>{ $text }</b>
playbooks-step = گام { $number }
playbooks-in-file = { $file }
playbooks-reply-to-edit = برای عوض کردن، <b>به همین پیام پاسخ بدهید</b> و متن تازه را بنویسید. متن کنونی (با یک ضربه کپی می‌شود):
playbooks-new-draft = ➕ <b>پیش‌نویس تازه برای گام { $number }</b>
playbooks-reply-to-add = <b>به همین پیام پاسخ بدهید</b> و متنش را بنویسید.
playbooks-placeholders = نام‌هایی که خودش پر می‌کند، همیشه میان کروشه و با واژه‌های وابسته‌شان:
playbooks-placeholder = { $name } { $of ->
    [customer] نام کوچک مشتری
    [seller] نام فروشنده
    [shop] نام فروشگاه
    [product] کالایی که حرفش هست
    [return_policy] شرط مرجوعی
    [alternatives] جایگزین‌هایی که دارید
    [other_shops] فروشگاه‌هایی که معرفی می‌کنید
    [working_hours] ساعت کار
    [refund_limit] سقف بازپرداخت بی‌پرسیدن
   *[other] { "" }
}
playbooks-text-too-long = این متن برای عوض کردن در گفت‌وگو بلند است؛ فایلش را بگیرید، عوض کنید و بفرستید.
playbooks-words-only = متن تازه را با واژه بنویسید؛ عکس و صدا و برچسب خوانده نمی‌شود.

## A proposed change.

playbooks-proposed-edit = ✏️ <b>تغییر پیشنهادی</b> در { $file }
playbooks-proposed-add = 🆕 <b>فایل تازه:</b> { $file }
playbooks-proposed-remove = 🗑 <b>برداشتن</b> { $file }
playbooks-proposed-turn-on = 🟢 <b>روشن کردن</b> { $file }: این برنامه دوباره حرف می‌زند.
playbooks-proposed-turn-off = ⚪️ <b>خاموش کردن</b> { $file }: تا روشنش نکنید، این برنامه در هیچ زبانی حرف نمی‌زند.
playbooks-proposed-roll-back = ↩️ <b>برگرداندن</b> { $file }
playbooks-from-line = خط { NUMBER($line, useGrouping: 0) }
playbooks-whole-below = تفاوت بلندتر از یک پیام است؛ همه‌اش در فایل زیر آمده.
playbooks-issues = ⚠️ <b>منتشر می‌شود، ولی ببینید:</b>
playbooks-ask = هنوز چیزی عوض نشده است. منتشر شود؟
playbooks-button-publish = ✅ منتشر کن
playbooks-button-drop = ✖️ نه
playbooks-button-again = ➕ تغییر من هم رویش
playbooks-button-try = 🎭 کارت را ببینم
playbooks-published-edit = ✅ <b>منتشر شد:</b> نسخهٔ { $number } از { $file }. از همین حالا برقرار است.
playbooks-published-add = ✅ <b>افزوده شد:</b> { $file }، نسخهٔ { $number }. از همین حالا برقرار است.
playbooks-published-remove = 🗑 <b>برداشته شد:</b> { $file }، نسخهٔ { $number }. از همین حالا به کار نمی‌آید.
playbooks-published-turn-on = 🟢 <b>روشن شد:</b> { $file }، نسخهٔ { $number }. از همین حالا دوباره حرف می‌زند.
playbooks-published-turn-off = ⚪️ <b>خاموش شد:</b> { $file }، نسخهٔ { $number }. تا روشنش نکنید حرفی نمی‌زند.
playbooks-published-roll-back = ↩️ <b>برگردانده شد:</b> { $file }، نسخهٔ { $number }. از همین حالا برقرار است.
playbooks-told-published = انجام شد.
playbooks-told-published-before = این پیش‌تر انجام شده است.
playbooks-told-dropped = کنار گذاشته شد.
playbooks-told-refused = منتشر نشد؛ دلیلش در پیام آمده است.
playbooks-dropped = ✖️ کنار گذاشته شد؛ در { $file } چیزی عوض نشد.
playbooks-sample = 🎭 <b>با این تغییر، کارت فروشنده چنین می‌شود</b> (نمونه است و برای کسی نرفت):
playbooks-sample-silent = 🎭 با این تغییر، این برنامه کارتی نمی‌فرستد.

## Why a change was not made.

playbooks-refused-broken = ⛔️ <b>منتشر نمی‌شود</b> و همه‌چیز مانند پیش است. این‌ها را درست کنید و دوباره بفرستید:
playbooks-refused-words = ⛔️ <b>منتشر نمی‌شود</b> و همه‌چیز مانند پیش است. این‌ها را درست کنید و متن تازه را دوباره در پاسخ به همان پیامِ متن بفرستید:
playbooks-refused-yours = <b>نوشتهٔ شما</b> (با یک ضربه کپی می‌شود):
playbooks-refused-conflict = ⛔️ <b>{ $who } در این میان دست به کار شده است:</b> نسخهٔ { $number } از { $file }، { $when }. تغییر شما منتشر نشد و از کار او هم چیزی پاک نشد. برای ادامه، برنامه را از نو باز کنید؛ یا فایل تازه را بگیرید و تغییرتان را در پاسخ به آن بفرستید.
playbooks-meanwhile-changed = <b>آنچه عوض شده:</b>
playbooks-refused-unchanged = همین حالا هم همین است؛ چیزی برای عوض کردن نبود.
playbooks-refused-gone = این دیگر در کار نیست. /playbooks را بزنید و از نو باز کنید.
playbooks-refused-not-open = این تغییر پیش‌تر منتشر شده یا کنار گذاشته شده است.
playbooks-refused-not-manager = برنامه‌ها را فقط مدیر فروشگاه عوض می‌کند.
playbooks-more-problems = … و { $count } مورد دیگر.

## Files.

playbooks-files = 📄 <b>فایل‌های این برنامه</b>
playbooks-shop-file = 🏠 <b>مشخصات فروشگاه</b>: نام، سقف بازپرداخت، شرط مرجوعی، ساعت کار و مانند این‌ها.
playbooks-no-shop-file = هنوز shop.yaml نوشته نشده است؛ نمونه‌اش در راهنمای پوشهٔ برنامه‌ها هست.
playbooks-upload-how = فایل را بگیرید، با هر ویرایشگری عوض کنید و همین‌جا بفرستید؛ بهتر است در پاسخ به همان فایل. پیش از تأیید شما چیزی عوض نمی‌شود.
playbooks-downloaded = نسخهٔ { $number } از { $file }. فایل عوض‌شده را در پاسخ به همین پیام بفرستید.
playbooks-button-download = ⬇️ فایل
playbooks-upload-failed = فایل از تلگرام گرفته نشد؛ دوباره بفرستیدش.
playbooks-upload-unnamed = معلوم نیست این کدام فایل است. نامش را مانند complaint.fa.yaml یا shop.yaml بگذارید، یا جایش را در شرح فایل بنویسید: kinds/cosmetics/fa/

## History.

playbooks-history = 🕘 <b>تاریخچهٔ</b> { $file }
playbooks-history-of-all = 🕘 <b>تاریخچهٔ همهٔ فایل‌ها</b>
playbooks-history-empty = هنوز چیزی منتشر نشده است.
playbooks-version = <b>نسخهٔ { $number }</b> · { $who } · { $when }
playbooks-deed-in = { $deed } { $file } ({ $way })
playbooks-deed-edit = ویرایش
playbooks-deed-add = افزودن
playbooks-deed-remove = برداشتن
playbooks-deed-turn-on = روشن کردن
playbooks-deed-turn-off = خاموش کردن
playbooks-deed-roll-back = برگرداندن
playbooks-way-folder = پوشهٔ فایل‌ها
playbooks-way-chat = گفت‌وگو
playbooks-way-page = صفحهٔ مدیر
playbooks-way-terminal = ترمینال
playbooks-who = { $name }
playbooks-when = { $day }، { $hour } ({ $ago })
playbooks-days-ago = { $count } روز پیش
playbooks-hours-ago = { $count } ساعت پیش
playbooks-minutes-ago = { $count } دقیقه پیش
playbooks-just-now = همین حالا
playbooks-same-text = متن عوض نشده است.
playbooks-new-file = فایل تازه، { $lines } خط؛ خودش را با دکمهٔ پایین بگیرید.
playbooks-button-version = نسخهٔ { $number }
playbooks-button-newer = ‹ تازه‌ترها
playbooks-button-older = قدیمی‌ترها ›
playbooks-button-whole = 📄 همهٔ تفاوت
playbooks-button-roll-back = ↩️ برگرد به نسخهٔ { $number }
playbooks-button-to-history = ‹ تاریخچه
