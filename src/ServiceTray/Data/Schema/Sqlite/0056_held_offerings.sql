-- What a connected calendar or table brought that residents have not seen, and that waits for a second person where its county wants her.
CREATE TABLE held_offering (
  id TEXT NOT NULL PRIMARY KEY,
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  written_by TEXT NOT NULL,
  county TEXT NOT NULL,
  print TEXT NOT NULL,
  record TEXT NOT NULL,
  state TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by TEXT,
  words TEXT
) STRICT;

CREATE INDEX held_offering_connection ON held_offering (connection_id);
CREATE INDEX held_offering_waiting ON held_offering (asked_at) WHERE state = 'Waiting';
