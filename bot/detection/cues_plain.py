"""What the plain rules of the verdict go by: the names of a cheat, and words that speak of goods.

A name of a cheat can only accuse. Beside goods a harsh word hardly ever is meant for the seller:
«مانتوی لجنی», «گوشت گوساله».
"""

from bot.detection.names import Finding

CUES = {
    Finding.CALLS_A_CHEAT: """
        کلاهبردار, کلاهبردارا, کلاهبردارها, کلاهبرداری, کلاهبردارین, کلاهبردارید, کلاهبردارن,
        کلاه بردار, کلاه بردارا, کلاه بردارها, کلاه برداری, کلاه بردارین, کلاه بردارید, شیاد,
        شیادا, شیادها, شیادی, شیادین, شیادید, شارلاتان, شارلاتانا, شارلاتانها, شارلاتانی,
        شارلاتانین, شارلاتانید, متقلب, متقلبا, متقلبها, متقلبین, متقلبید, متغلب, حقه باز,
        حقه بازا, حقه بازها, حقه بازین, حقه بازید, حقه‌باز, حقه‌بازا, حقه‌بازها, حقه‌بازین,
        حقه‌بازید, دروغگو, دروغگوها, دروغگوا, دروغگویین, دروغگویید, دروغ گو, دروغ گوها, دروقگو,
        دزدا, دزدها, دزدین, دزدید, شما دزد*, مال مردم خور, مال مردم خورا, kolahbardar,
        kolahbardara, kolahbardarin, kolah bardar, kolah bardara, sharlatan, sharlatana,
        sharlatanin, motaghaleb, moteghaleb, motaqaleb, doroughgoo, scammer, scammers, fraudster,
        fraudsters, swindler, swindlers, con artist, con artists, con man, conman, liar, liars,
        crook, crooks, thief, thieves""",
    Finding.GOODS: """
        دارین, دارید, موجوده, موجود, چنده, قیمت, قیمتش, قیمتشون, کیلو, کیلویی, گرم, گرمی, متری,
        عددی, رنگ, رنگش, رنگی, سایز, سایزش, مدل, مدلش, مارک, برند, برندش, اندازه, طرح, بسته ای,
        کارتن, فیلم, سریال, کتاب, رمان, مجله, آهنگ, آلبوم, پوستر, ماگ, عروسک, اسباب بازی, پازل,
        ماسک, کرم, لوسیون, سرم, صابون, شامپو, عطر, ادکلن, رژ, لاک, گوشت, فیله, ماهیچه, راسته,
        سردست, جگر, کله پاچه, سوسیس, غذا, غذای, خوراک, خوراکی, تشویقی, قلاده, قفس, آکواریوم, پمپ,
        فیلتر, کود, سم, علف, علفهای, گیاه, بذر, گلدون, گلدان, پیچ, پیچش, مهره, رزوه, واشر, شیشه,
        بطری, ظرف, ظروف, قوطی, دبه, پارچ, لیوان, فلاسک, فنجون, سطل, کیسه, قابلمه, پرینتر, چاپگر,
        تونر, کارتریج, دوربین, گوشی, قاب, گلس, شارژر, کابل, کاشی, سرامیک, فرش, روفرشی, مبل,
        صندلی, میز, پرده, تابلو, مانتو, شلوار, پیراهن, تیشرت, شومیز, کفش, کیف, شال, روسری, جوراب,
        انگشتر, گردنبند, گوشواره, دستبند, چای, قهوه, پنیر, خامه, خرما, عسل, ترشی, مربا, روغن,
        ادویه, شکلات, کیک, نوشابه, ماهی, مرغ, darin, darid, chande, mojude, mojoode, gheymat,
        gheymate, kilo, kilooyi, ghazaye, goosht, gusht, mahi, asbab bazi, ketab, ketabe, film,
        filme, roman, in stock, do you have, available, how much, price, book, books, novel,
        movie, song, game, toy, toys, puzzle, mug, poster, manual, tea, coffee, sauce, cake,
        food, meat, paper, printer, toner, phone, bag, bags, bin, cans, jar, bottle, mask, cream,
        soap, shampoo, perfume, shirt, shoes, socks, hat, fish, costume, lashes, detector, alarm,
        lock, proof""",
}
