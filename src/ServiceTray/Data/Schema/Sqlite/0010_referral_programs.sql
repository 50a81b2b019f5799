-- A draft that a care system wrote is its unit's until one of its professionals sends it; the program goes on seeing what became of it.
ALTER TABLE referral ADD COLUMN written_by TEXT;
