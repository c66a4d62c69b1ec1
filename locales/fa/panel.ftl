## صفحهٔ مدیران: برنامه‌ها در یک فرم.

panel-playbooks = برنامه‌ها
panel-playbook = برنامه
panel-playbooks-none = چیزی با این کلمه پیدا نشد.
panel-search = جست‌وجو در برنامه‌ها
panel-shop = مشخصات فروشگاه
panel-all-history = همهٔ تغییرها
panel-history = تغییرهای پیشین
panel-history-of = تغییرهای { $file }
panel-history-empty = هنوز تغییری منتشر نشده است.
panel-loading = در حال بررسی…
panel-offline = ارتباط با آرام برقرار نشد. نوشته‌هایتان سر جایش هست؛ کمی بعد دوباره بزنید.
panel-back = برگشت
panel-cancel = انصراف
panel-close = بستن
panel-go = ادامه
panel-open = ببینیدش
panel-more = بیشتر
panel-delete = حذف
panel-remove-line = این را بردار
panel-move-up = بالاتر
panel-move-down = پایین‌تر
panel-on = روشن
panel-off = خاموش
panel-nobody = آرام
panel-language-fa = فارسی
panel-language-en = انگلیسی
panel-files = فایل‌های این برنامه
panel-sample-customer = مریم

## فهرست.

panel-not-used = در ۳۰ روز گذشته پیش نیامده
panel-shown = { $n } بار در ۳۰ روز
panel-worked = { $n } بار جواب داد
panel-calmed = { $n } بار آرام شد
panel-sent = { $n } بار فرستاده شد
panel-dismissed = { $n } بار گفتند مشکلی نیست
panel-turn-off-sure = این برنامه دیگر چیزی نگوید؟
panel-turn-on-sure = این برنامه دوباره حرف بزند؟
panel-turned-off = خاموش شد؛ دیگر کارتی از آن نمی‌آید.
panel-turned-on = روشن شد.
panel-new-playbook = برنامهٔ تازه
panel-new-playbook-hint = یک نام کوتاه با حرف کوچک لاتین، رقم و _ بنویسید؛ نام فایل هم همین می‌شود.
panel-new-playbook-id = نام لاتین

## فرم.

panel-when = نام و زمان
panel-title = عنوان
panel-title-hint = فروشنده و مدیر آن را با این نام می‌شناسند.
panel-situations = مشتری چه می‌کند؟
panel-situations-any = هر موقعیتی
panel-own = موقعیت خود فروشگاه
panel-own-hint = «موقعیت خود فروشگاه» یعنی هر جا که عبارت‌ها یا نمونه‌های پایین همین فرم دیده شود.
panel-tension = از چه درجه‌ای تا چه درجه‌ای؟
panel-tension-from = از
panel-tension-to = تا
panel-moment = چه وقت؟
panel-moment-trouble = وسط دردسر
panel-moment-calmed = وقتی مشتری آرام شد
panel-priority = اولویت
panel-priority-hint = از ۰ تا ۱۰۰؛ اگر چند برنامه بخواند، بالاترین حرف می‌زند.
panel-follow-up = پیگیری
panel-follow-up-hint = کِی دوباره سر بزنیم: 30m یا 2h یا 2d
panel-steps = گام‌ها
panel-steps-hint = گام‌ها به همین ترتیب پیشنهاد می‌شوند. فروشنده هر بار یکی را می‌بیند.
panel-step = گام { $n }
panel-step-kind = نوع گام
panel-advice = توصیه به فروشنده
panel-drafts = پیش‌نویس‌ها برای مشتری
panel-draft = پیش‌نویس { $n }
panel-add-draft = پیش‌نویس دیگر
panel-add-step = گام تازه
panel-friendly = همین‌ها با «تو»
panel-friendly-hint = وقتی لحن فروشگاه خودمانی باشد، این‌ها به کار می‌رود.
panel-add-friendly = با «تو» هم بنویس
panel-needs-manager = پیش از فرستادن، مدیر باید تأیید کند
panel-brackets-hint = جایی که با مقدار واقعی پر می‌شود
panel-name-customer = نام مشتری
panel-name-seller = نام فروشنده
panel-name-shop = نام فروشگاه
panel-name-product = کالا
panel-name-return-policy = شرط مرجوعی
panel-name-alternatives = پیشنهاد جایگزین
panel-name-other-shops = فروشگاه‌های دیگر
panel-name-working-hours = ساعت کاری
panel-name-refund-limit = سقف بازپرداخت
panel-avoid = ننویسید
panel-avoid-write = این را ننویسید
panel-avoid-why = چون
panel-add-line = مورد تازه
panel-phrases = عبارت‌ها
panel-phrases-hint = کلمه‌هایی که مشتری تایپ می‌کند. * پایان کلمه یعنی هر دنباله‌ای؛ … یعنی تا پنج کلمه در میان.
panel-hints = نشانه‌ها
panel-hints-hint = به‌تنهایی کافی نیست؛ وقتی چیز دیگری هم تأیید کند به حساب می‌آید.
panel-unless = مگر اینکه
panel-unless-hint = با این کلمه‌ها عبارت و نشانه نادیده گرفته می‌شود.
panel-add-phrase = عبارت تازه
panel-add-words = مورد تازه
panel-change-text = تغییر متن
panel-examples = نمونه‌ها
panel-examples-hint = آرام با همین پیام‌ها آزموده می‌شود و اگر درست نباشد همین‌جا می‌گوید.
panel-fires = باید به اینجا برسد
panel-quiet = شبیه است، ولی نباید
panel-add-example = نمونهٔ تازه
panel-placing = جای این گام
panel-placing-end = در پایان
panel-placing-replace = به جای گامِ
panel-placing-before = پیش از گامِ
panel-placing-after = پس از گامِ
panel-placing-remove = برداشتن گامِ
panel-placing-of = کدام گام
panel-overlay-hint = این فایل تنها برای فروشگاه‌های { $kind } است: هر گام، گامی از برنامهٔ اصلی را عوض می‌کند یا کنارش می‌نشیند.
panel-idle = در فروشگاه شما متن { $file } جای این می‌آید.

## مشخصات فروشگاه.

panel-whole-shop = فروشگاه
panel-shop-hint = پیش‌نویس‌ها با این مقدارها پر می‌شوند. هر چه خالی بماند، با کلمه‌های کنارش از متن می‌افتد.
panel-shop-name = نام فروشگاه
panel-shop-kind = نوع فروشگاه
panel-shop-kind-none = فرقی ندارد
panel-shop-tone = لحن با مشتری
panel-shop-limit = سقف بازپرداخت فروشنده (تومان)
panel-shop-limit-hint = تا این مبلغ را فروشنده خودش برمی‌گرداند؛ بالاتر را مدیر.
panel-shop-texts = متن‌های فروشگاه
panel-shop-policy = شرط مرجوعی
panel-shop-alternatives = پیشنهاد جایگزین
panel-shop-hours = ساعت کاری
panel-shop-names = نام‌ها
panel-shop-others = فروشگاه‌های دیگر
panel-shop-others-hint = هنگام خداحافظی نامشان برده می‌شود.
panel-shop-products = کالاها
panel-shop-products-hint = کلمه‌هایی که نشان می‌دهد پیام دربارهٔ کدام کالاست.
panel-tone-formal = رسمی (شما)
panel-tone-friendly = خودمانی (تو)
panel-kind-cosmetics = آرایشی و بهداشتی
panel-kind-clothing = پوشاک
panel-kind-food = خوراکی
panel-kind-services = خدمات
panel-kind-electronics = الکترونیک

## کارت.

panel-preview = پیش‌نمایش
panel-preview-title = کارت، همان‌طور که فروشنده می‌بیند
panel-preview-step = گام { $n } از { $of }
panel-preview-old = تا خطاها درست نشود، کارت پیشین را می‌بینید.
panel-no-preview = خطاها که درست شود، کارت همین‌جا می‌آید.

## بررسی و انتشار.

panel-errors = { $n } خطا پیش از انتشار
panel-issues = { $n } هشدار
panel-ready = آمادهٔ انتشار
panel-no-changes = تغییری نکرده است
panel-publish = انتشار
panel-publish-sure = این تغییر منتشر شود؟
panel-published = منتشر شد (نسخهٔ { $n }). کارت بعدی با همین متن است.
panel-what-changes = چه چیزی عوض می‌شود
panel-discard = دور ریختن
panel-discard-sure = نوشته‌های منتشرنشده دور ریخته شود؟
panel-kept-draft = نوشته‌های منتشرنشده‌تان برگشت.
panel-conflict-title = همکارتان زودتر منتشر کرد
panel-conflict = { $name } این فایل را { $when } منتشر کرده است، پس از آنکه شما بازش کردید. سبز متن شماست و قرمز متن تازه:
panel-conflict-mine = متن خودم
panel-conflict-theirs = متن تازه
panel-their-text = متن منتشرشده
panel-my-text = متن من
panel-version = نسخهٔ { $n }
panel-in-force = در کار
panel-roll-back = برگرداندن به این نسخه
panel-roll-back-sure = به نسخهٔ { $n } برگردیم؟
panel-rolled-back = برگشتیم (نسخهٔ { $n }).
panel-deed-edit = ویرایش
panel-deed-add = افزودن
panel-deed-remove = حذف
panel-deed-turn-on = روشن کردن
panel-deed-turn-off = خاموش کردن
panel-deed-roll-back = برگرداندن
panel-way-folder = از پوشه
panel-way-chat = از گفت‌وگو
panel-way-page = از این صفحه
panel-way-terminal = از ترمینال

## به چه کسی در باز نمی‌شود.

panel-turned-unsigned = این صفحه از داخل تلگرام باز می‌شود. در گفت‌وگو با آرام، /playbooks را بفرستید و دکمهٔ صفحه را بزنید.
panel-turned-forged = نشانهٔ ورود از تلگرام نیامده یا دست‌کاری شده است. صفحه را ببندید و از دکمهٔ آرام دوباره باز کنید.
panel-turned-expired = از باز شدن این صفحه زیاد گذشته است. آن را ببندید و از دکمهٔ آرام دوباره باز کنید.
panel-turned-not-manager = این صفحه تنها برای مدیران فروشگاه است. مالک می‌تواند با ‎/team شما را مدیر کند.
panel-refused-failed = این بار نشد و ایراد از شما نیست. کمی بعد دوباره بزنید؛ اگر باز نشد، به پشتیبان بگویید.
panel-refused-malformed = این درخواست خوانده نشد. صفحه را ببندید و دوباره باز کنید.
panel-refused-too-large = متن بیش از اندازه بزرگ است. آن را به چند برنامه تقسیم کنید.
panel-refused-too-often = پشت سر هم زیاد شد. چند ثانیه صبر کنید و دوباره بزنید.
panel-declined-conflict = همکارتان این فایل را زودتر منتشر کرده است. صفحه را تازه کنید.
panel-declined-broken = این تغییر خطا دارد و منتشر نشد. خطاها را درست کنید.
panel-declined-unchanged = چیزی عوض نمی‌شود؛ همین حالا هم همین است.
panel-declined-gone = این فایل یا نسخه دیگر نیست. فهرست را دوباره باز کنید.
panel-declined-not-open = این تغییر پیش‌تر منتشر یا رها شده است.
panel-declined-not-manager = دیگر مدیر این فروشگاه نیستید.
