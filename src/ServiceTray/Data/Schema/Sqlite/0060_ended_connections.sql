-- A connection that was ended stays until what it brought is gone, also over a stop. Addresses are sealed from here on, and no run tells one.
ALTER TABLE connection ADD COLUMN ended_at INTEGER;

UPDATE import_run SET origin = NULL WHERE source LIKE 'own-%';
