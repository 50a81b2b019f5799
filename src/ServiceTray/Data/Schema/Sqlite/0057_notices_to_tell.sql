-- A notice that no machine can carry waits for somebody to tell it, and says who did.
ALTER TABLE referral_notice ADD COLUMN to_tell_since INTEGER;
ALTER TABLE referral_notice ADD COLUMN told_by TEXT;

-- Where a person whom a provider names is written to, as the provider has verified it.
ALTER TABLE account ADD COLUMN email TEXT;
