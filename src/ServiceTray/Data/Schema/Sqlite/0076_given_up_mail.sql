-- Mail that was tried as often as it may be stays for a while, so that it can be sent when what kept it is mended.
ALTER TABLE mail ADD COLUMN dead_at INTEGER;
