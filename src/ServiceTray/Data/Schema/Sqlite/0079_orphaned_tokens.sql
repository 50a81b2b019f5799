-- Tokens, and open invitations, of whoever could not give their role any more when these did not yet end with hers: they end once, now.
UPDATE machine_client SET revoked_at = CAST(unixepoch('subsec') * 1000 AS INTEGER) WHERE revoked_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM account_grant AS has WHERE has.account_id = machine_client.made_by AND (
    has.role = 'Administrator'
    OR (has.role = 'Publisher' AND has.organisation_id = machine_client.organisation_id
      AND machine_client.role IN ('Publisher', 'Editor', 'Professional', 'Coordinator', 'LinkPerson'))
    OR (has.role = 'CountyAdministrator' AND has.organisation_id IS NULL AND (has.county IS NULL OR has.county = machine_client.county)
      AND machine_client.role IN ('CountyAdministrator', 'Helper', 'Coordinator', 'LinkPerson', 'Auditor', 'StatisticsReader'))));

DELETE FROM invitation WHERE used_at IS NULL AND made_by IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM account_grant AS has WHERE has.account_id = invitation.made_by AND (
    has.role = 'Administrator'
    OR (has.role = 'Publisher' AND has.organisation_id = invitation.organisation_id
      AND invitation.role IN ('Publisher', 'Editor', 'Professional', 'Coordinator', 'LinkPerson'))
    OR (has.role = 'CountyAdministrator' AND has.organisation_id IS NULL AND (has.county IS NULL OR has.county = invitation.county)
      AND invitation.role IN ('CountyAdministrator', 'Helper', 'Coordinator', 'LinkPerson', 'Auditor', 'StatisticsReader'))));
