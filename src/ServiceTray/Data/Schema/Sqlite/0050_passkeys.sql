-- What lets an account in without its password; the secret half lies in its owner's device.
CREATE TABLE passkey (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  credential_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  public_key TEXT NOT NULL,
  sign_count INTEGER NOT NULL,
  is_user_verified INTEGER NOT NULL,
  is_backup_eligible INTEGER NOT NULL,
  is_backed_up INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;

CREATE INDEX passkey_account ON passkey (account_id);

-- Challenges that were answered, until they would be over anyway: none is answered twice.
CREATE TABLE passkey_answer (
  challenge_id TEXT NOT NULL PRIMARY KEY,
  ends_at INTEGER NOT NULL
) STRICT;
