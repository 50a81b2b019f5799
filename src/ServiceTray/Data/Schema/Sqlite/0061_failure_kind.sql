-- What kept a run from being applied is told by its kind in three languages; what exactly stands beside it.
ALTER TABLE import_run ADD COLUMN failure_kind TEXT;
