## What managers are told when playbooks change on disk.

publishing-broken = ⚠️ <b>تغییر برنامه‌ها روی دیسک به کار نیامد</b>
    این‌ها خطا دارند و تا درست نشوند به کار نمی‌آیند؛ اگر نسخهٔ سالمی از پیش هست، همان در کار می‌ماند:

    { $problems }
publishing-conflict = ⚠️ <b>دو تغییر هم‌زمان</b>
    فایل { $file } روی دیسک عوض شده، ولی از روی نسخه‌ای قدیمی‌تر؛ پیش از آن کس دیگری همین را تغییر داده است ({ $who }). نسخهٔ او در کار است و فایل شما دست‌نخورده مانده.

    چه کنید: در ترمینال aram playbook pull را اجرا کنید؛ نوشتهٔ شما کنار فایل با پسوند ‎.mine‎ نگه داشته می‌شود. سپس تغییرتان را دوباره بنویسید.
publishing-unbuilt = ⚠️ <b>تازه‌ترین نسخهٔ برنامه‌ها به کار نیامد</b>
    نسخهٔ سالم پیشین در کار می‌ماند. این‌ها را درست کنید، یا با /playbooks به نسخهٔ پیشین برگردید:

    { $problems }
publishing-more = … و { $count } خطای دیگر؛ همه را aram playbook check نشان می‌دهد.

publishing-way-folder = از پوشهٔ فایل‌ها
publishing-way-chat = از گفت‌وگوی تلگرام
publishing-way-page = از صفحهٔ مدیران
publishing-way-terminal = از ترمینال

## What the terminal says of versions.

publishing-pulled = { $file }: نسخهٔ { $number } نوشته شد.
publishing-kept-mine = { $file }: نوشتهٔ پیشین شما در { $mine } نگه داشته شد.
publishing-taken-away = { $file }: برداشته شد، چون دیگر در کار نیست.
publishing-pull-summary = { $count ->
        [0] پوشهٔ { $folder } از پیش همان بود که در کار است.
       *[other] { $count } فایل در { $folder } تازه شد.
    }
publishing-published = { $file }: نسخهٔ { $number } در کار است.
publishing-removed = { $file }: دیگر به کار نمی‌رود (نسخهٔ { $number }).
publishing-passed-by = { $file }: منتشر نشد، چون نسخهٔ { $number } پیش از آن منتشر شده است ({ $who }). نخست aram playbook pull را اجرا کنید و تغییرتان را دوباره بنویسید؛ یا با ‎--over‎ روی آن بنویسید.
publishing-passed-by-old = { $file }: منتشر نشد، چون متنش همان است که پیش از نسخهٔ { $number } در کار بود ({ $who }) و شاید فقط نسخه‌ای کهنه باشد. اگر همین را می‌خواهید، با ‎--gone‎ برگردانیدش؛ وگرنه aram playbook pull را اجرا کنید.
publishing-publish-summary = { $count ->
        [0] چیزی برای انتشار نبود.
       *[other] { $count } فایل منتشر شد.
    }
publishing-not-published = به‌سبب این خطاها چیزی از این فایل‌ها منتشر نشد.
publishing-no-versions = هنوز نسخه‌ای منتشر نشده است؛ با نخستین aram run فایل‌های پوشه نسخهٔ نخست می‌شوند.
error-playbook-unwritable = فایل { $file } نوشته نشد ({ $reason }). ببینید پوشه‌اش جای خالی دارد و اجازهٔ نوشتن داده شده؛ بعد دستور را دوباره اجرا کنید.
publishing-history-line = { $number } · { $when } · { $file } · { $deed } ({ $who })

publishing-deed-edit = ویرایش
publishing-deed-add = افزودن
publishing-deed-remove = برداشتن
publishing-deed-turn-on = روشن
publishing-deed-turn-off = خاموش
publishing-deed-roll-back = بازگرداندن
