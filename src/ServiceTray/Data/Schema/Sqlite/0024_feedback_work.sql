-- Feedback is work: on what it is, whose work it is, how useful it was found and what is wrong. Words are sealed in contents from here on;
-- what was written before stays in its old columns.
ALTER TABLE feedback ADD COLUMN contents TEXT;
ALTER TABLE feedback ADD COLUMN offering TEXT;
ALTER TABLE feedback ADD COLUMN organisation TEXT;
ALTER TABLE feedback ADD COLUMN county TEXT;
ALTER TABLE feedback ADD COLUMN useful INTEGER;
ALTER TABLE feedback ADD COLUMN wrong TEXT;
ALTER TABLE feedback ADD COLUMN closed_at INTEGER;
ALTER TABLE feedback ADD COLUMN closed_by TEXT;
ALTER TABLE feedback ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

CREATE INDEX feedback_open ON feedback (closed_at, at);
CREATE INDEX feedback_offering ON feedback (offering);
