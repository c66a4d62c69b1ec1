## Backups, moving, health: what operating Aram says in a terminal.

backup-written = همه‌چیز در { $file } است: { $messages } پیام، { $kilobytes } کیلوبایت. به اندازهٔ خودِ پایگاه داده مراقبش باشید.
backup-restored = { $file } برگشت: { $messages } پیام. آرامی که در حال کار است تا چند ثانیهٔ دیگر از نو شروع می‌کند.

move-rows = { $count } ردیف
move-done = { $count } ردیف رونویسی شد و همه همان بود. حالا DATABASE_URL={ $url } را (با گذرواژه‌اش) در ‎.env بنویسید، آرام را روشن کنید و وقتی همه‌چیز خوب بود پایگاه دادهٔ پیشین را پاک کنید.
move-was-there = { $count } ردیف از پیش آنجاست و همان است: کاری نمانده بود. DATABASE_URL={ $url }

error-backup-exists = { $file } از پیش هست. نام دیگری بدهید، یا با ‎--force جایش را بگیرید.
error-backup-unwritable = پشتیبانِ { $file } نوشته نمی‌شود ({ $reason }). ببینید پوشه‌اش هست، جا دارد و اجازهٔ نوشتن در آن هست.
error-backup-broken = { $file } پشتیبانِ درستی برای این نوع پایگاه داده نیست. یکی دیگر بردارید؛ پشتیبانِ SQLite به کارِ PostgreSQL نمی‌آید و نه برعکس: aram move یکی را به دیگری می‌برد.
error-backup-in-memory = پایگاه دادهٔ درونِ حافظه پشتیبان ندارد. DATABASE_URL را در ‎.env به یک پرونده یا یک سرور برگردانید.
error-backup-tool-missing = ابزارِ { $tool } از خودِ PostgreSQL اینجا نصب نیست. نصبش کنید (در Debian و Ubuntu: ‏postgresql-client)، یا با aram move --to sqlite:///copy.db یک نسخه در یک پرونده بسازید.
error-backup-tool-failed = { $tool } کارش را انجام نداد: { $reason }. باید دست‌کم به تازگیِ سرور باشد و به آن راه داشته باشد.
error-restore-not-empty = پایگاه داده از پیش چیزی دارد (جدول { $table }: { $count }). اول از آن پشتیبان بگیرید و بعد با ‎--force جایش را بگیرید.
error-database-restored = پایگاه داده از روی یک پشتیبان برگردانده شد. آرام را از نو روشن کنید.
error-move-onto-itself = هر دو یک پایگاه داده‌اند. با ‎--to یکی دیگر بدهید.
error-move-not-current = پایگاه دادهٔ { $url } به‌روز نیست. اول aram migrate را روی آن اجرا کنید.
error-move-served = یک آرام روی { $url } کار می‌کند، یا همین حالا بسته شده است. ببندیدش، ۱۵ ثانیه صبر کنید و دوباره امتحان کنید.
error-move-not-empty = پایگاه دادهٔ { $url } از پیش چیزی دارد (جدول { $table }: { $count }). یک پایگاه دادهٔ خالی بدهید.
error-move-differs = جدول { $table } همان‌طور که بود نرسید: { $sent } ردیف رفت و { $found } ردیف رسید. چیزی عوض نشد؛ دوباره امتحان کنید و اگر باز هم پیش آمد به سازندگان بگویید.
error-health-port-missing = درگاهی معلوم نشده است که بشود از آرام پرسید. در ‎.env جلوی HEALTH_PORT= شماره‌ای بنویسید.
