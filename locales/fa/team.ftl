## The people of a shop: invited, joining, seen, changed, leaving, and audited.

command-team = همکاران فروشگاه
command-leave = رفتن از فروشگاه
command-shop = در کدام فروشگاه کار می‌کنم؟
command-audit = چه کسی چه کرد

role-owner = مالک
role-manager = مدیر
role-seller = فروشنده

## An invitation's link was opened.

invitation-forged = این پیوند دعوت درست نیست؛ شاید ناقص کپی شده باشد. از کسی که آن را فرستاده بخواهید دعوت تازه‌ای بفرستد.
invitation-expired = زمان این دعوت گذشته است. از کسی که آن را فرستاده بخواهید دعوت تازه‌ای بفرستد.
invitation-used = با این دعوت کس دیگری آمده است؛ هر دعوت برای یک نفر است. از کسی که آن را فرستاده بخواهید یکی هم برای شما بفرستد.
invitation-revoked = این دعوت پس گرفته شده است. اگر گمان می‌کنید اشتباهی شده، از کسی که آن را فرستاده بپرسید.
invitation-already = شما از همکاران این فروشگاه هستید و این دعوت نقش تازه‌ای به شما نمی‌دهد. /team همکاران را نشان می‌دهد.

team-welcome-seller = سلام، به جمع همکاران { $shop } خوش آمدید 🌿
    من <b>آرام</b> هستم. کنار گفت‌وگوهای شما با مشتری‌ها می‌نشینم و هر وقت کسی عصبانی شود، آهسته به خود شما می‌گویم گام بعدی چیست. مشتری هیچ‌وقت من را نمی‌بیند.

    <b>گام بعد:</b> گفت‌وگوهایتان را وصل کنید. در تلگرام:
    تنظیمات ← کسب‌وکار ← ربات‌های گفت‌وگو، و نام همین ربات را بنویسید.
    { note-without-premium }

    /team همکارانتان را نشان می‌دهد؛ /language زبان را عوض می‌کند.
team-welcome-manager = سلام، شما از حالا مدیر { $shop } هستید 🌿
    من <b>آرام</b> هستم. کنار گفت‌وگوهای فروشندگان با مشتری‌ها می‌نشینم و گام بعدی را آهسته به خودشان می‌گویم. هر وقت فروشنده‌ای شما را خبر کند، خلاصهٔ گفت‌وگو همین‌جا می‌آید.

    <b>گام بعد:</b> برنامه‌ها را ببینید، که گام‌ها و متن‌ها از آن‌ها می‌آید و در دست شماست: /playbooks
    با /team فروشنده دعوت کنید. اگر خودتان هم با مشتری‌ها گفت‌وگو می‌کنید، در تنظیمات ← کسب‌وکار ← ربات‌های گفت‌وگو وصلم کنید.
    /help بقیهٔ کارها را می‌گوید؛ /language زبان را عوض می‌کند.
team-welcome-owner = سلام، از حالا { $shop } از آن شماست 🌿
    من <b>آرام</b> هستم. کنار گفت‌وگوهای فروشندگان با مشتری‌ها می‌نشینم و هر وقت کسی عصبانی شود، آهسته به خود فروشنده می‌گویم گام بعدی چیست. مشتری هیچ‌وقت من را نمی‌بیند.

    { note-owner-steps }
team-joined-seller = 🌿 { $name } دعوت شما را پذیرفت و از حالا فروشندهٔ { $shop } است.
team-joined-manager = 🌿 { $name } دعوت شما را پذیرفت و از حالا مدیر { $shop } است.
team-became-manager = شما از حالا مدیر { $shop } هستید. /playbooks برنامه‌ها را نشان می‌دهد و /team همکاران را.
team-became-seller = نقش شما در { $shop } از حالا فروشنده است.
team-removed = شما دیگر از همکاران { $shop } نیستید و آرام گفت‌وگوهایتان را برای آن نمی‌خواند. اگر گمان می‌کنید اشتباهی شده، از مدیر فروشگاه بپرسید.
team-left = { $name } از { $shop } رفت.

## /team

team-headline = 👥 <b>همکاران { $shop }</b> ({ $count } نفر)
team-shop-unnamed = فروشگاه
team-ownerless = این فروشگاه هنوز مالک ندارد: پیوند مالک را aram run در ترمینال نشان می‌دهد.
team-member = { $mark } <b>{ $name }</b>، { $role }، از { $since }
team-member-self = { $mark } <b>{ $name }</b> (شما)، { $role }، از { $since }
team-nameless = شمارهٔ { $id }
team-somebody = همکاری که دیگر نیست
team-state-not-started = 💤 هنوز گفت‌وگو با آرام را باز نکرده است
team-state-not-connected = ▫️ آرام را باز کرده، گفت‌وگوهایش را وصل نکرده است
team-state-connected = ✅ گفت‌وگوهایش وصل است
team-invitations = ✉️ <b>دعوت‌های باز</b>
team-invitation = { $number }. { $role }، از طرف { $name }، تا { $until }
team-moment = { $day }، { $hour }
team-button-invite-seller = ➕ دعوت فروشنده
team-button-invite-manager = ➕ دعوت مدیر
team-button-ticket-show = ✉️ پیوند { $number }
team-button-ticket-revoke = ✖️ پس گرفتن { $number }
team-button-before = → قبلی
team-button-after = بعدی ←
team-button-back = برگشت به همکاران
team-button-manager = ⭐️ مدیر شود
team-button-seller = 👤 فروشنده شود
team-button-remove = ✖️ از همکاران برداشته شود
team-button-sure-manager = بله، مدیر شود
team-button-sure-seller = بله، فروشنده شود
team-button-sure-remove = بله، برداشته شود
team-button-no = نه
team-sure-manager = { $name } مدیر شود؟ مدیر برنامه‌ها را عوض می‌کند، کار همه را می‌بیند و فروشنده دعوت یا حذف می‌کند.
team-sure-seller = { $name } از این پس فروشنده باشد، نه مدیر؟ دعوت‌هایی هم که داده و هنوز باز است پس گرفته می‌شود.
team-sure-remove = { $name } از همکاران برداشته شود؟ آرام دیگر گفت‌وگوهایش را نمی‌خواند و به او کارت نمی‌فرستد. دوباره می‌توانید دعوتش کنید.
team-done = انجام شد.
team-revoked = دعوت پس گرفته شد.
team-send-it-on = پیام زیر را برای همکارتان فوروارد کنید.

invitation-message-seller = سلام 🌿
    شما به جمع فروشندگان { $shop } دعوت شده‌اید. آرام، دستیار بی‌صدای ما، کنار گفت‌وگوهای سخت با مشتری می‌نشیند و فقط به خود شما می‌گوید گام بعد چیست.

    این پیوند را باز کنید و «شروع» را بزنید:
    { $link }

    فقط برای یک نفر است و تا { $until } (به وقت فروشگاه) اعتبار دارد.
invitation-message-manager = سلام 🌿
    شما به مدیریت { $shop } در آرام دعوت شده‌اید. آرام، دستیار بی‌صدای ما، در گفت‌وگوهای سخت با مشتری کنار فروشنده می‌نشیند؛ برنامه‌هایش و دعوت فروشنده‌ها با شما خواهد بود.

    این پیوند را باز کنید و «شروع» را بزنید:
    { $link }

    فقط برای یک نفر است و تا { $until } (به وقت فروشگاه) اعتبار دارد.

team-refused-may-not = این کار در اختیار شما نیست: مدیر را فقط مالک تعیین می‌کند و فروشنده را مدیر یا مالک.
team-refused-owner-stays = مالک را کسی نمی‌تواند بردارد یا نقشش را عوض کند.
team-refused-owner-leaves-not = شما مالک فروشگاه هستید و نمی‌توانید بروید: بی مالک کسی نیست که فروشگاه را نگه دارد. کسی که آرام را راه انداخته می‌تواند با aram shop owner مالک دیگری بگذارد.
team-refused-no-member = این شخص دیگر از همکاران نیست.
team-refused-changed = نقش این شخص در این میان عوض شده است؛ فهرست تازه را ببینید.
team-refused-too-many = ده دعوت باز دارید. اول یکی را پس بگیرید یا بگذارید زمانش بگذرد.
team-refused-not-open = این دعوت دیگر باز نیست: یا کسی با آن آمده، یا زمانش گذشته، یا پس گرفته شده است.

## /leave

team-sure-leave = از { $shop } می‌روید؟ آرام دیگر گفت‌وگوهایتان را نمی‌خواند و کارت نمی‌فرستد. برای برگشتن، مدیر باید دوباره دعوتتان کند.
team-button-sure-leave = بله، می‌روم
team-button-stay = نه، می‌مانم
team-stays = چه خوب که می‌مانید 🌿
team-gone = شما دیگر از همکاران { $shop } نیستید. از همراهی‌تان سپاسگزاریم 🌿
    برای برداشتن اتصال: تنظیمات ← کسب‌وکار ← ربات‌های گفت‌وگو.

## /shop

shop-headline = 🏪 <b>فروشگاه‌های شما</b>
shop-only-one = 🏪 شما در یک فروشگاه هستید و چیزی برای انتخاب نیست.
shop-line = • <b>{ $shop }</b>، { $role }
shop-works-here = ← اکنون اینجا کار می‌کنید
shop-chats-here = ← گفت‌وگوهای وصل‌شدهٔ شما
shop-chats-unserved = گفت‌وگوهای وصل‌شدهٔ شما اکنون برای هیچ‌یک از این‌ها خوانده نمی‌شود.
shop-button-work = کار در { $shop }
shop-button-serve = گفت‌وگوهایم برای { $shop }
shop-chosen = انجام شد.
shop-not-yours = شما از همکاران این فروشگاه نیستید.

## /shop: what managers change of the shop.

shop-button-settings = ⚙️ تنظیمات این فروشگاه
setting-headline = ⚙️ <b>تنظیمات { $shop }</b>
setting-line = • { $setting }: <b>{ $value }</b>
setting-recorded = مالک هر تغییر را در ‎/audit می‌بیند.
setting-name = نام
setting-language = زبان
setting-zone = ساعت رسمی
setting-limit = سقف بازپرداخت فروشنده
setting-minutes = مهلت مدیر
setting-toman = { $amount } تومان
setting-so-many-minutes = { $count } دقیقه
setting-ask-name = ✏️ نام فروشگاه اکنون <b>{ $value }</b> است و در متن‌های آماده می‌آید. نام تازه را در پاسخ به همین پیام بنویسید.
setting-ask-language = ✏️ زبان فروشگاه اکنون <b>{ $value }</b> است؛ هر همکار با ‎/language زبان خودش را دارد. کدام باشد؟
setting-ask-zone = ✏️ ساعت فروشگاه اکنون <b>{ $value }</b> است و همهٔ صفحه‌ها و ساعت‌های آرامش با آن می‌خواند. کدام باشد؟ اگر اینجا نیست، نامش را در پاسخ به همین پیام بنویسید، مثل <code>Asia/Baku</code>
setting-ask-limit = ✏️ فروشنده اکنون تا <b>{ $value }</b> خودش بازپرداخت می‌کند. سقف تازه را به تومان در پاسخ به همین پیام بنویسید؛ صفر یعنی همیشه از مدیر بپرسد.
setting-ask-minutes = ✏️ مدیری که خبر می‌شود اکنون <b>{ $value }</b> فرصت دارد، بعد از نفر بعدی می‌پرسیم. عدد تازه را در پاسخ به همین پیام بنویسید.
setting-back = → برگشت
setting-done = شد.
setting-managers-only = تنظیمات فروشگاه فقط با مدیر است.
setting-not-understood = این نشد؛ دوباره انتخاب کنید.
setting-name-not-understood = این نام نشد. نامی تا ۶۴ حرف بنویسید.
setting-language-not-understood = یکی از زبان‌ها را با دکمه انتخاب کنید.
setting-zone-not-understood = چنین ساعتی نمی‌شناسم. نامش را این‌طور بنویسید: <code>Asia/Tehran</code> یا <code>Europe/Berlin</code>
setting-limit-not-understood = فقط یک عدد به تومان بنویسید، مثل ۵۰۰٬۰۰۰
setting-minutes-not-understood = فقط یک عدد از ۱ تا ۱۴۴۰ بنویسید، مثل ۱۵

## /audit

audit-headline = 📒 <b>چه کسی چه کرد</b> (صفحهٔ { $page } از { $pages })
audit-line = { $hour } · { $deed }
audit-none = 📒 هنوز کاری ثبت نشده است.
audit-owner-only = این فهرست را فقط مالک فروشگاه می‌بیند.
audit-button-newer = → تازه‌تر
audit-button-older = قدیمی‌تر ←

deed-by-settings = تنظیمات
deed-appointed = { $who } به { $person } این نقش را داد: { $role }.
deed-removed = { $who } از همکاران، { $person } را برداشت.
deed-left = { $who } از فروشگاه رفت.
deed-invited = { $who } یک نفر را دعوت کرد: { $role }.
deed-revoked = { $who } دعوتی را پس گرفت: { $role }.
deed-joined = { $who } با دعوت آمد: { $role }.
deed-published = { $who } ‎{ $file } را منتشر کرد (نسخهٔ { NUMBER($number, useGrouping: 0) }).
deed-connected = { $who } گفت‌وگوهایش را وصل کرد.
deed-disconnected = { $who } اتصال گفت‌وگوهایش را برداشت.
deed-group-added = { $who } آرام را به گروه { $group } افزود.
deed-group-left = آرام دیگر در گروه { $group } نیست ({ $who }).
deed-deleted = { $who } پیامی از { $person } را پاک کرد.
deed-banned = { $who } نویسندهٔ نظر، { $person }، را مسدود کرد.
deed-unbanned = { $who } مسدودی { $person } را برداشت.
deed-answered = { $who } در گروه { $group } به { $person } جواب عمومی داد.
deed-duty-begun = { $who } سر شیفت آمد.
deed-duty-ended = { $who } شیفتش را تمام کرد.
deed-shop-changed = { $who } تنظیم فروشگاه را عوض کرد: { $setting } از «{ $before }» به «{ $after }».
deed-decided = { $who } دربارهٔ درخواست کمک { $person } تصمیم گرفت: { $decision }.
deed-decision-taken = گفت‌وگو را خودش در دست گرفت
deed-decision-advised = راهنمایی کرد
deed-decision-allowed = بازپرداخت را اجازه داد
deed-decision-refused = بازپرداخت را نپذیرفت
deed-decision-done = پایان یافت
deed-decision-unanswered = بی‌پاسخ ماند

## The terminal: how a shop without an owner gets one.

owner-link = «{ $shop }» هنوز مالک ندارد. این پیوند را با حساب تلگرام مالک باز کنید و «شروع» را بزنید:
      { $link }
    فقط برای یک نفر است و تا { $until } (به وقت فروشگاه) اعتبار دارد؛ هر بار اجرای aram run پیوند تازه‌ای می‌دهد.
owner-link-anew = هر کس این پیوند را باز کند و «شروع» را بزند مالک «{ $shop }» می‌شود و مالک کنونی مدیر:
      { $link }
    فقط برای یک نفر است و تا { $until } (به وقت فروشگاه) اعتبار دارد.
shop-added = فروشگاه { NUMBER($number, useGrouping: 0) } افزوده شد: { $shop }
shop-listed = { NUMBER($number, useGrouping: 0) }. { $shop } ({ $language })، مالک: { $owner }، مدیر: { $managers }، فروشنده: { $sellers }
shop-listed-briefly = فروشگاه { NUMBER($number, useGrouping: 0) }: { $shop }
shop-no-owner = ندارد
