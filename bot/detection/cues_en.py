"""English and left-over Finglish cues, beside the Persian ones; syntax as in `lexicon`."""

from bot.detection.names import Finding

CUES: dict[Finding, str] = {
    Finding.TO_YOUR_FACE: """
        shame on you, how dare you, you cheated, you lied, you lie, you are lying, you're lying,
        you scammed, you stole, you thieves, you liars, you idiots, you crooks, you people are,
        kolahbardarid, kolahbardarin, kolahbardara, dozdin, dozda, dorugh migin, doroogh migin,
        dorugh migi, khejalat bekesh*, bishoorid, bishuorin, ahmaqa, ahmagha""",
    Finding.ANGER: """
        angry, furious, fed up, sick of, ridiculous, unacceptable, outrageous, disgrace*,
        disgust*, joke, enough, waste of, wasted, terrible, horrible, awful, worst, rubbish,
        garbage, shame on, how dare, insult to, excuse*, appalling, asabi*, asab*, kalafe*,
        maskhare*, alaf*""",
    Finding.DISPLEASURE: """
        not happy, unhappy, not satisfied, dissatisf*, not good enough, not acceptable,
        not what i, doesn't look, does not look, poor quality, not impressed, not ok, not fine,
        that won't do, no use""",
    Finding.DISAPPOINTMENT: """
        disappoint*, let down, expected better, expected more, trusted you, regret*,
        should have known, sadly""",
    Finding.SARCASM: """
        remarkable, charming, well played, how tempting, how kind, how nice, how convenient,
        funny how, impressive, bravo, congratulations, lovely service, great service, brilliant,
        wonderful service, of course, clearly, apparently, i suppose, ah yes, oh great,
        thanks for nothing, genius, mashala, ajab*, jaleb*""",
    Finding.ULTIMATUM: """
        or else, otherwise, last chance, final notice, by tomorrow, by monday, by tuesday,
        by wednesday, by thursday, by friday, by saturday, by sunday, by tonight, right now,
        today, immediately, within … hours, within … days, deadline, either … or, last time,
        vagarna*, vagarne*, va ella, hamin alan, hamin emrooz, hamin emruz, ya … ya""",
    Finding.URGENCY: """
        asap, urgent*, hurry, quickly, as soon as possible, running out of time, zoodtar, sari*,
        fori*""",
    Finding.CONDITION: """
        if it doesn't, if it does not, if you don't, if you can't, if i don't, unless""",
    Finding.BLAME: """
        you people, your fault, your mistake, your problem, your job, your responsib*,
        responsib*, you never, you always, you sold, you said, you told, you charged, you took,
        you should, you didn't, you did not, you haven't, you have not, customer service,
        incompeten*, careless*, negligen*, professional, support, shoma ke, to ke, khodet*,
        khodetun*""",
    Finding.RHETORICAL: """
        seriously, really, are you, do you think, do you even, what kind of, since when,
        why should i, how is that, how can, so what, which story, pas chera, yani chi, yani,
        mage, chera, jeddan*""",
    Finding.CONTRADICTION: """
        no thanks, not interested, i don't care, i do not care, wrong, that's not, na dige,
        nakheir""",
    Finding.BROKEN_WORD: """
        promised, you promised, was supposed to, were supposed to, agreed, the contract,
        the listing, as advertised, advertised, you confirmed, the description, gofte boodid,
        gofti, goftin, gharar bud, gharar bood, qarar bud, ghol dad*, farda farda""",
    Finding.WAITING: """
        still, waiting, hasn't arrived, has not arrived, not arrived, not delivered, late,
        delay*, overdue, no reply, no answer, no response, nobody answer*, weeks, any news,
        where is, hanuz*, hanooz*, montazer*, naresid*, nayumad*""",
    Finding.FAULT: """
        broken, damaged, scratch*, dent*, crack*, torn, stain*, leak*, faulty, defect*,
        doesn't work, does not work, not working, stopped working, wrong size, wrong colour,
        wrong color, wrong item, missing, expired, mouldy, moldy, bug*, crash*, down, kharab*,
        shekast*, eshtebah*, naqes*, moshkel*, pare""",
    Finding.HARM: """
        cried, crying, hospital, ruined, wedding, funeral, cost me, lost, losing, damage*, sick,
        poison*, aberu*""",
    Finding.DISTRESS: """
        stress*, worried, can't sleep, anxious, desperate*, left me, stranded""",
    Finding.MONEY_PAID: """
        i paid, paid, my money, money, toman, million, poolam*, pulam*, pool*, poole*, pulo,
        poolamo*""",
    Finding.CLAIM: """
        refund*, money back, compensat*, full price, half price back, percent, reimburse*,
        replacement, replace*, chargeback, give me back, pay me, pay for, send a new, expect,
        i demand, demand*, bargardun*, bargardoon*, pas bede*, pas bedi*""",
    Finding.REQUEST_MORE: """
        for free, free, free of charge, throw in, on the house, gift, extra, bonus, included,
        same price, no extra, while you're at it, small favour, small favor, as well, also add,
        plus, majani*, raygan*, eshantion*, ezafe*, ham bezar*, ham befrest*, ye ... ham""",
    Finding.REQUEST_CHANGE: """
        actually, instead, changed my mind, change*, rather than, one more thing, also,
        another thing, could you make, can we, we decided, we'd like, go back to, bigger,
        smaller, me again, add, swap, avaz*, bejash, be jaye, nazaram""",
    Finding.SMALLNESS: """
        tiny, slight*, a shade, shade, hairline, barely, on the box, the box, packaging, label,
        speck, dot, small mark""",
    Finding.AUTHORITY: """
        lawyer*, solicitor, police, court, legal*, sue, report you, report this,
        trading standards, consumer*, ombudsman, authorit*, complaint, chargeback,
        fraud department, vakil*, shekayat*, ettehadie*, polis, tazirat*, sazman*, gozaresh*""",
    Finding.PUBLICITY: """
        review*, one star, 1 star, stars, post this, post it, screenshot*, share this,
        everyone know*, tell everyone, followers, influencer, story, stories, tweet*, google,
        trustpilot, instagram, report mikon*, stori*""",
    Finding.GUARANTEE: """
        guarantee*, warrant*, in writing, written, certificate*, proof, prove, signed, test,
        video, zemanat*, tazmin*, taahod*, katbi*, emza*""",
    Finding.WHAT_IF: """
        what if, what happens if, and what about, how do i know, how can i be sure,
        who guarantees, question*, compare*, age ye*, age … chi, soal*, sual*""",
    Finding.NO_PLAN_TO_BUY: """
        just asking, just curious, not buying, not sure i'd, not going to buy, not ready to buy,
        just comparing, maybe next year, thinking about, felan*, qasde kharid*, ghasde kharid*,
        nemikharam*, tahqiq*""",
    Finding.HEARSAY: """
        i heard, i've heard, people say, everyone says, everybody knows, everyone knows,
        they say, a friend, my friend, shenidam*, hame midunan*, hame migan*""",
    Finding.RIVAL: """
        cheaper, elsewhere, other shop*, another shop, other sellers, competitor*, next door,
        go to, arzuntar*, arzoontar*, az divar, miram az*""",
    Finding.GUILT: """
        loyal, regular customer, good customer, longtime, small business*, heart, generous,
        fair, unfair, decent, friend*, favour, favor, student, deserve*, exposure, bulk,
        haqe man*, haqqe man*, rafiq*, moshtari*, deal""",
    Finding.MENACE: """
        you'll see, watch your, i know where, come to your, come over there, you'll regret,
        find you, bia*, miam*""",
    Finding.DEMEANING: """
        illiterate, do you even, learn to, kid, amateur*, bot, robot*, template*, copy paste,
        copy/paste, clueless, pathetic, useless""",
    Finding.COLD_FORMAL: """
        i would be grateful, i look forward, kindly note, please be advised, be advised, hereby,
        regards, in my previous, your failure, failure to, no longer, i would ask""",
    Finding.REPETITION_WORDS: """
        again, third time, second time, every time, times now, how many times, once more,
        i already, already told, as i said, repeat*, keep, baz ham, bazam, dobare*, chand bar""",
    Finding.GRATITUDE: """
        thanks, thank you, thx, many thanks, cheers, appreciate*, grateful, mersi*, merci,
        mamnun*, mamnoon*, tashakor*, sepas*, damet garm, dastet dard nakone, dastetun dard*""",
    Finding.RELIEF: """
        arrived, it works, works now, working now, fixed, sorted, solved, resolved, no problem,
        no worries, all good, my mistake, my bad, i misread, you're right, fair enough,
        that helps, resid, resid*, hal shod*, dorost shod*, shokr*""",
    Finding.AFFECTION: """
        love it, love, lovely, dear, azizam*, eshgham*, asheghesh*, khoshgel*""",
    Finding.LAUGHTER: """
        lol, haha*, hahaha*, lmao, rofl, khkh*, khe khe, hehe*, just kidding, kidding, joking""",
    Finding.PRAISE: """
        great, amazing, perfect, excellent, beautiful, fantastic, wonderful, gorgeous,
        delicious, best, brilliant, happy with, recommend, ali bud*, ali bood*, aalie*, alie,
        khube*, kheyli khub*""",
    Finding.HARSH_PRAISE: """
        killer, to die for, insanely good, wicked, sick design, dangerously good, killing me,
        crazy good, damn good""",
    Finding.SOMEBODY_ELSE: """
        previous shop, previous seller, last shop, other shop, last seller, the courier,
        courier, post office, the bank, my bank, my landlord, my boss, my husband, my sister,
        my mother, ghabli*, peyk*, post""",
    Finding.APOLOGY: """
        sorry, apolog*, pardon, excuse me, bebakhshid*, bebakhshin*, sharmande*, ozr*""",
    Finding.POLITENESS: """
        please, could you, would you, may i, kindly, if possible, when you have, lotfan*,
        mishe*, bizahmat*, khaste nabashid*""",
    Finding.GREETING: """
        hi, hello, hey, good morning, good evening, good afternoon, dear, salam*, dorood*,
        dorud*, sobh bekheir""",
    Finding.ORDERING: """
        do you have, is it available, in stock, how much, price, order, i'd like, i would like,
        ship*, delivery, address, size, colour, color, darid, darin, dari, chand*, cheghad*,
        mojud*, mojood*, qeymat*, gheymat*, mikham, befrest*, ersal*, sefaresh*, variz*""",
    Finding.AGREEMENT: """
        ok, okay, sure, deal, sounds good, that's fine, fine, yes, perfect, great, bashe*,
        chashm, hale, are, baleh, bale, okeye""",
    Finding.BLESSING: "god bless, khoda*, ishala*, inshala*, elahi*",
    Finding.TELLING: "said, says, told me, he, she, they, goft*, mige*, yaru*, him, her",
    Finding.ARGUING: """
        but, then, at least, because, so, anyway, look, listen, ke, ham, pas, dige, hala, vali,
        khob, aslan""",
    Finding.SPEAKING_OF_SELF: "i, i'm, i've, my, me, we, man, manam, ma",
}
