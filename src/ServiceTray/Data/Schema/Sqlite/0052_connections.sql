-- A calendar or table that an organisation keeps elsewhere and that is read from there by a schedule of its own.
CREATE TABLE connection (
  id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  kind TEXT NOT NULL,
  address TEXT NOT NULL,
  theme TEXT,
  hours INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  next_at INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  UNIQUE (organisation_id, address)
) STRICT;

CREATE INDEX connection_next ON connection (next_at);
