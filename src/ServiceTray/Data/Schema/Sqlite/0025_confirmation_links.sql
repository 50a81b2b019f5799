-- Links by which whoever answers for an offering says that it is still on: good once, kept as the hash of their code.
CREATE TABLE confirmation_link (
  hash TEXT NOT NULL PRIMARY KEY,
  offering TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX confirmation_link_offering ON confirmation_link (offering);
