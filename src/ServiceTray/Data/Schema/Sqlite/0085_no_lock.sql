-- Nobody's account is locked any more: tries are counted by device and network, and in all (Accounts/SignInGuard).
ALTER TABLE account DROP COLUMN locked_until;
