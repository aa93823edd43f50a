CREATE TABLE action (
    key       char(64)    PRIMARY KEY,
    document  text        NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE action IS 'The action cache: what came of a compile, by the key of its inputs.';
COMMENT ON COLUMN action.key IS 'Hash of the compile''s inputs, 64 lower-case hexadecimal digits; made by the worker.';
COMMENT ON COLUMN action.document IS 'A JSON object exactly as it was sent; text, because jsonb would reject escaped NULs and reorder members.';
COMMENT ON COLUMN action.stored_at IS 'When this document was last sent.';

CREATE TABLE platform (
    version   text        PRIMARY KEY,
    digest    char(64)    NOT NULL,
    release   integer     NOT NULL CHECK (release >= 8),
    options   text[]      NOT NULL,
    bytes     bigint      NOT NULL CHECK (bytes > 0),
    pushed_at timestamptz NOT NULL
);
COMMENT ON TABLE platform IS 'The platform distribution that a version names now; its bytes are the blob of the digest.';
COMMENT ON COLUMN platform.version IS 'As its vendor writes it, for example 11.9.0.';
COMMENT ON COLUMN platform.digest IS 'SHA-256 of the distribution''s bundle: its identity.';
COMMENT ON COLUMN platform.release IS 'Java release that modules are compiled for.';
COMMENT ON COLUMN platform.options IS 'Compiler options, in order.';
COMMENT ON COLUMN platform.bytes IS 'Size of the bundle.';
COMMENT ON COLUMN platform.pushed_at IS 'When the version was first pushed with this digest.';
