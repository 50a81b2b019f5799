-- In which language somebody who can sign in is written to; null: she has not said, nor signed in since.
ALTER TABLE account ADD COLUMN language TEXT;
