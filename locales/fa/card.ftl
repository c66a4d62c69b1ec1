## The card on the seller's screen.

card-customer = مشتری
card-headline = <b>{ $name }</b> · { $tension }
card-why = <b>چرا:</b> { $reasons }
card-reason = { $label } ({ $words })
card-step = <b>گام { $number } از { $of }: { $kind }</b>
card-draft = <b>{ $number }.</b> { $text }
card-confirm = این پیام از طرف شما برای مشتری فرستاده شود؟
card-quiet = 🔈 گلایه‌ای است که همه می‌خوانند: زنگ خطر نیست، ولی جواب خوبش دیده می‌شود.
card-needs-manager = 🔑 این قول را باید مدیر تأیید کند؛ پیش از فرستادن خبرش کنید.
card-needs-your-leave = 🔑 این قول تأیید مدیر می‌خواهد و مدیر خودتان هستید: اگر درست است، اجازه بدهید.
card-awaits-manager = 🔑 این قول تأیید مدیر می‌خواهد؛ تا جوابش نرسیده نفرستید.
card-manager-called = ☎️ مدیر خبر شد و خلاصهٔ گفت‌وگو را دارد.
card-sending = ⏳ در حال فرستادن… اگر در گفت‌وگو ندیدیدش، خودتان بفرستیدش.
card-sent = ✅ از طرف شما فرستاده شد: { $text }
card-calmed = 🕊 آرام شد؛ خسته نباشید. بد نیست با یک جملهٔ گرم تمامش کنید.
card-worked = ✅ جواب داد. خوشحالم که به خیر گذشت.
card-dismissed = 👌 باشد، مشکلی نیست. تا تندتر نشود دربارهٔ این گفت‌وگو چیزی نمی‌گویم.
card-learned = 🌱 و این را یاد گرفتم. هر وقت نظرتان عوض شد: /lessons
card-muted = 🔕 این گفت‌وگو ساکت است. هر وقت خواستید صدایش را برگردانید.

quoted = «{ $words }»
list-comma = {"، "}

button-copy = 📋 کپی { $number }
button-ask = ✈️ از طرف من { $number }
button-send = بله، بفرست
button-back = برگرد
button-next = گام بعد ›
button-words = متن دیگر
button-worked = ✅ جواب داد
button-fine = مشکلی نیست
button-mute = 🔕 ساکت
button-unmute = 🔔 صدا را برگردان
button-allow = 🔓 خودم اجازه می‌دهم
button-call = ☎️ مدیر را خبر کن

## What the seller is told right after a press.

answer-done = شد.
answer-gone = این کارت دیگر در کار نیست.
answer-not-yours = این کارت برای فروشندهٔ دیگری است.
answer-closed = این کارت بسته شده است.
answer-worked = چه خوب! خسته نباشید.
answer-dismissed = باشد. تا تندتر نشود ساکت می‌مانم.
answer-learned = ممنون که گفتید؛ این را از شما یاد گرفتم. تا تندتر نشود ساکت می‌مانم.
answer-muted = این گفت‌وگو ساکت شد.
answer-unmuted = از این پس دوباره خبرتان می‌کنم.
answer-manager-called = مدیر خبر شد.
answer-no-manager = هنوز مدیری نیست که از او بپرسم. مالک می‌تواند با ‎/team مدیر دعوت کند.
answer-decide-yourself = مدیر دیگری نیست و تصمیم با خود شماست: اگر گامی اجازه می‌خواهد، روی کارت «خودم اجازه می‌دهم» را بزنید.
answer-allowed = اجازه دادید؛ حالا می‌توانید این گام را بفرستید.
answer-fill-blank = این پیام یک جای خالی «…» دارد. کپی‌اش کنید، پرش کنید و خودتان بفرستید.
answer-may-not-send = آرام اجازه ندارد از طرف شما بنویسد. در تلگرام: تنظیمات ← کسب‌وکار ← ربات‌های گفت‌وگو، «پاسخ به پیام‌ها» را روشن کنید؛ تا آن وقت کپی کنید.
answer-needs-manager = این گام تأیید مدیر می‌خواهد. اول مدیر را خبر کنید.
answer-window-closed = بیش از ۲۴ ساعت از آخرین پیام مشتری گذشته و تلگرام نمی‌گذارد آرام بنویسد. کپی کنید و خودتان بفرستید.
answer-not-connected = اتصال شما به آرام برداشته یا عوض شده است. در تلگرام: تنظیمات ← کسب‌وکار ← ربات‌های گفت‌وگو، آرام را دوباره وصل کنید؛ تا آن وقت کپی کنید.
answer-try-again = تلگرام الان شلوغ است و پیام نرفت؛ یک دقیقهٔ دیگر دوباره بزنید.
answer-changed = کارت عوض شد؛ دوباره انتخاب کنید.
answer-sending = فرستاده شد.
answer-unsure = معلوم نشد پیام رسید یا نه. گفت‌وگو را ببینید و اگر نبود خودتان بفرستید.

## Tension.

tension-calm = آرام
tension-uneasy = دلخور
tension-heated = برافروخته
tension-abusive = پرخاشگر

## Steps.

step-acknowledge-feelings = درکش کنید
step-share-experience = از تجربه‌ای مشابه بگویید
step-offer-alternative = راه دیگری پیشنهاد کنید
step-offer-refund = پول را با روی خوش برگردانید
step-part-ways = محترمانه خداحافظی کنید
step-answer-briefly = کوتاه جواب بدهید
step-set-boundary = مرز بگذارید
step-explain-honestly = راستش را بگویید
step-clarify = روشنش کنید
step-ask-need = بپرسید چه می‌خواهد
step-verify-reviewer = ببینید مشتری واقعی است یا نه
step-move-to-private = گفت‌وگو را خصوصی کنید
step-follow-up = دو دقیقه سر بزنید
step-hand-over = به مدیر بسپارید
step-take-care = هوای خودتان را داشته باشید

## Situations.

situation-complaint = شکایت
situation-refund-demand = پس گرفتن پول
situation-trivial-fault = ادعای بزرگ برای ایراد کوچک
situation-discount-pressure = فشار برای تخفیف
situation-free-extra = خواستن چیز رایگان
situation-scope-creep = عوض کردن قرار
situation-endless-questions = پرسش‌های بی‌پایان
situation-nagging = پیگیری پشت سر هم
situation-accusation = تهمت
situation-public-threat = تهدید به آبروریزی یا شکایت
situation-insult = توهین
situation-misunderstanding = سوءتفاهم
situation-leaving = رفتن مشتری
situation-suspect-review = نظر مشکوک
