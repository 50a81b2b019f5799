-- When it was told that who connected an address publishes here no more; and who set where a desk's program is told.
ALTER TABLE connection ADD COLUMN left_told_at INTEGER;
ALTER TABLE referral_webhook ADD COLUMN set_by TEXT;
