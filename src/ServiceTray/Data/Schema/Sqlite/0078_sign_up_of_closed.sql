-- Who closes her account asks for nothing more. Accounts do not know what is asked with them, so the row itself sees to it.
CREATE TRIGGER sign_up_of_closed AFTER UPDATE OF closed_at ON account WHEN NEW.closed_at IS NOT NULL
  BEGIN DELETE FROM sign_up WHERE account_id = NEW.id AND state = 'Waiting'; END;
