-- The new columns show what events say that were applied already. All views are therefore built again from the topic's
-- beginning: without a position the projection starts there.
TRUNCATE environment, module, module_producer, upgrade, upgrade_module, upgrade_edge, failed_producer, compiler_output,
  module_change, applied_stream, consumed_partition;

ALTER TABLE environment ADD publishes integer NOT NULL;
COMMENT ON COLUMN environment.publishes IS 'How many publishes were started.';

ALTER TABLE module
  ADD source           text,
  ADD prepared_source  text,
  ADD settings_version integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN module.source IS 'Digest of the source bundle that the factory has.';
COMMENT ON COLUMN module.prepared_source IS 'Digest of the source bundle that it was prepared or published from last.';
COMMENT ON COLUMN module.settings_version IS '0 until the module is configured.';

CREATE TABLE module_setting (
  environment text COLLATE "C" NOT NULL,
  module      text COLLATE "C" NOT NULL,
  key         text COLLATE "C" NOT NULL,
  value       text NOT NULL,
  PRIMARY KEY (environment, module, key)
);
COMMENT ON TABLE module_setting IS 'How the modules of the factory are configured.';

ALTER TABLE upgrade
  ADD cancelled    integer NOT NULL,
  ADD paused_by    text,
  ADD pause_reason text,
  ADD system_task  text;
COMMENT ON COLUMN upgrade.paused_by IS 'Who paused the preparation, null while it is not paused.';
COMMENT ON COLUMN upgrade.system_task IS 'Which system modules are being published before the preparation, null if none.';

ALTER TABLE upgrade_module
  ADD source     text,
  ADD reenlisted boolean NOT NULL DEFAULT false;
COMMENT ON TABLE upgrade_module IS 'The modules of an upgrade, in scope or excluded, with their state in it; and under the id of a publish those that are compiled for it.';
COMMENT ON COLUMN upgrade_module.source IS 'Digest of the source bundle that the plan has.';
COMMENT ON COLUMN upgrade_module.reenlisted IS 'Whether the module is pending again as soon as the preparation is reopened.';
COMMENT ON TABLE upgrade_edge IS 'The plan of an upgrade or a publish: which modules in scope a module in scope consumes directly.';

CREATE TABLE publish (
  id               uuid PRIMARY KEY,
  environment      text COLLATE "C" NOT NULL,
  ordinal          integer NOT NULL,
  platform_version text NOT NULL,
  upgrade_id       uuid,
  requested_by     text NOT NULL,
  started_at       timestamptz NOT NULL,
  ended_at         timestamptz,
  published        integer,
  failed           integer,
  skipped          integer
);
CREATE INDEX publish_of_environment ON publish (environment, ordinal DESC);
COMMENT ON TABLE publish IS 'One row per publish; its counts are null until it ends.';
COMMENT ON COLUMN publish.ordinal IS '1 for the first publish of its environment.';
COMMENT ON COLUMN publish.upgrade_id IS 'The upgrade whose task it is, null if an operator asked for it.';

CREATE TABLE publish_module (
  publish_id   uuid NOT NULL,
  module       text COLLATE "C" NOT NULL,
  reused       text,
  reason       text NOT NULL,
  artifact     text,
  source       text,
  published_at timestamptz,
  PRIMARY KEY (publish_id, module)
);
CREATE INDEX publish_module_of_module ON publish_module (module, publish_id);
COMMENT ON TABLE publish_module IS 'The modules that a publish is to deploy, and what it deployed of them.';

CREATE VIEW module_in_publish AS
SELECT p.publish_id, p.module AS name, true AS deployed, p.reused, p.reason, p.published_at,
  CASE
    WHEN p.published_at IS NOT NULL THEN 'published'
    WHEN u.state = 'failed' THEN 'failed'
    WHEN u.state = 'skipped' OR publish.ended_at IS NOT NULL THEN 'skipped'
    WHEN u.state = 'preparing' THEN 'compiling'
    WHEN u.state = 'prepared' OR p.reused IS NOT NULL THEN 'compiled'
    ELSE 'pending'
  END AS state,
  coalesce(p.artifact, u.artifact, p.reused) AS artifact,
  u.compile_millis, coalesce(u.warnings, 0) AS warnings, u.failure_kind
FROM publish_module p
JOIN publish ON publish.id = p.publish_id
LEFT JOIN upgrade_module u ON u.upgrade_id = p.publish_id AND u.name = p.module
UNION ALL
SELECT u.upgrade_id, u.name, false, NULL, NULL, NULL,
  CASE u.state
    WHEN 'preparing' THEN 'compiling'
    WHEN 'prepared' THEN 'compiled'
    ELSE u.state
  END,
  u.artifact, u.compile_millis, u.warnings, u.failure_kind
FROM publish
JOIN upgrade_module u ON u.upgrade_id = publish.id
WHERE NOT EXISTS (SELECT FROM publish_module p WHERE p.publish_id = u.upgrade_id AND p.module = u.name);
COMMENT ON VIEW module_in_publish IS 'Where each module of a publish is: those that it deploys, and those whose artifact it only makes again.';
