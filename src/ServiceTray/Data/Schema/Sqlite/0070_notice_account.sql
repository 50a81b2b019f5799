-- What is told to several is told to each for herself: one who cannot be reached keeps it from nobody else.
ALTER TABLE referral_notice ADD COLUMN account TEXT;
