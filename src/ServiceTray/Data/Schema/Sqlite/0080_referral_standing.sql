-- What of a referral stands in plain: until when the client permits, when it is looked at for that, and how it stands in its sender's box as far
-- as she is told. A box is listed by these, page by page, without opening what is not on the page. Those that are there already are looked at once.
ALTER TABLE referral ADD COLUMN permission_until TEXT;
ALTER TABLE referral ADD COLUMN permission_look_at INTEGER;
ALTER TABLE referral ADD COLUMN sent_state TEXT;
ALTER TABLE referral ADD COLUMN sent_due_at INTEGER;
ALTER TABLE referral ADD COLUMN sent_late_at INTEGER;
ALTER TABLE referral ADD COLUMN is_sent_hidden INTEGER NOT NULL DEFAULT 0;
UPDATE referral SET permission_look_at = 0;
CREATE INDEX referral_permission_look ON referral (permission_look_at) WHERE permission_look_at IS NOT NULL;
