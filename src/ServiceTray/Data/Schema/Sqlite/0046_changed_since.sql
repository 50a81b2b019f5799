-- Since when a run read what had changed; null: it read all that its source has.
ALTER TABLE import_run ADD COLUMN since INTEGER;
