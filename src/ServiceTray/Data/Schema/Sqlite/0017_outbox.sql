-- Where a desk's own program is told, and the secret that signs it, sealed.
CREATE TABLE referral_webhook (
  organisation TEXT NOT NULL PRIMARY KEY,
  url TEXT NOT NULL,
  secret TEXT NOT NULL,
  set_at INTEGER NOT NULL
) STRICT;

-- A notice that goes by post waits until somebody has printed it.
ALTER TABLE referral_notice ADD COLUMN to_print_since INTEGER;

-- What became of data whose time was over: numbers alone.
CREATE TABLE retention_run (
  at INTEGER NOT NULL PRIMARY KEY,
  referrals INTEGER NOT NULL,
  notices INTEGER NOT NULL,
  sendings INTEGER NOT NULL
) STRICT;
