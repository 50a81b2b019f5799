-- What an administrator says to who asked to publish, when it is not let in.
ALTER TABLE sign_up ADD COLUMN told TEXT;
