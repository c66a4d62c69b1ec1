# آنچه آرام پیش از ایستادن می‌گوید: چه شده، کجا، و چطور درست می‌شود.

error-token-missing = توکن ربات تنظیم نشده است. از BotFather توکن بگیرید و آن را در فایل .env جلوی BOT_TOKEN= بنویسید. برای امتحان بدون توکن، دستور aram sandbox را اجرا کنید.
error-token-wrong = تلگرام این توکن را نپذیرفت. مقدار BOT_TOKEN در فایل .env را با توکنی که BotFather داده یکی کنید.
error-telegram-unreachable = ارتباط با تلگرام در نشانی { $url } برقرار نشد ({ $reason }). اینترنت و پراکسی را بررسی کنید؛ اگر سرور دیگری دارید، TELEGRAM_API_URL را در .env درست کنید.
error-settings-invalid = تنظیم { $name } درست نیست: { $problem }. آن را در فایل .env یا محیط اجرا اصلاح کنید؛ نمونهٔ هر تنظیم در .env.example هست.
error-env-file-broken = خط { NUMBER($line, useGrouping: 0) } از فایل { $file } خوانده نمی‌شود. هر خط باید به شکل NAME=value باشد و متنِ چندکلمه‌ای میان دو گیومهٔ راست ("…") بیاید.
error-database-unwritable = نمی‌توان در پایگاه دادهٔ { $path } نوشت. ببینید پوشه‌اش هست، جای خالی دارد و اجازهٔ نوشتن داده شده؛ یا DATABASE_URL را در .env به جای دیگری ببرید.
error-database-unreachable = پایگاه دادهٔ { $url } پاسخ نمی‌دهد ({ $reason }). ببینید روشن و در دسترس است و DATABASE_URL در .env درست نوشته شده.
error-database-newer = پایگاه داده را نسخهٔ تازه‌تری از آرام ساخته است (نسخهٔ { $found }). آرام را به‌روز کنید، یا با پشتیبانِ پیش از به‌روزرسانی ادامه دهید.
error-playbooks-missing = در پوشهٔ { $folder } هیچ برنامه‌ای پیدا نشد. باید در آن برای هر زبان پوشه‌ای باشد، مانند fa با فایل‌های ‎.yaml‎؛ یا PLAYBOOKS_DIR را در .env درست کنید.
error-playbooks-unusable = هیچ برنامه‌ای قابل استفاده نیست؛ { $count ->
    [one] یک خطا پیدا شد، در
   *[other] { $count } خطا پیدا شد، نخستین در
} { $first }. همهٔ خطاها را با دستور aram playbook check ببینید و درست کنید.
error-locales-missing = متن‌های آرام در پوشهٔ { $folder } پیدا یا خوانده نشد. پوشهٔ locales را دوباره از پروژه بیاورید؛ دست‌کم fa با فایل‌های ‎.ftl‎ لازم است.
error-conversation-file = خط { NUMBER($line, useGrouping: 0) } از فایل { $file } گفت‌وگوی درستی نیست: { $problem }. همان خط را با قالب گفت‌وگوها یکی کنید.
error-conversation-json = خط { NUMBER($line, useGrouping: 0) } از فایل { $file } به قالب JSON نیست. هر خط باید یک گفت‌وگوی کامل باشد، از آکولاد باز تا آکولاد بسته.
error-label-missing = خط { NUMBER($line, useGrouping: 0) } از فایل { $file }: برچسب { $label } در پیام شمارهٔ { NUMBER($turn, useGrouping: 0) } نیست یا مقدارش شناخته نیست. هر پیام مشتری سه برچسب می‌خواهد: tension (صفر تا سه)، situations و alert (یکی از yes، no و either)؛ شمارش پیام‌ها از صفر است.
error-page-unwritable = صفحهٔ { $file } نوشته نشد. ببینید پوشه‌اش هست و اجازهٔ نوشتن داده شده.
error-training-extra-missing = برای آموزش، بستهٔ { $package } هم لازم است. آن را با دستور make .venv/.train نصب کنید و دوباره اجرا کنید.
error-training-no-conversations = در پوشهٔ { $folder } گفت‌وگوی برچسب‌خورده‌ای برای آموزش نیست. فایل‌هایی با نام train_*.jsonl یا round_*.jsonl لازم است.
error-reviews-file = فایل { $file } فهرست نظرها نیست. یک فایل CSV با ستون‌های comment و rating (از ۱ تا ۵) لازم است.
error-training-feedback-in-place = تصحیح‌های فروشگاه نباید در مدلِ خودِ برنامه بماند. با ‎--out پوشه‌ای بیرون از برنامه بدهید.
error-training-feedback-of-many = این پایگاه داده برای چند فروشگاه است و تصحیح‌های هر کدام پیش خودش می‌ماند. جایی آموزش بدهید که فقط همان فروشگاه در آن باشد.
error-model-broken = پرونده‌های مدل در پوشهٔ { $folder } پیدا یا خوانده نشد. آن پوشه را دوباره از پروژه بیاورید؛ اگر MODEL_DIR نامش را برده، آن خط را درست کنید.
error-file-missing = فایل { $file } پیدا نشد. نام و مسیر آن را بررسی کنید.
error-port-taken = درگاه { NUMBER($port, useGrouping: 0) } را برنامهٔ دیگری گرفته است. آن برنامه را ببندید یا درگاه دیگری انتخاب کنید.
error-unexpected = خطایی پیش آمد که پیش‌بینی نشده بود ({ $kind }). جزئیاتش در گزارش برنامه هست؛ یک بار دیگر اجرا کنید و اگر تکرار شد، همان گزارش را برای سازندگان بفرستید.
error-shop-known = فروشگاهی به نام «{ $name }» از پیش هست. نام دیگری بدهید؛ aram shop list همه را نشان می‌دهد.
error-shop-unknown = فروشگاهی با شمارهٔ { NUMBER($number, useGrouping: 0) } نیست. aram shop list همه را نشان می‌دهد.
