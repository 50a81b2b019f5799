-- A person who lets herself be reached about an offering, on its page and nowhere else, until a day; her words are sealed.
CREATE TABLE person_contact (
  id TEXT NOT NULL PRIMARY KEY,
  offering_id TEXT NOT NULL UNIQUE,
  closed TEXT NOT NULL,
  last_day TEXT NOT NULL,
  permitted_at INTEGER NOT NULL,
  noted_by TEXT NOT NULL
) STRICT;

-- Groups that tell time and place only to who asks.
ALTER TABLE offering ADD COLUMN on_contact INTEGER;
UPDATE offering SET on_contact = 0 WHERE kind = 'Activity';
