## Someone calls on Aram more often than it can keep up with.

rate-slow-down = یک لحظه صبر کنید 🌿 این همه پشت سر هم از توانم بیرون است. چند ثانیهٔ دیگر دوباره بفرستید. پیام‌های مشتری‌ها مثل همیشه خوانده می‌شود.
