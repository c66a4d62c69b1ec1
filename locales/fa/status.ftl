## aram status: how things stand, in a terminal.

status-database = پایگاه داده
status-disk = دیسک
status-letters = نامه‌هایی که وقتشان رسیده
status-planned = نامه‌های بعد
status-given-up = نامه‌های نرسیدنی
status-inbox = در صندوق ورودی
status-aside = کنارگذاشته‌ها
status-update = آخرین به‌روزرسانی
status-cards = کارت‌های باز
status-model = مدل
status-none = هیچ
status-count = { $count }
status-at-revision = { $kind }، به‌روز ({ $revision })
status-at-other-revision = { $kind }، نسخه‌اش دیگر است ({ $revision }): aram migrate
status-letters-due = { $count } تا، قدیمی‌ترین { $minutes ->
        [0] کمتر از یک دقیقه
       *[other] { $minutes } دقیقه
    }
status-aside-some = { $count } تا: aram dead list
status-never = هنوز هیچ
status-ago = { $minutes ->
        [0] کمتر از یک دقیقه پیش
       *[other] { $minutes } دقیقه پیش
    }
status-free = { $megabytes } مگابایت خالی
status-model-whole = کامل
status-model-cheap = بی شنیدنِ لحن: aram doctor
