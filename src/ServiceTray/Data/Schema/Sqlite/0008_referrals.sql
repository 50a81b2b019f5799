-- Referrals. What is about a person lies only in `sealed`, encrypted by the referral's own key.
CREATE TABLE referral (
  id TEXT NOT NULL PRIMARY KEY,
  programme TEXT NOT NULL,
  sender_unit TEXT,
  sender_account TEXT,
  receiver TEXT NOT NULL,
  link_person TEXT,
  parent TEXT,
  child TEXT,
  state TEXT NOT NULL,
  revision INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  state_at INTEGER NOT NULL,
  due_at INTEGER,
  pseudonym TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  steps TEXT NOT NULL,
  sealed BLOB
) STRICT;

CREATE INDEX referral_receiver ON referral (receiver, state);
CREATE INDEX referral_sender ON referral (sender_unit, state);
CREATE INDEX referral_due ON referral (due_at) WHERE due_at IS NOT NULL;
CREATE UNIQUE INDEX referral_code ON referral (code_hash);

-- A key is kept wrapped by the key ring; without its row nobody can read the referral again.
CREATE TABLE referral_key (
  referral TEXT NOT NULL PRIMARY KEY,
  wrapped BLOB NOT NULL
) STRICT;

-- What was sent under which key of the sender, so that sending again sends nothing twice.
CREATE TABLE referral_sending (
  sender TEXT NOT NULL,
  key_hash TEXT NOT NULL,
  content_mark TEXT NOT NULL,
  referral TEXT NOT NULL,
  PRIMARY KEY (sender, key_hash)
) STRICT;

-- Who read and wrote, by pseudonyms; each row seals the one before, and none is ever changed.
CREATE TABLE referral_audit (
  seq INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  subject TEXT NOT NULL,
  account TEXT,
  unit TEXT,
  role TEXT NOT NULL,
  act TEXT NOT NULL,
  before TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX referral_audit_subject ON referral_audit (subject, seq);

CREATE TRIGGER referral_audit_unchanged BEFORE UPDATE ON referral_audit BEGIN SELECT RAISE(ABORT, 'The log is only added to.'); END;
CREATE TRIGGER referral_audit_kept BEFORE DELETE ON referral_audit BEGIN SELECT RAISE(ABORT, 'The log is only added to.'); END;

-- What is to be told to somebody; no address and no word about a person stands here.
CREATE TABLE referral_notice (
  id TEXT NOT NULL PRIMARY KEY,
  referral TEXT NOT NULL,
  kind TEXT NOT NULL,
  audience TEXT NOT NULL,
  at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  next_at INTEGER,
  delivered_at INTEGER,
  dead_at INTEGER
) STRICT;

CREATE INDEX referral_notice_next ON referral_notice (next_at) WHERE next_at IS NOT NULL;

-- Those who walk beside clients, with what must be seen before they may.
CREATE TABLE link_person (
  account TEXT NOT NULL,
  organisation TEXT NOT NULL,
  name TEXT NOT NULL,
  trained_on TEXT,
  confidentiality_on TEXT,
  record_check_on TEXT,
  PRIMARY KEY (account, organisation)
) STRICT;

-- Whether a desk takes on now.
CREATE TABLE referral_desk (
  organisation TEXT NOT NULL PRIMARY KEY,
  takes_on INTEGER NOT NULL,
  told_at INTEGER NOT NULL
) STRICT;
