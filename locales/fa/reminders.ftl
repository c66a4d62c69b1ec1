## What a seller promised, and looking back at a trouble that ended well.

command-reminders = قول‌ها و یادآوری‌های شما

reminder-promise = ⏰ به <b>{ $name }</b> قولی داده بودید ({ $when }):
reminder-promise-ahead = ⏰ قولتان به <b>{ $name }</b>، یادآوری { $when }:
reminder-how = ندیدم که انجام شده باشد. اگر شده، «انجام شد» را بزنید؛ یا زمان تازه‌ای بگویید: در پاسخ به همین پیام بنویسید «پنجشنبه عصر».
reminder-how-ahead = اگر تا آن وقت انجامش بدهید، چیزی نمی‌گویم. برای زمان دیگر، در پاسخ به همین پیام بنویسید «پنجشنبه عصر».
reminder-today = امروز
reminder-tomorrow = فردا
reminder-yesterday = دیروز
reminder-group = چند مشتری گروه

reminder-check = 🌿 ماجرای <b>{ $name }</b> به خوبی تمام شد ({ $when }). حالا وقت دو دقیقه احوال‌پرسی است:
reminder-check-copy = تلگرام فقط تا ۲۴ ساعت پس از آخرین پیام مشتری می‌گذارد از طرف شما بفرستم؛ این بار کپی کنید و خودتان بنویسید.
reminder-check-ask = این از طرف شما برای <b>{ $name }</b> فرستاده شود؟

button-card-reminder = ⏰ یادآوری: { $when }
button-reminder-done-promise = ✅ انجام شد
button-reminder-hour-promise = ⏰ یک ساعت دیگر
button-reminder-morning-promise = 🌅 فردا صبح
button-reminder-drop-promise = قول نبود
button-reminder-done-check = ✅ پرسیدم
button-reminder-hour-check = ⏰ یک ساعت دیگر
button-reminder-morning-check = 🌅 فردا صبح
button-reminder-drop-check = لازم نیست

reminder-done = دستتان درد نکند.
reminder-later = باشد، آن وقت می‌گویم.
reminder-dropped = باشد، دیگر نمی‌گویم.
reminder-needless = دیگر لازم نیست.
reminder-gone = این یادآوری دیگر باز نیست.
reminder-start-first = یادآوری‌ها در گفت‌وگوی خصوصی می‌آیند. اول آرام را باز کنید و «شروع» را بزنید.
reminder-not-understood = زمانش را نفهمیدم. مثلاً بنویسید «فردا ساعت ۱۰»، «دو ساعت دیگر» یا «پنجشنبه عصر».
reminder-over-done = ✅ <b>{ $name }</b>: انجام شد.
reminder-over-later = ⏰ <b>{ $name }</b>: یادآوری { $when }. همه‌شان: /reminders
reminder-over-drop-promise = <b>{ $name }</b>: قول نبود؛ یادآوری‌اش را برداشتم.
reminder-over-drop-check = <b>{ $name }</b>: لازم نبود؛ یادآوری‌اش را برداشتم.
reminder-over-needless = <b>{ $name }</b>: اوضاع عوض شده است؛ این احوال‌پرسی دیگر لازم نیست.
reminder-over-sent = ✈️ برای <b>{ $name }</b> از طرف شما فرستاده شد.

reminders-due = ⏰ وقت { $count } قول رسیده و ندیدم که انجام شده باشند:
reminders-title = ⏰ <b>یادآوری‌های شما</b>
reminders-none = فعلاً هیچ یادآوری‌ای ندارید.
reminders-more = و { $count } یادآوری دیگر.
reminders-how = وقتی به مشتری قولی می‌دهید («تا فردا می‌فرستم»)، سر وقتش فقط به خودتان یادآوری می‌کنم؛ و چند روز پس از ماجرایی که خوب تمام شد، می‌گویم احوالی بپرسید. اگر انجامش داده باشید، چیزی نمی‌گویم.
reminders-number = { $number }.
reminders-line-promise = { $number } <b>{ $name }</b>، { $when }: { $words }
reminders-line-check = { $number } <b>{ $name }</b>، { $when }: احوال‌پرسی پس از ماجرا
reminders-promises-on = از این پس قول‌هایتان را یادآوری می‌کنم.
reminders-promises-off = باشد، قول‌هایتان را یادآوری نمی‌کنم.
reminders-checks-on = از این پس احوال‌پرسی را یادآوری می‌کنم.
reminders-checks-off = باشد، احوال‌پرسی را یادآوری نمی‌کنم.
button-reminders-done = ✅ { $number } انجام شد
button-reminders-change = ⏰ { $number } تغییر
button-reminders-list = برگشت به فهرست
button-reminders-promises-off = 🔕 قول‌ها را یادآوری نکن
button-reminders-promises-on = 🔔 قول‌ها را یادآوری کن
button-reminders-checks-off = 🔕 احوال‌پرسی را یادآوری نکن
button-reminders-checks-on = 🔔 احوال‌پرسی را یادآوری کن
