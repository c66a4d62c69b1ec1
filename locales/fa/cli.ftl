## The terminal and the sandbox's "why" panel.

check-summary = { $playbooks } برنامه، { $errors } خطا، { $issues } نکته.
demo-open = سندباکس باز است: { $url }
    آن را در مرورگر باز کنید؛ برای بستن Ctrl-C.

decision-anew = آرام حرف زد: کارت تازه فرستاد.
decision-update = آرام کارت را به‌روز کرد.
decision-close = مشتری آرام شد و کارت بسته شد.
decision-note = آرام کارتی بی‌صدا نشان داد: گلایه‌ای که همه می‌خوانند.
decision-calm = آرام ساکت ماند: چیزی نبود که گفتن بخواهد.
decision-muted = آرام ساکت ماند: فروشنده این گفت‌وگو را ساکت کرده است.
decision-dismissed = آرام ساکت ماند: فروشنده گفته بود مشکلی نیست.
decision-no-playbook = آرام ساکت ماند: هیچ برنامه‌ای برای این حال نوشته نشده است.

explain-reading = خوانده‌شده: { $text }
explain-tension = تنش: { $tension }، احتمال نیاز به کمک { $risk }٪
explain-situations = ماجرا: { $situations }
explain-signal = نشانه
explain-weight = وزن
explain-words = واژه‌ها
explain-step = گام { $number } از { $of }: { $kind }

doctor-no-owner = فروشگاه هنوز مالک ندارد. aram run در آغاز یک پیوند یک‌بارمصرف برای مالک نشان می‌دهد؛ یا شمارهٔ مالک را در OWNER_ID بنویسید.
doctor-team = مالک معلوم است و { $sellers } فروشنده در کار است.
doctor-database = پایگاه داده ({ $kind }) باز می‌شود، نوشته می‌شود و به‌روز است.
doctor-database-behind = پایگاه داده باز می‌شود ولی هنوز به‌روز نیست؛ در آغاز بعدی خودش به‌روز می‌شود، یا همین حالا: aram migrate
doctor-playbooks = { $count } برنامه بی‌خطا خوانده شد.
doctor-encoder = مدلِ شنیدنِ لحن بار می‌شود.
doctor-encoder-missing = مدلِ شنیدنِ لحن بار نمی‌شود (onnxruntime یا پرونده‌هایش را بررسی کنید: make demo آن‌ها را دوباره نصب می‌کند). آرام بی آن هم کار می‌کند، ولی ضعیف‌تر: از هر ۱۰۰ جای هشدار { $found_without } تا را می‌بیند، نه { $found } تا؛ و نمرهٔ تشخیصِ موقعیت { $right_without } است، نه { $right }.
doctor-token = توکن درست است: ‎@{ $username }
doctor-business = حالت کسب‌وکار روشن است.
doctor-business-off = حالت کسب‌وکار خاموش است. در BotFather: ‎/mybots ← ربات ← Bot Settings ← Business Mode را روشن کنید.
doctor-privacy = ربات همهٔ پیام‌های گروه را می‌بیند.
doctor-privacy-on = حالت Privacy روشن است و ربات پیام‌های گروه را نمی‌بیند. اگر گروه دارید، در BotFather: ‎/setprivacy ← Disable، و ربات را یک بار از گروه بردارید و دوباره بیفزایید.
doctor-webhook-set = برای این توکن webhook گذاشته شده است، ولی WEBHOOK_URL خالی است. اگر برنامهٔ دیگری با این توکن کار می‌کند، آن را ببندید؛ خودِ webhook را aram run در آغاز برمی‌دارد.
doctor-webhook = تلگرام پیام‌ها را به WEBHOOK_URL می‌آورد.
doctor-webhook-elsewhere = تلگرام پیام‌ها را هنوز به WEBHOOK_URL نمی‌آورد؛ aram run در آغاز این را درست می‌کند. اگر آرام همین حالا در کار است، برنامهٔ دیگری هم این توکن را دارد: آن را ببندید.
