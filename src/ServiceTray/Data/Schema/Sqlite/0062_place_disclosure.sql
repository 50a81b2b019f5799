-- A place whose point is not known better is another thing than one of which not all may be told. What is not told is not kept: of
-- approximate places only those written here, whose point is that of their postal code, keep their street.
ALTER TABLE place ADD COLUMN disclosure TEXT NOT NULL DEFAULT 'Whole';

UPDATE place SET disclosure = 'Neighbourhood', street_address = '{}', arrival = '{}'
WHERE approximate = 1
  AND id NOT IN (SELECT told.value FROM offering, json_each(offering.place_ids) AS told WHERE offering.source = 'tray');
