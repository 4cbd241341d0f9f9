-- ${long}: a 64-bit integer; ${strict}: the suffix that makes the database check types.
-- Times are milliseconds since 1970 UTC. Documents are JSON text, read and written by the program.

CREATE TABLE sequences (
  name TEXT PRIMARY KEY,
  latest ${long} NOT NULL
) ${strict};

CREATE TABLE properties (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) ${strict};

CREATE TABLE workspaces (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  timezone TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at ${long} NOT NULL,
  sender TEXT NOT NULL,
  smtp_password TEXT
) ${strict};

CREATE TABLE marks (
  workspace INTEGER NOT NULL,
  name TEXT NOT NULL,
  at ${long} NOT NULL,
  PRIMARY KEY (workspace, name)
) ${strict};

CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  created_at ${long} NOT NULL,
  last_login_at ${long}
) ${strict};

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  member INTEGER NOT NULL,
  created_at ${long} NOT NULL,
  expires_at ${long} NOT NULL
) ${strict};

CREATE INDEX sessions_by_member ON sessions (member);

CREATE TABLE api_keys (
  id INTEGER PRIMARY KEY,
  workspace INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  site_id TEXT,
  secret_hash TEXT NOT NULL,
  hint TEXT NOT NULL,
  created_at ${long} NOT NULL,
  created_by TEXT,
  last_used_at ${long},
  revoked_at ${long}
) ${strict};

CREATE UNIQUE INDEX api_keys_in_force ON api_keys (secret_hash) WHERE revoked_at IS NULL;

CREATE TABLE documents (
  kind TEXT NOT NULL,
  id INTEGER NOT NULL,
  workspace INTEGER NOT NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  created_at ${long} NOT NULL,
  updated_at ${long} NOT NULL,
  PRIMARY KEY (kind, id)
) ${strict};

CREATE UNIQUE INDEX documents_by_name ON documents (workspace, kind, name);

CREATE TABLE document_versions (
  kind TEXT NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  at ${long} NOT NULL,
  by_name TEXT NOT NULL,
  PRIMARY KEY (kind, id, version)
) ${strict};

CREATE TABLE campaign_runs (
  campaign INTEGER PRIMARY KEY,
  state TEXT NOT NULL,
  started_at ${long},
  stopped_at ${long},
  recipe TEXT,
  started_epoch ${long} NOT NULL,
  retired TEXT NOT NULL
) ${strict};

CREATE TABLE contents (
  hash TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  created_at ${long} NOT NULL
) ${strict};

CREATE TABLE publications (
  workspace INTEGER NOT NULL,
  version ${long} NOT NULL,
  body TEXT NOT NULL,
  composed_at ${long} NOT NULL,
  acknowledged_at ${long},
  PRIMARY KEY (workspace, version)
) ${strict};

CREATE TABLE audit (
  id ${long} PRIMARY KEY,
  at ${long} NOT NULL,
  workspace INTEGER,
  member INTEGER,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject INTEGER,
  name TEXT NOT NULL
) ${strict};

CREATE INDEX audit_by_workspace ON audit (workspace, id);
