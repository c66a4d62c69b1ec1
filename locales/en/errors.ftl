# What Aram says before it stops: what happened, where, and how to mend it.

error-token-missing = The bot token is not set. Get one from BotFather and write it after BOT_TOKEN= in the file .env. To try Aram without a token, run aram sandbox.
error-token-wrong = Telegram did not accept this token. Make BOT_TOKEN in .env the same as the token that BotFather gave you.
error-telegram-unreachable = Telegram cannot be reached at { $url } ({ $reason }). Check the internet connection and the proxy; if you use a server of your own, correct TELEGRAM_API_URL in .env.
error-settings-invalid = The setting { $name } is not right: { $problem }. Correct it in .env or in the environment; .env.example shows how each one is written.
error-env-file-broken = Line { NUMBER($line, useGrouping: 0) } of { $file } cannot be read. Every line must look like NAME=value, with a text of several words between straight quotes ("…").
error-database-unwritable = The database { $path } cannot be written. See that its folder exists, has space left and may be written to, or point DATABASE_URL in .env somewhere else.
error-database-unreachable = The database { $url } does not answer ({ $reason }). See that it is running and reachable, and that DATABASE_URL in .env is right.
error-database-newer = The database was made by a newer Aram (version { $found }). Update Aram, or go on with the backup from before the update.
error-playbooks-missing = There are no playbooks in { $folder }. It needs a folder for each language, such as fa, with .yaml files inside; or correct PLAYBOOKS_DIR in .env.
error-playbooks-unusable = No playbook can be used; { $count ->
    [one] there is one error, at
   *[other] there are { $count } errors, the first at
} { $first }. Run aram playbook check to see them all, and correct them.
error-locales-missing = Aram's own words cannot be found or read in { $folder }. Bring the folder locales back from the project; at least fa with its .ftl files is needed.
error-conversation-file = Line { NUMBER($line, useGrouping: 0) } of { $file } is not a proper conversation: { $problem }. Bring that line into the conversation format.
error-conversation-json = Line { NUMBER($line, useGrouping: 0) } of { $file } is not JSON. Every line must be one whole conversation, from opening to closing brace.
error-label-missing = Line { NUMBER($line, useGrouping: 0) } of { $file }: the label { $label } of turn { NUMBER($turn, useGrouping: 0) } is missing or not one of those there are. Every customer turn needs tension (0 to 3), situations and alert (yes, no or either); turns are counted from 0.
error-page-unwritable = The page { $file } cannot be written. See that its folder exists and may be written to.
error-training-extra-missing = Training needs the package { $package } too. Install it with make .venv/.train and run it again.
error-training-no-conversations = There are no labelled conversations to train on in { $folder }. It needs files named train_*.jsonl or round_*.jsonl.
error-reviews-file = The file { $file } is not a list of reviews. It needs to be a CSV file with the columns comment and rating (1 to 5).
error-training-feedback-in-place = A shop's corrections shall not end up in the program's own model. Give a folder outside of it with --out.
error-training-feedback-of-many = This database serves several shops, and what one of them corrected stays with it. Train where only that shop is served.
error-model-broken = The model in the folder { $folder } cannot be found or read. Bring that folder back from the project; if MODEL_DIR names it, mend that line.
error-file-missing = The file { $file } was not found. Check its name and where it lies.
error-port-taken = Port { NUMBER($port, useGrouping: 0) } is taken by another program. Close that program or choose another port.
error-unexpected = Something unforeseen went wrong ({ $kind }). The log has the details; run it once more, and if it happens again, send the log to the makers.
error-shop-known = There already is a shop called “{ $name }”. Give another name; aram shop list shows them all.
error-shop-unknown = There is no shop with the number { NUMBER($number, useGrouping: 0) }. aram shop list shows them all.
