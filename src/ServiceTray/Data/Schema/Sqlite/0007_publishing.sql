-- What organisations write: a draft keeps the id of its offering; residents see the offering.
CREATE TABLE draft (
  id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  published_at INTEGER,
  published_version INTEGER
) STRICT;

CREATE INDEX draft_organisation ON draft (organisation_id);

-- Who did what; rows are only added.
CREATE TABLE edition (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  draft_id TEXT NOT NULL REFERENCES draft (id),
  at INTEGER NOT NULL,
  by_account TEXT NOT NULL,
  by_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  told TEXT,
  content TEXT NOT NULL
) STRICT;

CREATE INDEX edition_draft ON edition (draft_id);

-- Fields of a register's record that its organisation has written over: an import leaves them.
CREATE TABLE kept_field (
  offering_id TEXT NOT NULL,
  field TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (offering_id, field)
) STRICT;

-- Organisations that ask to publish.
CREATE TABLE sign_up (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  organisation_id TEXT REFERENCES organisation (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  business_id TEXT,
  contact TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  decided_at INTEGER,
  decided_by TEXT
) STRICT;

CREATE INDEX sign_up_state ON sign_up (state);
