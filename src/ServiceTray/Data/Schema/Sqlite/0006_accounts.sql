-- Who can sign in: by a password kept here, or by a provider that says who she is.
CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  sign_in_name TEXT UNIQUE,
  display_name TEXT NOT NULL,
  password_hash TEXT,
  failed_tries INTEGER NOT NULL,
  locked_until INTEGER,
  issuer TEXT,
  subject TEXT,
  created_at INTEGER NOT NULL,
  closed_at INTEGER,
  UNIQUE (issuer, subject)
) STRICT;

CREATE TABLE account_grant (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  role TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation (id),
  county TEXT,
  given_at INTEGER NOT NULL,
  given_by TEXT,
  is_claimed INTEGER NOT NULL
) STRICT;

CREATE INDEX account_grant_account ON account_grant (account_id);
CREATE INDEX account_grant_organisation ON account_grant (organisation_id);

CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  started_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT;

CREATE INDEX session_account ON session (account_id);

-- A one-time code that gives a grant to whoever is told it; only its hash is kept.
CREATE TABLE invitation (
  id TEXT NOT NULL PRIMARY KEY,
  code_hash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation (id),
  county TEXT,
  made_at INTEGER NOT NULL,
  made_by TEXT,
  ends_at INTEGER NOT NULL,
  used_at INTEGER,
  used_by TEXT
) STRICT;

-- A program that asks by a token; only the token's hash is kept.
CREATE TABLE machine_client (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  role TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation (id),
  county TEXT,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  ends_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
