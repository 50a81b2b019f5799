-- The log of referrals is kept as long as the programmes say, and then goes from its beginning: up to which entry it is gone, and that entry's
-- hash, are written down first, so that what is left can still be told to be whole.
ALTER TABLE retention_run ADD COLUMN log_entries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE retention_run ADD COLUMN log_until INTEGER;
ALTER TABLE retention_run ADD COLUMN log_hash TEXT;

DROP TRIGGER referral_audit_kept;
CREATE TRIGGER referral_audit_kept BEFORE DELETE ON referral_audit WHEN OLD.seq > (SELECT COALESCE(MAX(log_until), 0) FROM retention_run)
  BEGIN SELECT RAISE(ABORT, 'The log is only added to.'); END;
