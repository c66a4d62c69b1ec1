## The hand-over: the manager's brief.

handover-asks-refund = 🔑 اجازهٔ بازپرداخت می‌خواهد: { $amount } تومان.
handover-asks-refund-unnamed = 🔑 اجازهٔ بازپرداخت می‌خواهد؛ هنوز مبلغی گفته نشده است.
handover-refund-about = 💳 حرف از { $amount } تومان است؛ اجازهٔ بازپرداخت تا همین مبلغ است.
handover-asks-step = 🔑 برای این گام تأیید شما را می‌خواهد: { $kind }
handover-waiting-minutes = ⏳ تا { $minutes } دقیقه منتظر شما می‌مانم، بعد از نفر بعدی می‌پرسم.
handover-waiting = برای راهنمایی، روی همین پیام پاسخ بنویسید.
handover-taken = 🙋 پیگیری با شماست. اگر مشتری دوباره تند شود، همین‌جا خبرتان می‌کنم.
handover-advised = 💬 راهنمایی‌تان به فروشنده رسید. هنوز می‌توانید همین‌جا تصمیم بگیرید.
handover-settled-taken = ✔️ تمام شد.
handover-settled-advised = 💬 راهنمایی‌تان به فروشنده رسید.
handover-settled-allowed = ✅ اجازه دادید و فروشنده خبر شد.
handover-settled-refused = 🚫 اجازه ندادید و فروشنده خبر شد.
handover-settled-done = ✔️ پیگیری شما تمام شد.
handover-settled-unanswered = این درخواست بسته شد.
handover-lapsed = 🕊 این درخواست بسته شد؛ کار دیگری نمانده است.
handover-with-other = ⏭ به { $who } رسید.
handover-no-manager = این درخواست دیگر با شما نیست.
handover-prompt = 💬 راهنمایی‌تان را در پاسخ به همین پیام بنویسید؛ همان را به فروشنده می‌رسانم.
handover-somebody = مدیر

button-handover-take = 🙋 خودم پیگیری می‌کنم
button-handover-advise = 💬 راهنمایی به فروشنده
button-handover-advise-more = 💬 باز هم راهنمایی
button-handover-allow = ✅ تأیید این گام
button-handover-allow-refund = ✅ اجازهٔ بازپرداخت
button-handover-refuse = 🚫 اجازه نمی‌دهم
button-handover-not-now = ⏭ الان نمی‌توانم
button-handover-done = ✔️ تمام شد
button-handover-cancel = فعلاً نه

## What the manager is told right after a press or a reply.

handover-told-taken = پیگیری با شما شد؛ فروشنده خبر دارد.
handover-told-advised = ✅ راهنمایی‌تان به فروشنده رسید.
handover-told-allowed = اجازه دادید؛ فروشنده خبر شد.
handover-told-refused = اجازه ندادید؛ فروشنده خبر شد.
handover-told-passed = باشد؛ از نفر بعدی می‌پرسم.
handover-told-last = جز شما کسی نمانده است. به فروشنده گفتم که فعلاً جوابی نیست؛ هر وقت توانستید، همین دکمه‌ها کار می‌کند.
handover-told-done = خسته نباشید؛ به فروشنده خبر دادم.
handover-told-write = راهنمایی‌تان را بنویسید.
handover-told-not-manager = این کار با مدیران فروشگاه است و شما الان مدیر نیستید.
handover-told-not-yours = این دکمه دیگر کار نمی‌کند.
handover-told-with-other = وقت این درخواست گذشت و حالا با { $who } است.
handover-told-taken-by-other = پیش از شما { $who } جوابش را داد.
handover-told-settled = جواب این درخواست را داده‌اید. اگر حرف دیگری دارید، «باز هم راهنمایی» را بزنید.
handover-told-lapsed = این درخواست بسته شده است؛ کار دیگری نمانده.
handover-told-nothing-to-allow = آنچه فروشنده می‌خواهد عوض شده است. خلاصهٔ تازه را ببینید.
handover-told-too-long = راهنمایی خیلی بلند است. تا { $most } حرف جا دارد؛ کوتاه‌ترش کنید و دوباره بفرستید.
handover-words-only = فقط نوشته را می‌توانیم برسانیم. راهنمایی‌تان را به صورت متن بنویسید.

## What came of it, on the seller's card.

answer-managers-away = هیچ‌کدام از مدیران الان در دسترس نیستند: هنوز آرام را باز نکرده‌اند یا آن را مسدود کرده‌اند. خودتان خبرشان کنید و بخواهید در آرام «شروع» را بزنند.
card-ruling-taken = 🙋 { $who } خودش پیگیری می‌کند.
card-ruling-advised = 💬 { $who } راهنمایی کرد؛ پیامش را همین‌جا ببینید.
card-ruling-allowed = ✅ { $who } اجازه داد.
card-ruling-refused = 🚫 { $who } اجازه نداد.
card-ruling-done = ✔️ { $who } پیگیری‌اش را تمام کرد.
card-ruling-unanswered = ⏳ هنوز هیچ مدیری جواب نداده است.
card-allowed-by = 🔓 { $who } این گام را اجازه داد.

## What the seller is told beside the card.

ruling-taken = 🙋 <b>{ $who }</b> گفت‌وگو با <b>{ $customer }</b> را خودش پیگیری می‌کند. به مشتری بگویید مدیر در جریان است؛ ساعتش را از مدیر بپرسید و همان را به مشتری بگویید.
ruling-advised = 💬 راهنمایی <b>{ $who }</b> برای گفت‌وگو با <b>{ $customer }</b>:
ruling-allowed = ✅ <b>{ $who }</b> برای <b>{ $customer }</b> این گام را اجازه داد: «{ $kind }». حالا می‌توانید پیام این گام را از روی کارت بفرستید؛ اگر گام دیگری روی کارت است، «گام بعد» را بزنید.
ruling-refused = 🚫 <b>{ $who }</b> برای <b>{ $customer }</b> این گام را اجازه نداد: «{ $kind }». این قول را ندهید؛ راه دیگری پیشنهاد کنید یا مهربان و کوتاه نه بگویید.
ruling-done = ✔️ پیگیری <b>{ $who }</b> در گفت‌وگو با <b>{ $customer }</b> تمام شد.
ruling-unanswered = ⏳ هنوز هیچ مدیری دربارهٔ <b>{ $customer }</b> جواب نداده است. فعلاً به مشتری بگویید پیگیر هستید و چه ساعتی خبرش می‌کنید؛ قولی که تأیید مدیر می‌خواهد ندهید. اگر کسی جواب داد خبرتان می‌کنیم؛ دوباره هم می‌توانید «مدیر را خبر کن» را بزنید.
