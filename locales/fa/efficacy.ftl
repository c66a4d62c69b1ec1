## Does the playbook work? What followed each step, and how sure that is.

button-efficacy = 📏 کدام گام جواب می‌دهد؟
efficacy-title = 📏 <b>کدام گام جواب می‌دهد؟</b>
    ۹۰ روز گذشته
efficacy-title-of = 📏 <b>{ $playbook }</b>
    گام‌ها و متن‌ها، ۹۰ روز گذشته
efficacy-step-of = <b>{ $step }</b> ({ $playbook })
efficacy-step = <b>{ $step }</b>
efficacy-draft = متنِ «{ $words }»
efficacy-draft-gone = متنی که دیگر نیست
efficacy-row = • { $name }: از { $shown } باری که دیده شد، { $sent } بار فرستاده شد و { $calmed ->
        [0] پس از آن کسی آرام نشد
        [one] پس از آن یک نفر آرام شد
       *[other] پس از آن { $calmed } نفر آرام شدند
    }؛ یعنی از هر ۱۰۰ نفر، بین { $low } تا { $high } نفر.
efficacy-few = • { $name }: از { $shown } باری که دیده شد، { $sent } بار فرستاده شد و { $calmed ->
        [0] پس از آن کسی آرام نشد
        [one] پس از آن یک نفر آرام شد
       *[other] پس از آن { $calmed } نفر آرام شدند
    }؛ برای داوری کم است.
efficacy-unsent = • { $name }: { $shown ->
        [one] یک بار
       *[other] { $shown } بار
    } دیده شد و فرستاده نشد.
efficacy-helps = { " " } 🌟 بیشتر از گام‌های دیگر
efficacy-not = { " " } 🔧 کمتر از گام‌های دیگر؛ شاید متن‌هایش بهتر شود
efficacy-remark = سهم واقعی، در نُه مورد از ده مورد، میان این دو عدد است. این می‌گوید پس از گام چه شد، نه اینکه همه‌اش کار همان گام بود.
efficacy-none = هنوز گامی دیده نشده است.
efficacy-managers-only = این صفحه را فقط مدیر فروشگاه می‌بیند.
