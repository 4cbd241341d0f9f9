-- What a workspace has decided on identity; see docs/identity.md.
ALTER TABLE workspaces ADD COLUMN email_by_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workspaces ADD COLUMN auto_merge INTEGER NOT NULL DEFAULT 0;
