-- The groups come from events that were applied already. All views are therefore built again from the topic's beginning.
TRUNCATE environment, module, module_producer, module_setting, upgrade, upgrade_module, upgrade_edge, failed_producer,
  compiler_output, module_change, publish, publish_module, applied_stream, consumed_partition;
UPDATE views_generation SET number = greatest(number + 1, (extract(epoch FROM clock_timestamp()) * 1000)::bigint);

CREATE TABLE failure (
  upgrade_id    uuid NOT NULL,
  module        text COLLATE "C" NOT NULL,
  failure_group text COLLATE "C" NOT NULL,
  code          text COLLATE "C" NOT NULL,
  pattern       text COLLATE "C" NOT NULL,
  message       text NOT NULL,
  PRIMARY KEY (upgrade_id, module)
);
CREATE INDEX failure_of_group ON failure (upgrade_id, failure_group, module);
COMMENT ON TABLE failure IS 'What the failure of a module is grouped by. Of use for modules whose state is failed only: the row stays when a module is prepared later.';
COMMENT ON COLUMN failure.failure_group IS 'Short digest of the kind of failure, the code and the pattern.';
COMMENT ON COLUMN failure.pattern IS 'The message of the first error without names, numbers and paths.';
COMMENT ON COLUMN failure.message IS 'The message as it was, cut to 1,000 characters.';
