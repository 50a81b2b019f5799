-- What people say about the service; nobody needs to say who they are.
CREATE TABLE feedback (
  id TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  language TEXT NOT NULL,
  message TEXT NOT NULL,
  page TEXT,
  reply_to TEXT
) STRICT;

CREATE INDEX feedback_at ON feedback (at);
