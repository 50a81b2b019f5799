-- By what rule an offering comes again.
ALTER TABLE offering ADD COLUMN recurrence TEXT;
