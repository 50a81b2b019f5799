-- What somebody picked for somebody. The code and the edit key are there as hashes alone, all that was picked and written sealed.
CREATE TABLE tray (
  id TEXT NOT NULL PRIMARY KEY,
  code_hash TEXT NOT NULL UNIQUE,
  edit_key_hash TEXT NOT NULL,
  contents TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX tray_expires_at ON tray (expires_at);
