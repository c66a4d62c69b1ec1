## The digest: a manager's day in three lines, and /digest, where they say when it comes.

command-digest = گزارش روزانهٔ من

digest-title = 🌙 <b>{ $day }</b>
digest-day-hard = از { $talks } گفت‌وگو <b>{ $count ->
        [one] یکی
       *[other] { $count } تا
    } تند شد</b> ({ $abouts }) و { $calmed ->
        [0] هنوز { $count ->
            [one] آرام نشده است.
           *[other] هیچ‌کدام آرام نشده است.
        }
        [1] یکی آرام شد.
       *[other] { $calmed } تا آرام شد.
    }
digest-day-calm = { $talks } گفت‌وگو داشتید و <b>هیچ‌کدام تند نشد</b>. دست همه درد نکند.
digest-day-calm-but = { $talks } گفت‌وگو داشتید و <b>گفت‌وگوی تازه‌ای تند نشد</b>.
digest-day-empty = گفت‌وگویی نبود.
digest-better = 🌱 بهتر از { $day }ٔ پیش، که { $before ->
        [one] یکی تند شده بود.
       *[other] { $before } تا تند شده بود.
    }
digest-worse = 🌧 سخت‌تر از { $day }ٔ پیش، که { $before ->
        [0] هیچ‌کدام تند نشده بود.
        [one] یکی تند شده بود.
       *[other] { $before } تا تند شده بود.
    }
digest-alike = ➖ کم‌وبیش مثل { $day }ٔ پیش، که { $before ->
        [0] هیچ‌کدام تند نشده بود.
        [one] یکی تند شده بود.
       *[other] { $before } تا تند شده بود.
    }
digest-calm = ➖ { $day }ٔ پیش هم آرام بود.
digest-first = ➖ { $day }ٔ پیش گفت‌وگویی نبود که با آن بسنجیم.
digest-helped = 💡 چه کمک کرد: «{ $step }»؛ { $sent } بار فرستاده شد و { $calmed } بار پس از آن مشتری آرام شد.
digest-helped-faster = 💡 چه کمک کرد: زودتر جواب دادید؛ معمولاً { $now }، هفتهٔ پیش در همین روز { $before }.
digest-slower = 💡 چه کمک می‌کند: جواب زودتر. مشتری‌ها معمولاً { $now } منتظر ماندند؛ هفتهٔ پیش در همین روز { $before }.
digest-helped-none = 💡 هنوز گامی نبوده که پس از آن مشتری آرام شده باشد.
digest-finding-helps = 📖 گامی که کمک می‌کند: «{ $step }» (برنامهٔ { $playbook }). در ۹۰ روز گذشته پس از آن { $share } درصد مشتری‌ها آرام شدند؛ پس از گام‌های دیگر { $others } درصد.
digest-finding-not = 📖 گامی که کمتر کمک می‌کند: «{ $step }» (برنامهٔ { $playbook }). در ۹۰ روز گذشته پس از آن { $share } درصد آرام شدند؛ پس از گام‌های دیگر { $others } درصد. شاید وقت بازنویسی متن‌هایش باشد.
digest-waiting = 🙋 <b>{ $count ->
        [one] یک نفر هنوز منتظر شماست
       *[other] { $count } نفر هنوز منتظر شما هستند
    }</b>
digest-waiting-one = • { $name } ({ $about }): { $state }
digest-waiting-of = • { $name } ({ $about }): { $state }، با { $seller }
digest-waiting-more = • و { $count } نفر دیگر

button-digest-waiting = 🙋 چه کسی منتظر است؟
button-digest-deeper = 📊 این روز با جزئیات
button-digest-open = ⏰ کِی برسد؟

digest-unsure = 🌙 گزارش امروز شاید به دستتان نرسیده باشد؛ همان وقت ارتباط با تلگرام قطع شد. اگر نیامده، همین‌جا ببینیدش.

digest-settings-title = 🌙 <b>گزارش روزانهٔ شما</b>
digest-settings-on = روشن است: { $days }، ساعت { $hour }.
digest-settings-next = بعدی: { $day } ساعت { $hour }.
digest-settings-off = خاموش است. هر وقت خواستید روشنش کنید.
digest-settings-day = از همان روز می‌گوید، تا همان ساعت.
digest-settings-morning = چون صبح می‌رسد، از دیروز می‌گوید.
digest-settings-empty = روزی که گفت‌وگویی نبوده، چیزی نمی‌فرستم.
digest-settings-on-empty = روزی که گفت‌وگویی نبوده هم می‌فرستم.
digest-settings-how = ساعت دیگری می‌خواهید؟ بنویسید: <code>/digest ۲۰:۳۰</code>
    در ساعت‌های آرامش شما (/quiet) بی‌صدا می‌رسد. این تنظیم فقط برای خودتان است.
digest-every-day = همهٔ روزها
digest-every-day-but = همهٔ روزها جز { $days }
digest-today = امروز
digest-tomorrow = فردا
digest-answer = شد.
digest-managers-only = گزارش روزانه را فقط مدیر فروشگاه می‌گیرد. کار خودتان را با /stats ببینید.
digest-not-understood = ساعتش را نفهمیدم. مثلاً این‌طور بنویسید: <code>/digest ۲۰:۳۰</code>
button-digest-off = 🔕 خاموش
button-digest-on = 🔔 روشن
button-digest-dark = 🌙 تصویر تیره
button-digest-empty = روزهای بی‌گفت‌وگو هم
button-digest-now = 👀 همین حالا ببینم
