-- Survey answers that somebody asked to have kept. The code is there as a hash alone, the answers sealed; what was written in words is never here.
CREATE TABLE survey_result (
  id TEXT NOT NULL PRIMARY KEY,
  code_hash TEXT NOT NULL UNIQUE,
  contents TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX survey_result_expires_at ON survey_result (expires_at);
