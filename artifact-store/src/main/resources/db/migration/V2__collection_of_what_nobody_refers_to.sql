ALTER TABLE action ADD COLUMN used_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN action.used_at IS 'When this document was last sent or asked for, to the hour; it is forgotten some time after.';

CREATE TABLE journal (
    id           uuid        PRIMARY KEY,
    head         text        NOT NULL,
    diverged     boolean     NOT NULL DEFAULT false,
    announced_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE journal IS 'The journals that refer to blobs of this store, as their orchestrators announce them. Nothing is collected unless there is exactly one.';
COMMENT ON COLUMN journal.head IS 'Its last event when it was announced; opaque. Who announces the journal again must have this event.';
COMMENT ON COLUMN journal.diverged IS 'Whether somebody has the journal without its announced head: a copy, or one restored from a backup.';

CREATE TABLE dead_blob (
    digest   text        PRIMARY KEY,
    found_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE dead_blob IS 'Blobs that the last collection found dead: nobody refers to them, and their grace period is over.';
COMMENT ON COLUMN dead_blob.found_at IS 'When a collection first found it dead; every one since has.';
