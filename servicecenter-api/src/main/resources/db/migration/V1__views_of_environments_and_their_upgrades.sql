CREATE TABLE environment (
  name             text COLLATE "C" PRIMARY KEY,
  kind             text   NOT NULL,
  platform_version text,
  platform_digest  text,
  modules          integer NOT NULL,
  upgrade_id       uuid,
  upgrades         integer NOT NULL,
  events           bigint NOT NULL,
  changes          bigint NOT NULL,
  as_of            timestamptz
);
COMMENT ON TABLE environment IS 'One row per environment: what it is, its latest upgrade, and as of which event every view of it is.';
COMMENT ON COLUMN environment.events IS 'Applied events of the environment, of its own stream and of its upgrades.';
COMMENT ON COLUMN environment.changes IS 'The last sequence given to a row of module_change.';

CREATE TABLE module (
  environment      text COLLATE "C" NOT NULL,
  name             text COLLATE "C" NOT NULL,
  kind             text NOT NULL,
  running_version  text,
  running_digest   text,
  deployed_at      timestamptz,
  prepared_version text,
  PRIMARY KEY (environment, name)
);
COMMENT ON TABLE module IS 'The factory of an environment: what runs of each module, and for which platform version it was prepared last.';

CREATE TABLE module_producer (
  environment text COLLATE "C" NOT NULL,
  module      text COLLATE "C" NOT NULL,
  producer    text COLLATE "C" NOT NULL,
  PRIMARY KEY (environment, module, producer)
);
COMMENT ON TABLE module_producer IS 'The modules that a module of the factory consumes directly.';

CREATE TABLE upgrade (
  id           uuid PRIMARY KEY,
  environment  text COLLATE "C" NOT NULL,
  ordinal      integer NOT NULL,
  from_version text,
  to_version   text,
  requested_by text,
  state        text    NOT NULL,
  total        integer NOT NULL,
  prepared     integer NOT NULL,
  failed       integer NOT NULL,
  skipped      integer NOT NULL,
  excluded     integer NOT NULL,
  started_at   timestamptz,
  ended_at     timestamptz,
  reason       text
);
CREATE INDEX upgrade_of_environment ON upgrade (environment, ordinal DESC);
COMMENT ON TABLE upgrade IS 'One row per upgrade: all that the banner and the percentage need.';
COMMENT ON COLUMN upgrade.ordinal IS '1 for the first upgrade of its environment.';

CREATE TABLE upgrade_module (
  upgrade_id      uuid NOT NULL,
  name            text COLLATE "C" NOT NULL,
  kind            text NOT NULL,
  state           text NOT NULL,
  unit            text COLLATE "C",
  attempts        integer NOT NULL DEFAULT 0,
  artifact        text,
  warnings        integer NOT NULL DEFAULT 0,
  compile_millis  bigint,
  failure_kind    text,
  settled_at      timestamptz,
  excluded_reason text,
  PRIMARY KEY (upgrade_id, name)
);
CREATE INDEX upgrade_module_by_state ON upgrade_module (upgrade_id, state, name);
CREATE INDEX upgrade_module_by_unit ON upgrade_module (upgrade_id, unit);
COMMENT ON TABLE upgrade_module IS 'The modules of an upgrade, in scope or excluded, with their state in it.';

CREATE TABLE upgrade_edge (
  upgrade_id uuid NOT NULL,
  module     text COLLATE "C" NOT NULL,
  producer   text COLLATE "C" NOT NULL,
  PRIMARY KEY (upgrade_id, module, producer)
);
CREATE INDEX upgrade_edge_by_producer ON upgrade_edge (upgrade_id, producer, module);
COMMENT ON TABLE upgrade_edge IS 'The plan of an upgrade: which modules in scope a module in scope consumes directly.';

CREATE TABLE failed_producer (
  upgrade_id uuid NOT NULL,
  module     text COLLATE "C" NOT NULL,
  producer   text COLLATE "C" NOT NULL,
  PRIMARY KEY (upgrade_id, module, producer)
);
CREATE INDEX failed_producer_by_producer ON failed_producer (upgrade_id, producer, module);
COMMENT ON TABLE failed_producer IS 'The failed modules that a module consumes, directly or not; shown of skipped modules.';

CREATE TABLE compiler_output (
  upgrade_id  uuid NOT NULL,
  module      text COLLATE "C" NOT NULL,
  diagnostics text NOT NULL,
  log         text NOT NULL,
  PRIMARY KEY (upgrade_id, module)
);
COMMENT ON TABLE compiler_output IS 'What the compiler said about a module; modules it was silent about have no row.';
COMMENT ON COLUMN compiler_output.diagnostics IS 'JSON array; as text, because jsonb refuses the character U+0000.';

CREATE TABLE module_change (
  environment text COLLATE "C" NOT NULL,
  sequence    bigint NOT NULL,
  upgrade_id  uuid   NOT NULL,
  module      text COLLATE "C" NOT NULL,
  state       text   NOT NULL,
  time        timestamptz NOT NULL,
  detail      text   NOT NULL,
  PRIMARY KEY (environment, sequence)
);
CREATE INDEX module_change_of_module ON module_change (upgrade_id, module, sequence);
COMMENT ON TABLE module_change IS 'Every change of a module''s state, numbered per environment without gaps: the cursor of readers, and the history of a module.';

CREATE TABLE applied_stream (
  stream      text COLLATE "C" PRIMARY KEY,
  environment text COLLATE "C" NOT NULL,
  sequence    bigint NOT NULL
);
COMMENT ON TABLE applied_stream IS 'The last applied sequence of each stream, written in the transaction that writes the views.';

CREATE TABLE consumed_partition (
  topic       text NOT NULL,
  partition   integer NOT NULL,
  next_offset bigint  NOT NULL,
  PRIMARY KEY (topic, partition)
);
COMMENT ON TABLE consumed_partition IS 'Where reading goes on after a restart; locked by whoever writes the views of the partition. No view itself.';
