-- The picture of an offering: its id, size and what it shows in words; the files lie in the folder of pictures.
ALTER TABLE offering ADD COLUMN picture TEXT;
