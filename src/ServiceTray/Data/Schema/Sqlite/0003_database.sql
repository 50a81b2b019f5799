-- What tells this database from every other, so that an index of another is never taken for its own.
CREATE TABLE database (
  id TEXT NOT NULL PRIMARY KEY
) STRICT;

INSERT INTO database (id) VALUES (lower(hex(randomblob(16))));
