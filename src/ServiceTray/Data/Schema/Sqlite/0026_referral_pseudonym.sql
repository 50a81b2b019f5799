-- The log names referrals by other names; those who watch a desk find them by these.
CREATE INDEX referral_pseudonym ON referral (pseudonym);
