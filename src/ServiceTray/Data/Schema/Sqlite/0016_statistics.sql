-- How often somebody was guided without a referral: numbers alone, nothing about anybody.
CREATE TABLE guidance_count (
  month TEXT NOT NULL,
  organisation TEXT NOT NULL,
  path TEXT NOT NULL,
  theme TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (month, organisation, path, theme)
) STRICT;

-- The numbers of a quarter as they were told first: counted once, so that two tellings cannot be taken from each other.
CREATE TABLE statistics_report (
  county TEXT NOT NULL,
  quarter TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  tables TEXT NOT NULL,
  measures TEXT NOT NULL,
  PRIMARY KEY (county, quarter)
) STRICT;
