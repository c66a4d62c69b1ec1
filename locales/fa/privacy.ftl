## What is kept of people's words, and what their owner decides about it.

card-erased = هر چه آرام از این مشتری نگه داشته بود پاک شد.

error-words-key-missing = نوشته‌های این پایگاه داده رمز شده‌اند و WORDS_KEYS خالی است. کلیدی را که با آن رمز شده‌اند در WORDS_KEYS در ‎.env بنویسید. بدون آن هیچ‌کس نمی‌تواند بخواندشان، آرام هم نه.
error-words-key-wrong = هیچ‌یک از کلیدهای WORDS_KEYS نوشته‌های این پایگاه داده را باز نمی‌کند. کلیدی را که با آن رمز شده‌اند با یک ویرگول پشت کلید تازه بیفزایید؛ سپس aram privacy rotate همه را زیر کلید نخست می‌آورد.

## /privacy

command-privacy = چه چیزی و تا کی نگه داشته می‌شود

privacy-headline = 🔒 <b>نوشته‌های مشتری‌ها نزد آرام</b>
privacy-what = <b>چه چیزی:</b> پیام‌های گفت‌وگوهای وصل‌شده و گروه‌های فروشگاه، نام مشتری، آنچه آرام در پیام‌ها یافته، کارت‌ها، یادآورها و آنچه برای آرام فوروارد شده است.
privacy-how-long = <b>تا کی:</b> نوشته‌ها و نام‌ها <b>{ $days } روز</b>؛ پس از آن خودبه‌خود پاک می‌شوند، از فایل پایگاه داده هم. آمار می‌ماند، بی نام و بی نوشته: چه کسی (فقط شماره)، چه وقت، چند پیام، چقدر تند و چگونه پایان یافت.
privacy-lessons = <b>آموخته‌ها:</b> جمله‌ای که با آن به آرام چیزی یاد داده‌اید می‌ماند تا آن را در /lessons پس بگیرید؛ پس از آن مثل بقیه پاک می‌شود.
privacy-where = <b>کجا:</b> فقط روی دستگاهی که آرام روی آن است، رمزنشده. جز خود تلگرام، به هیچ‌جا فرستاده نمی‌شود.
privacy-where-sealed = <b>کجا:</b> فقط روی دستگاهی که آرام روی آن است، رمزشده با کلیدی که در پایگاه داده نیست. جز خود تلگرام، به هیچ‌جا فرستاده نمی‌شود.
privacy-masked = <b>شماره‌ها و نشانی‌ها:</b> پوشانده نگه داشته می‌شوند. شمارهٔ تلفن، کارت و شبا، ایمیل و نشانی پستی نه ذخیره می‌شود و نه روی کارت می‌آید.
privacy-not-masked = <b>شماره‌ها و نشانی‌ها:</b> همان‌طور که نوشته شده‌اند نگه داشته می‌شوند.
privacy-telegram = پیام‌هایی که آرام در تلگرام فرستاده در تلگرام می‌مانند؛ هر کس می‌تواند آن‌ها را همان‌جا پاک کند.
privacy-ask-owner = مدت و پوشاندن را مالک فروشگاه تعیین می‌کند. اگر مشتری خواست نوشته‌هایش پاک شود یا بداند چه از او مانده، به مالک بگویید.
privacy-owner = <b>برای یک مشتری:</b> شماره یا نام کاربری‌اش را بعد از دستور بنویسید (<code>/privacy @name</code>)، یا پیامی از او را اینجا فوروارد کنید و در پاسخ به آن، یا در پاسخ به کارتش، ‎/privacy بنویسید. می‌توانید هر چه از او مانده را فایل بگیرید یا همه‌جا پاک کنید.
privacy-owner-only = این فقط با مالک فروشگاه است.
privacy-done = شد.
privacy-button-days = { $days } روز
privacy-button-days-now = ✓ { $days } روز
privacy-button-mask = 🙈 شماره‌ها و نشانی‌ها پوشانده شود
privacy-button-unmask = 👁 دیگر پوشانده نشود
privacy-button-customer = 🔒 داده‌های این مشتری

privacy-customer = 🔒 <b>{ $name }</b>
    شمارهٔ تلگرام: <code>{ $id }</code>
    { $talks } گفت‌وگو، { $messages } پیام از مشتری، آخرین پیام: { $day }

    «فایل» هر چه را از این مشتری مانده به شما می‌دهد. «پاک شود» همه را، از پایگاه داده و از کارت‌های فروشنده‌ها، برمی‌دارد.
privacy-button-export = 📄 فایل همهٔ داده‌ها
privacy-button-erase = 🗑 همه پاک شود
privacy-erase-question = همهٔ پیام‌ها، نام، کارت‌ها، یادآورها و آموخته‌هایی که از <b>{ $name }</b> مانده پاک شود؟ آمار می‌ماند، بی آنکه کسی بداند از کیست.
privacy-erase-again = یک بار دیگر می‌پرسم: آنچه از <b>{ $name }</b> پاک شود، دیگر برنمی‌گردد. پشتیبان‌هایی که پیش از این گرفته‌اید دست نمی‌خورند.
privacy-button-erase-yes = بله، پاک شود
privacy-button-erase-sure = بله، برای همیشه پاک شود
privacy-button-no = نه، بماند
privacy-erased = 🗑 پاک شد. آرام دیگر چیزی از این مشتری نگه نمی‌دارد و روی کارت‌ها هم نمانده است. اگر دوباره بنویسد، برای آرام مشتری تازه‌ای است.
privacy-unknown = از چنین مشتری چیزی نگه داشته نشده است، یا چند مشتری همین را نوشته‌اند. با شمارهٔ تلگرام، نام کاربری، یا پاسخ به کارت هم می‌توان یافت.
privacy-file = 📄 هر چه آرام از این مشتری نگه داشته است.

deed-words-kept = { $who } مدت نگه داشتن نوشته‌ها را { $number } روز کرد.
deed-masking-on = { $who } پوشاندن شماره‌ها و نشانی‌ها را روشن کرد.
deed-masking-off = { $who } پوشاندن شماره‌ها و نشانی‌ها را خاموش کرد.
deed-customer-erased = { $who } داده‌های یک مشتری را پاک کرد.
deed-customer-exported = { $who } داده‌های یک مشتری را فایل گرفت.

## The file of one customer: what its parts are called.

dossier-number = شمارهٔ تلگرام
dossier-talks = گفت‌وگوها
dossier-lessons = آموخته‌ها از نوشته‌های او
dossier-asked = پرسش‌های همکاران دربارهٔ نوشته‌های او
dossier-comments = زمان نظرهای منفی در گروه
dossier-name = نام
dossier-where = کجا
dossier-chat = شمارهٔ گفت‌وگو
dossier-seller = فروشنده
dossier-last = آخرین پیام
dossier-messages = پیام‌ها
dossier-cards = کارت‌ها
dossier-promises = قول‌ها و یادآورها
dossier-answers = جواب‌های عمومی
dossier-when = زمان
dossier-due = سررسید
dossier-who = از
dossier-text = متن
dossier-media = پیوست
dossier-edited = ویرایش شده
dossier-deleted = پاک شده در
dossier-tension = حال
dossier-situations = موقعیت‌ها
dossier-state = وضع
dossier-playbook = برنامه
dossier-quote = نقل
dossier-yes = بله
dossier-who-customer = مشتری
dossier-who-seller = فروشگاه
dossier-in-chat = گفت‌وگوی خصوصی
dossier-in-group = گروه
dossier-in-comment = نظر زیر پست
dossier-in-email = ایمیل

## The terminal: aram privacy

privacy-terminal-sure = همهٔ داده‌های مشتری { $id } ({ $count } پیام از او) پاک شود؟
privacy-terminal-again = دیگر برنمی‌گردد. واقعاً همهٔ داده‌های { $id } برای همیشه پاک شود؟
privacy-terminal-erased = پاک شد. آمار مانده است، بی آن مشتری. پشتیبان‌های پیشین دست نخورده‌اند.
privacy-terminal-unknown = از چنین مشتری چیزی نگه داشته نشده است. شمارهٔ تلگرام یا نام کاربری‌اش را بدهید، مثل ‎@name.
privacy-terminal-rotated = { $count } ردیف زیر کلید نخست WORDS_KEYS آمد. کلیدهای کهنه را اکنون می‌توان برداشت.
privacy-terminal-days = نوشته‌ها از این پس { $days } روز نگه داشته می‌شوند.
