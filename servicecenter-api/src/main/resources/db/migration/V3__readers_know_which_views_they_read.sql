CREATE TABLE views_generation (
  number bigint NOT NULL
);
COMMENT ON TABLE views_generation IS 'One row. The number is another one whenever the views were emptied, so that cursors into the views before are known as such. No view itself. A migration that empties the views has to change it.';
INSERT INTO views_generation VALUES ((extract(epoch FROM clock_timestamp()) * 1000)::bigint);

ALTER TABLE consumed_partition ADD topic_id text;
COMMENT ON COLUMN consumed_partition.topic_id IS 'Which topic of that name the position is in: one that was deleted and made again has another id. Null if it is not known.';
