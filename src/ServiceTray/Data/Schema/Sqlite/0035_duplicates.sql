-- Two offerings of different sources that look like one: how much alike they are, and what became of the question.
CREATE TABLE like_pair (
  id TEXT NOT NULL PRIMARY KEY,
  first_id TEXT NOT NULL,
  second_id TEXT NOT NULL,
  kept_id TEXT NOT NULL,
  score REAL NOT NULL,
  parts TEXT NOT NULL,
  state TEXT NOT NULL,
  by_rule INTEGER NOT NULL,
  found_at INTEGER NOT NULL,
  decided_at INTEGER,
  UNIQUE (first_id, second_id)
) STRICT;
CREATE INDEX like_pair_second ON like_pair (second_id);
CREATE INDEX like_pair_state ON like_pair (state, score);

-- Up to which change likes were looked for; one row.
CREATE TABLE like_look (
  id INTEGER NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT;
INSERT INTO like_look VALUES (1, 0);
