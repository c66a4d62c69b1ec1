# What a manager is told about playbook files: what is wrong and how to mend it.

problem-error = { $file }, line { NUMBER($line, useGrouping: 0) }, error: { $said }
problem-issue = { $file }, line { NUMBER($line, useGrouping: 0) }, warning: { $said }

error-playbook-unreadable = The file { $file } cannot be opened ({ $reason }). See that it may be read.
error-edit-nowhere = There is no { $place } in { $file }. It may have been changed meanwhile; open it again.
error-edit-broken-file = The file { $file } has a mistake of its own (line { NUMBER($line, useGrouping: 0) }), so that no part of it can be changed. Correct that first.
error-edit-impossible = This change cannot be fitted into { $file } ({ $place }). Download the file, change it in an editor, and send it again.

## The file, before any playbook is seen in it

source-too-large = The file is larger than { $kilobytes } kilobytes. Split it into several smaller playbooks.
source-not-utf8 = The letters of this line cannot be read. Save the file as UTF-8.
source-strange-letter = There is a hidden character here that is not allowed ({ $code }). Delete it and type the text again.
source-anchor = The signs & and * at the start of a text point elsewhere in the file, which is not allowed here. Write the text out, or put it between straight quotes ("…").
source-tag = A text may not start with "!" as it stands. Put the text between straight quotes ("…").
source-several-documents = The line --- cuts the file in two. Write each playbook in a file of its own.
source-too-deep = More than { $deepest } levels stand inside one another. Check the spaces at the start of lines, and the brackets.
source-key-not-text = A key must be one word. If this is a text, put it between straight quotes ("…").
source-duplicate-key = The key "{ $key }" was already given in line { NUMBER($first, useGrouping: 0) }. Delete one of them, or join the two parts.
source-wrong-ending = Files whose name ends in .yml are not read. Change the ending to .yaml.
source-no-playbook = There is no playbook in this file. Start it with id, title, when and steps, or delete the file.
source-unclosed-quote = The quote that opens here is never closed. Add the closing quote.
source-unknown-escape = The sign \ has a meaning of its own between "…". Write \\ instead, or put the text between '…'.
source-tab = The space at the start of the line was made with the Tab key. Use spaces instead.
source-unquoted-sign = A text that starts with @ or ` or % must stand between straight quotes ("…").
source-unquoted-bracket = A text that starts with a bracket or brace must stand between straight quotes ("…") as a whole. If it is a list, see that its bracket is closed.
source-word-after-quote = More text follows after the closing quote. Move the quote to the end of the text, and use '…' or “…” inside it.
source-unquoted-colon = A colon in this line is taken for the end of a key. Put the whole text between straight quotes ("…").
source-broken = The file's structure breaks here. Check the spaces at the start of the line, the dashes of lists and the quotes, in this line and the one before.

## Keys and values

rule-wrong-type = "{ $key }" needs { $wanted ->
    [text] a text
    [list] a list (each item after a dash)
   *[other] pairs of "key: value"
} here, but { $found ->
    [text] a text
    [list] a list
   *[other] pairs of "key: value"
} was found. If a text starts with a bracket or brace, or has a colon in it, put it between straight quotes ("…").
rule-unknown-tone = The tone "{ $found }" is not known. { $near ->
    [none] Write one of these: { $known }.
   *[other] Did you mean "{ $near }"? Write one of these: { $known }.
} In Persian, friendly says تو and formal says شما.
rule-bad-amount = "{ $found }" is not a sum. Write only the number of toman, such as 500000 or 500,000.
rule-own-outside-situations = There is no place for own in "{ $key }". Write it in the list of situations under when: situations: [own].
rule-empty-value = "{ $key }" is empty. Write something for it, or take the line away.
rule-unknown-key = The key "{ $key }" is not known here. { $near ->
    [none] The keys that are: { $known }.
   *[other] Did you mean "{ $near }"? The keys that are: { $known }.
}
rule-missing-key = { $inside ->
    [steps] This step
    [avoid] This item of "avoid"
   *[other] This playbook
} has no "{ $key }". Add it.
rule-unknown-situation = The situation "{ $found }" is not known. { $near ->
    [none] The situations that are: { $known }.
   *[other] Did you mean "{ $near }"? The situations that are: { $known }.
}
rule-unknown-step-kind = There is no step of the kind "{ $found }". { $near ->
    [none] The kinds there are: { $known }.
   *[other] Did you mean "{ $near }"? The kinds there are: { $known }.
}
rule-unknown-moment = The moment "{ $found }" is not known. { $near ->
    [none] Write one of these: { $known }.
   *[other] Did you mean "{ $near }"? Write one of these: { $known }.
}
rule-unknown-need = Nobody called "{ $found }" can give leave. { $near ->
    [none] Only { $known } can be written; if no leave is needed, take the line away.
   *[other] Did you mean "{ $near }"? Only { $known } can be written.
}
rule-bad-id = The id "{ $found }" cannot be used. Start with a small Latin letter and use only small letters, digits and _, 32 characters at most.
rule-bad-tension-range = "{ $found }" is not a tension. Write one of calm, uneasy, heated and abusive, or a range from calmer to hotter such as calm..heated.
rule-bad-duration = "{ $found }" is not a time span. Write 30m (minutes), 2h (hours) or 2d (days).
rule-bad-priority = The priority "{ $found }" is not right. Write a whole number from 0 to { $highest }.
rule-arabic-letters = "{ $word }" has an Arabic ي or ك in it. Type it again with a Persian keyboard.

## Drafts

rule-empty-draft = Without the customer's name this draft says nothing. Write its text, or take the line away.
rule-draft-too-long = With names and the shop's values filled in, this draft has { $length } characters and does not fit the copy button. { $value ->
    [none] Shorten it
   *[other] Shorten it, or { $value } in shop.yaml,
} to { $longest } characters at most.
rule-step-too-long-for-card = The advice and drafts of this step have { $length } characters together and do not fit one Telegram message with the customer's words. Shorten the advice until all have { $longest } at most.
rule-title-too-long = This title has { $length } characters and does not fit lists and buttons. Write { $longest } at most.
rule-advice-too-long = This advice has { $length } characters, which no seller reads in the middle of a quarrel. Say it in one or two sentences; { $longest } characters at most.
rule-unbalanced-brackets = A bracket or brace in "{ $draft }" has no partner, or stands inside another. Close every [ with ] and every brace with its partner.
rule-unknown-placeholder = { $found } cannot be filled in. { $near ->
    [none] Use only these: { $known }.
   *[other] Did you mean { $near }? Use only these: { $known }.
}
rule-bare-placeholder = { $name } stands outside square brackets and would leave a hole where the name is not known. Put it, with the words that belong to it, between [ and ].
rule-idle-brackets = There is no name in { $words }, so the brackets do nothing. Take them away, or put a name between them.
rule-placeholder-outside-draft = { $name } is filled in only in drafts and would be shown as it is here. Write a word instead, such as "the customer" or "the shop".

## Phrases

rule-empty-phrase = This phrase is empty. Write a word, or take the line away.
rule-bad-phrase = The phrase "{ $phrase }" cannot be looked for. A * comes only after a word and a … only between words, and every part needs a word.

rule-phrase-of-two = The phrase "{ $phrase }" is also in "{ $id }" ({ $other }, line { NUMBER($line, useGrouping: 0) }), so it does not tell the two apart. Keep it in one of them, or move it to the hints of the other.
rule-common-phrase = The phrase "{ $phrase }" is found in { NUMBER($found, useGrouping: 0) } of { $total } calm customer messages, so Aram would speak for nothing. Make it more exact, or move it to hints.
rule-silent-example = Aram does not come here for "{ $example }" ({ $heard ->
    [none] it stays silent
   *[other] it opens "{ $heard }"
}). Add a phrase of this message to signals, or take the example away.
rule-loud-look-alike = Aram opens this playbook for "{ $example }", although it should not. Add something of this message to unless, or make the phrase that catches it more exact.

## A whole playbook

rule-id-differs-from-file-name = The id "{ $id }" is not the file's name ({ $name }). Change one of them, so that both are the same.
rule-repeated-step-kind = The step "{ $kind }" is also there in { $other ->
    [here] line
   *[other] { $other }, line
} { NUMBER($first, useGrouping: 0) }, so this one never gets its turn. Gather the drafts in one step.
rule-step-never-reached = Once the customer has calmed down, only one step is shown ("{ $shown }"), so "{ $kind }" never gets its turn. Move its drafts to that step, or take this step away.
rule-same-draft-twice = The same text is also there in { $other ->
    [here] line
   *[other] { $other }, line
} { NUMBER($first, useGrouping: 0) }. Put one of them in other words, or take it away.
rule-same-phrase-twice = The phrase "{ $phrase }" is also there in { $other ->
    [here] line
   *[other] { $other }, line
} { NUMBER($first, useGrouping: 0) }. Take one of them away.

rule-own-without-signs = This playbook is about a situation of the shop's own, but nothing shows it: it has no signals.phrases and too few examples ({ $found } in examples.fires). Write a phrase, or at least { $wanted } examples.

## Files in kinds, which change a playbook for one kind of shop

rule-overlay-without-base = There is no playbook "{ $id }" in the folder { $folder } that this file could change. Correct the id, or make this file a whole playbook by adding { $missing }.
rule-lost-step = The playbook that is changed has no step "{ $kind }". { $near ->
    [none] Its steps: { $known }.
   *[other] Did you mean "{ $near }"? Its steps: { $known }.
}
rule-step-taken-before = This file has already replaced or removed the step "{ $kind }", in line { NUMBER($first, useGrouping: 0) }. Delete one of the two, or name a step that is left: { $known }.
rule-no-step-left = This file takes away every step of "{ $id }", and nothing is left to say. Keep or write at least one.
rule-two-places = "{ $key }" and "{ $other }" do not go together in one step. Write one of replace, before and after, then the step itself; remove stands alone.

## The file shop.yaml

rule-unknown-shop-kind = There is no folder in kinds for "{ $found }". { $near ->
    [none] The folders there are: { $known }.
   *[other] Did you mean "{ $near }"? The folders there are: { $known }.
}
rule-unknown-language = There are no playbooks in the language "{ $found }". { $near ->
    [none] The languages there are: { $known }.
   *[other] Did you mean "{ $near }"? The languages there are: { $known }.
}

## Between files

rule-never-heard = "{ $id }" never gets its turn: "{ $other }" speaks before it wherever it would. Give it a higher priority, or keep their situations and tensions apart.
rule-missing-friendly-drafts = The shop's tone is friendly, but these steps have no friendly drafts and say شما: { $steps }. Write friendly drafts below each of them.

rule-duplicate-id = The id "{ $id }" is in { $other } as well. Give one of them another id and file name.
rule-missing-translation = "{ $id }" is not in the folder { $locale }, where it is shown in the first language. Write a file of the same name in that folder.
rule-missing-original = "{ $id }" is not in the folder { $fallback } and is of no use until it is. Write a file of the same name in that folder.
rule-different-steps = The steps of this file are not those of { $other }. There: { $wanted }. Here: { $found }. Make their kinds and order the same.
