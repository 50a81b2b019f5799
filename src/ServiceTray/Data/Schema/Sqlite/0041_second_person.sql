-- What a county has chosen; no row: what is usual.
CREATE TABLE county_choice (
  county TEXT NOT NULL PRIMARY KEY,
  second_person INTEGER NOT NULL
) STRICT;

-- A draft that waits for a second person: the version she is asked about, and the county that wants her.
ALTER TABLE draft ADD COLUMN asked_version INTEGER;
ALTER TABLE draft ADD COLUMN asked_county TEXT;
CREATE INDEX draft_asked ON draft (asked_county) WHERE asked_county IS NOT NULL;

-- Organisations that let a helper publish for them; rows stay when an agreement has ended.
CREATE TABLE helper_agreement (
  id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  helper TEXT NOT NULL REFERENCES account (id),
  agreed_at INTEGER NOT NULL,
  agreed_by TEXT NOT NULL,
  ended_at INTEGER,
  ended_by TEXT
) STRICT;

CREATE INDEX helper_agreement_helper ON helper_agreement (helper);
CREATE UNIQUE INDEX helper_agreement_open ON helper_agreement (organisation_id, helper) WHERE ended_at IS NULL;

-- A one-time code by which an account goes to who holds its office next; only its hash is kept.
CREATE TABLE account_handover (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  code_hash TEXT NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;

CREATE INDEX account_handover_account ON account_handover (account_id);
