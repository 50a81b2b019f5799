-- Answers that somebody let be counted in her county's figures: numbers alone, sealed, with a county and a quarter and nothing that leads back to her.
CREATE TABLE group_answer (
  id TEXT NOT NULL PRIMARY KEY,
  survey TEXT NOT NULL,
  county TEXT NOT NULL,
  quarter TEXT NOT NULL,
  contents TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX group_answer_survey_county ON group_answer (survey, county);
CREATE INDEX group_answer_expires_at ON group_answer (expires_at);

-- Mail that waits to be sent, sealed whole; a row goes when its mail was taken, or given up after days of trying.
CREATE TABLE mail (
  id TEXT NOT NULL PRIMARY KEY,
  contents TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_at INTEGER NOT NULL
) STRICT;

CREATE INDEX mail_next_at ON mail (next_at);
