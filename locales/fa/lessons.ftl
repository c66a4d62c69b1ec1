## What Aram makes of a message, when someone of the team asks.

inquiry-there = 📍 <b>در گفت‌وگوی خودش:</b> { $decision }
inquiry-alone = 🔎 <b>بی‌خبر از پیشینه:</b> { $decision }
inquiry-only = 🔎 <b>نظر من:</b> { $decision }
inquiry-mood = <b>حال مشتری:</b> { $tension }
inquiry-situations = <b>ماجرا:</b> { $situations }
inquiry-why-silent = <b>چرا ساکت:</b> { $reasons }
inquiry-playbook = از برنامهٔ «{ $title }»

would-anew = با این پیام خبرتان می‌کردم.
would-calm = با این پیام ساکت می‌ماندم؛ چیزی در آن ندیدم که کمک بخواهد.
would-same = همین نظر را داشتم.
would-no-playbook = نگران می‌شدم، ولی برای این حال برنامه‌ای نوشته نشده است.

there-anew = همان وقت خبرتان کردم و کارت فرستادم.
there-update = همان وقت کارت را با این پیام به‌روز کردم.
there-close = دیدم که مشتری آرام شده است و کارت را بستم.
there-note = همان وقت کارتی بی‌صدا نشان دادم؛ زنگ خطری نبود.
there-calm = ساکت ماندم؛ چیزی در آن ندیدم که کمک بخواهد.
there-muted = ساکت ماندم، چون این گفت‌وگو ساکت شده بود.
there-dismissed = ساکت ماندم، چون گفته بودید مشکلی نیست.
there-no-playbook = نگران شدم، ولی برای آن حال برنامه‌ای نوشته نشده بود.

## Every finding, each with its words and its weight.

why-headline = 🔎 <b>چرا؟</b> احتمال اینکه کمک لازم باشد: { NUMBER($risk) }٪
why-headline-there = 📍 <b>چرا؟</b> در گفت‌وگوی خودش، احتمال اینکه کمک لازم باشد: { NUMBER($risk) }٪
why-for = <b>به سود خبر کردن</b>
why-against = <b>به سود ساکت ماندن</b>
why-not-found = <b>گشتم و نبود، یا پس گرفته شد</b>
why-none = نشانه‌ای پیدا نشد؛ همین هم دلیل سکوت است.
why-plus = +{ NUMBER($weight, minimumFractionDigits: 2, maximumFractionDigits: 2) } { $finding }
why-minus = −{ NUMBER($weight, minimumFractionDigits: 2, maximumFractionDigits: 2) } { $finding }
why-absent = – { $finding }
why-more = … و { $count } نشانهٔ کوچک‌تر

button-why = چرا؟
button-own-reply = ✍️ پاسخ خودم است
button-missed = این را جا انداختی
button-no-problem = مشکلی نیست
button-other = چیز دیگر…
button-back-to-answer = ‹ برگرد
button-take-back = ↩️ پس می‌گیرم

## What is said once someone has taught Aram something.

taught-missed = 🌱 ممنون! یاد گرفتم که چنین پیامی را جا نیندازم.
taught-missed-about = 🌱 ممنون! یاد گرفتم که چنین پیامی را جا نیندازم: { $situations }.
taught-no-problem = 🌱 ممنون! یاد گرفتم که چنین پیامی مشکلی نیست.
taught-which = ماجرا بیشتر کدام بود؟

told-missed = ممنون که گفتید؛ یاد گرفتم.
told-no-problem = ممنون که گفتید؛ یاد گرفتم که مشکلی نیست.
told-named = یادداشت شد.
told-withdrawn = باشد؛ دیگر به آن تکیه نمی‌کنم.
told-gone = این دیگر نیست.
told-not-yours = این را کس دیگری یاد داده است؛ خود او یا مدیر می‌تواند پسش بگیرد.
told-says-too-little = این پیام خودش چیزی نمی‌گوید؛ به‌خاطر حرف‌های پیش از آن خبرتان کردم، پس از آن یاد نمی‌گیرم.
told-may-not-teach = فقط از همکاران فروشگاه یاد می‌گیرم. اگر شما هم همکارید، از مدیر پیوند دعوت بخواهید.

note-check-usage = 🔎 می‌خواهید نظرم را دربارهٔ پیامی بدانید؟
    • پس از /check متن را بنویسید، یا
    • پیام مشتری را برایم فوروارد کنید، یا
    • در پاسخ به پیامی که همین‌جاست بنویسید /check
    اگر پاسخ خودتان است، در پاسخ به کارت بنویسید /check و متن را؛ یا دکمهٔ «پاسخ خودم است» را بزنید.
note-check-no-words = این پیام واژه‌ای ندارد و من فقط نوشته‌ها را می‌خوانم.
note-check-own-words = این پیام را یکی از همکاران نوشته است یا یک ربات. اگر حرف مشتری است، در پاسخ به همین پیام بنویسید /check

## The list of lessons.

lessons-headline = 🌱 <b>آنچه از شما یاد گرفته‌ام</b>
lessons-headline-page = 🌱 <b>آنچه از شما یاد گرفته‌ام</b>، صفحهٔ { $page } از { $pages }
lessons-remark = هر کدام را که دیگر قبول ندارید، با ↩️ پس بگیرید.
lessons-none = 🌱 هنوز چیزی از شما یاد نگرفته‌ام.
    هر وقت بی‌جا خبرتان کردم، روی کارت «مشکلی نیست» را بزنید. هر وقت پیامی را جا انداختم، آن را برایم فوروارد کنید.
lesson-missed = <b>{ $number }.</b> جا انداخته بودم · { $teacher } · { $when }
lesson-missed-about = <b>{ $number }.</b> جا انداخته بودم: { $situations } · { $teacher } · { $when }
lesson-no-problem = <b>{ $number }.</b> مشکلی نبود · { $teacher } · { $when }
lesson-when = { $days ->
    [0] امروز
   *[other] { $days } روز پیش
}
lesson-teacher-unknown = همکار
button-withdraw = ↩️ { $number }
button-newer = ‹ تازه‌ترها
button-older = قدیمی‌ترها ›
