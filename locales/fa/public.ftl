## An answer in a group for all to see: the one thing that Aram writes there, if a manager says so.

button-public = 📢 جواب عمومی { $number }
button-public-post = 📢 بله، همین را بنویس
button-public-leave = نه، ننویس

public-question = 📢 <b>جواب عمومی</b> در گروه <b>{ $group }</b>، زیر این نوشتهٔ <b>{ $customer }</b>:
public-text = آرام با نام خودش، واژه‌به‌واژه این را می‌نویسد:
public-seen-by-all = همهٔ کسانی که در گروه‌اند، مشتری‌ها هم، آن را می‌بینند. نوشته شود؟
public-sent = ✅ در گروه <b>{ $group }</b> نوشته شد. مالک این را در ‎/audit می‌بیند.
public-left = 👌 چیزی نوشته نشد.

public-managers-only = جواب عمومی را فقط مدیر می‌دهد. از مدیر بخواهید.
public-gone = این دکمه دیگر کار نمی‌کند.
public-changed = کارت عوض شده است؛ از روی کارت تازه دوباره بزنید.
public-done = این جواب نوشته شده است.
public-message-gone = آن پیام دیگر در گروه نیست و زیرش نمی‌شود جواب داد.
public-no-right = آرام در این گروه اجازهٔ نوشتن ندارد. در تنظیمات گروه اجازه بدهید و از روی کارت دوباره بزنید.
public-not-there = آرام دیگر در آن گروه نیست.
public-try-again = تلگرام الان شلوغ است و چیزی نوشته نشد؛ یک دقیقهٔ دیگر از روی کارت دوباره بزنید.
public-refused = تلگرام نپذیرفت و چیزی نوشته نشد. خودتان در گروه بنویسید.
note-public-unsure = 📢 معلوم نشد این جواب عمومی در گروه <b>{ $group }</b> نوشته شد یا نه: «{ $text }». گروه را ببینید و اگر نبود خودتان بنویسید.
public-unsure = معلوم نشد نوشته شد یا نه. گروه را ببینید و اگر نبود خودتان بنویسید.
