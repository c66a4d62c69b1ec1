## Backups, moving, health: what operating Aram says in a terminal.

backup-written = Everything is in { $file }: { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    }, { $kilobytes } kB. Keep it as safe as the database itself.
backup-restored = { $file } is back: { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    }. An Aram that runs starts over within a few seconds.

move-rows = { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
move-done = { $count ->
        [one] { $count } row was copied
       *[other] { $count } rows were copied
    } and found the same. Now write DATABASE_URL={ $url } (with its password) into .env, start Aram, and delete the old database once all is well.
move-was-there = { $count ->
        [one] { $count } row is
       *[other] { $count } rows are
    } there already and the same: nothing was left to do. DATABASE_URL={ $url }

error-backup-exists = { $file } is there already. Choose another name, or replace it with --force.
error-backup-unwritable = The backup { $file } cannot be written ({ $reason }). See that its folder exists, has space left and may be written to.
error-backup-broken = { $file } is not a whole backup for this kind of database. Take another one; a backup of SQLite does not fit PostgreSQL, nor the other way: aram move brings one into the other.
error-backup-in-memory = A database in memory has no backup. Point DATABASE_URL in .env at a file or a server.
error-backup-tool-missing = PostgreSQL's own tool { $tool } is not installed here. Install it (Debian and Ubuntu: postgresql-client), or make a copy in a file with aram move --to sqlite:///copy.db.
error-backup-tool-failed = { $tool } did not do its work: { $reason }. It must be at least as new as the server, and be allowed to reach it.
error-restore-not-empty = The database holds something already (table { $table }: { $count }). Make a backup of it, and replace it with --force.
error-database-restored = The database was restored from a backup. Start Aram anew.
error-move-onto-itself = Both are the same database. Give another one with --to.
error-move-not-current = The database { $url } is not up to date. Run aram migrate on it first.
error-move-served = An Aram runs on { $url }, or has ended a moment ago. Stop it, wait a quarter of a minute, and try again.
error-move-not-empty = The database { $url } holds something already (table { $table }: { $count }). Give an empty one.
error-move-differs = Table { $table } did not arrive as it was: { $sent } rows went, { $found } came. Nothing was changed; try again, and if it happens again, tell the makers.
error-health-port-missing = No port is set under which Aram could be asked. Write one after HEALTH_PORT= in .env.
