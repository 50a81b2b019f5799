-- Where an applicant is reached is kept while she waits, and no longer: what was decided before that was so, and who has closed her account.
UPDATE sign_up SET contact = '' WHERE state <> 'Waiting';
DELETE FROM sign_up WHERE state = 'Waiting' AND account_id IN (SELECT id FROM account WHERE closed_at IS NOT NULL);
