-- What a provider calls the session of its own by which somebody signed in, so that it can say that this one is over; null: it told none.
ALTER TABLE session ADD COLUMN provider_session TEXT;
