## How a trouble ended.

button-ending = چطور تمام شد؟
button-ending-back = ↩️ نظر آرام را برگردان
ending-question = گفت‌وگو با <b>{ $name }</b> چطور تمام شد؟
ending-seen = آن‌طور که آرام دید: { $outcome }. اگر جور دیگری بود، یکی را بزنید.
ending-set = ثبت شده: { $outcome }. هر وقت خواستید عوضش کنید.
ending-marked = ✓ { $outcome }
ending-kept = ثبت شد؛ ممنون که گفتید.
ending-taken-back = پس گرفته شد؛ از این پس همان است که آرام می‌بیند.
ending-start-first = برای جواب دادن، اول گفت‌وگوی خصوصی با آرام را باز کنید و «شروع» را بزنید.

outcome-open = هنوز باز است
outcome-calmed = آرام شد
outcome-refunded = پولش برگشت
outcome-parted = محترمانه جدا شدیم
outcome-left = رفت
outcome-handed-over = به مدیر سپرده شد
outcome-false-alarm = مشکلی نبود
