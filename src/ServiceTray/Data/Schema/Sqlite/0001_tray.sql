CREATE TABLE organisation (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  business_id TEXT,
  description TEXT NOT NULL,
  contacts TEXT NOT NULL,
  links TEXT NOT NULL,
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  licence TEXT,
  fetched_at INTEGER,
  source_url TEXT,
  updated_at INTEGER NOT NULL,
  UNIQUE (source, source_id)
) STRICT;

CREATE TABLE place (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  street_address TEXT NOT NULL,
  postal_code TEXT,
  municipality TEXT,
  coordinates TEXT,
  approximate INTEGER NOT NULL,
  arrival TEXT NOT NULL
) STRICT;

CREATE TABLE offering (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  summary TEXT NOT NULL,
  description TEXT NOT NULL,
  keywords TEXT NOT NULL,
  themes TEXT NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  place_ids TEXT NOT NULL,
  availability TEXT NOT NULL,
  modes TEXT NOT NULL,
  audiences TEXT NOT NULL,
  ages TEXT NOT NULL,
  languages TEXT NOT NULL,
  price TEXT NOT NULL,
  access TEXT NOT NULL,
  capacity TEXT,
  accessibility TEXT NOT NULL,
  low_threshold INTEGER NOT NULL,
  accepts_referrals INTEGER NOT NULL,
  contacts TEXT NOT NULL,
  links TEXT NOT NULL,
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  licence TEXT,
  fetched_at INTEGER,
  source_url TEXT,
  updated_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  opening_hours TEXT,
  guidance_point TEXT,
  status TEXT,
  occurrences TEXT,
  registration TEXT,
  UNIQUE (source, source_id)
) STRICT;

CREATE INDEX offering_organisation ON offering (organisation_id);

-- Every commit that residents can see adds rows here: the index, the change feed and tombstones follow them.
CREATE TABLE change (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE import_run (
  id TEXT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  report TEXT NOT NULL
) STRICT;

-- Seed files that were loaded, by the hash of what was in them.
CREATE TABLE seed_file (
  hash TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  loaded_at INTEGER NOT NULL
) STRICT;
