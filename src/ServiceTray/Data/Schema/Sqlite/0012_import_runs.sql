-- A run reads into a staging table, may have to ask, and applies only what was read to its end.
CREATE TABLE import_run_anew (
  id TEXT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  origin TEXT,
  state TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  applied INTEGER NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  failure TEXT,
  report TEXT NOT NULL
) STRICT;
INSERT INTO import_run_anew
SELECT id, source, NULL, 'Done', started_at, ended_at, 0,
  coalesce(json_extract(report, '$.added'), 0), coalesce(json_extract(report, '$.changed'), 0),
  coalesce(json_extract(report, '$.unchanged'), 0), coalesce(json_extract(report, '$.removed'), 0), NULL, report
FROM import_run;
DROP TABLE import_run;
ALTER TABLE import_run_anew RENAME TO import_run;
CREATE INDEX import_run_started ON import_run (started_at);

CREATE TABLE staged_record (
  run_id TEXT NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (run_id, position)
) STRICT;
CREATE INDEX staged_record_entity ON staged_record (run_id, entity_id);

-- What a source once had on the tray and has no more: its address tells so instead of not knowing it.
CREATE TABLE tombstone (
  id TEXT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  removed_at INTEGER NOT NULL
) STRICT;
