import { chmodSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { migrate } from './migrate.ts'
import { wordsOfComparisonsAsFacts } from './words-of-comparisons.ts'

/** Opens the store and brings it to the newest layout. The file is readable by its owner only (0600). */
export const openDatabase = (path: string): DatabaseSync => {
  // The mask holds for -wal and -shm too, which SQLite makes beside the file.
  const mask = process.umask(0o077)
  try {
    const database = new DatabaseSync(path)
    if (path !== ':memory:') chmodSync(path, 0o600)
    database.exec('PRAGMA journal_mode = WAL')
    // A wish must outlive a power cut from the moment that its first step begins: FULL syncs at each commit
    // in WAL mode, NORMAL does not (sqlite.org/pragma.html#pragma_synchronous).
    database.exec('PRAGMA synchronous = FULL')
    database.exec('PRAGMA foreign_keys = ON')
    migrate(database, migrations)
    return database
  } finally {
    process.umask(mask)
  }
}

// Append only: a line here has run on somebody's server.
export const migrations = [
  `
  CREATE TABLE tenants (
    name TEXT PRIMARY KEY,
    spec TEXT NOT NULL,
    uid INTEGER NOT NULL UNIQUE,
    wish TEXT NOT NULL CHECK (wish IN ('present', 'deleted', 'purging')),
    problem TEXT,
    failed_step TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE operations (
    id INTEGER PRIMARY KEY,
    tenant TEXT NOT NULL,
    action TEXT NOT NULL,
    input TEXT NOT NULL,
    actor TEXT NOT NULL,
    source TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    result TEXT
  ) STRICT;
  CREATE INDEX operations_unfinished ON operations (tenant) WHERE finished_at IS NULL;
  CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    actor TEXT NOT NULL,
    source TEXT NOT NULL,
    action TEXT NOT NULL,
    tenant TEXT,
    input TEXT NOT NULL,
    result TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_tenant ON audit (tenant);
  CREATE TABLE failures (
    tenant TEXT PRIMARY KEY,
    count INTEGER NOT NULL,
    result TEXT NOT NULL,
    status INTEGER,
    failed_at INTEGER NOT NULL,
    retry_at INTEGER
  ) STRICT;
  `,
  `
  CREATE TABLE last_uid (uid INTEGER NOT NULL) STRICT;
  INSERT INTO last_uid SELECT max(uid) FROM tenants HAVING max(uid) IS NOT NULL;
  `,
  // Times in milliseconds since 1970. Of every credential only the SHA-256 is here.
  `
  ALTER TABLE audit ADD COLUMN address TEXT;
  ALTER TABLE operations ADD COLUMN address TEXT;
  CREATE TABLE operators (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('viewer', 'operator', 'admin')),
    password TEXT,
    link_hash TEXT UNIQUE,
    link_expires_at INTEGER,
    totp_secret TEXT,
    totp_pending TEXT,
    totp_step INTEGER NOT NULL DEFAULT 0,
    recovery_hashes TEXT NOT NULL DEFAULT '[]',
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER
  ) STRICT;
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    operator TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    address TEXT,
    user_agent TEXT,
    revoked_at INTEGER
  ) STRICT;
  CREATE INDEX sessions_operator ON sessions (operator);
  CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    operator TEXT NOT NULL,
    title TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('viewer', 'operator', 'admin')),
    created_at INTEGER NOT NULL,
    last_used_at INTEGER,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT;
  CREATE INDEX tokens_operator ON tokens (operator);
  CREATE TABLE sign_in_failures (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    failed_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sign_in_failures_address ON sign_in_failures (address, name);
  CREATE TABLE sign_in_locks (
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    until INTEGER NOT NULL,
    count INTEGER NOT NULL,
    told INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (name, address)
  ) STRICT;
  `,
  `
  CREATE TABLE comparisons (
    id TEXT PRIMARY KEY,
    started_at TEXT NOT NULL,
    state TEXT NOT NULL,
    document TEXT NOT NULL,
    made TEXT NOT NULL,
    cancelled INTEGER NOT NULL,
    ended TEXT NOT NULL
  ) STRICT;
  `,
  wordsOfComparisonsAsFacts,
  // All parts that there were: a whole tenant, which names none.
  `
  UPDATE tenants SET spec = json_remove(spec, '$.parts')
  WHERE (
    SELECT count(DISTINCT value) FROM json_each(spec, '$.parts')
    WHERE value IN ('account', 'directories', 'database', 'units', 'socket', 'route')
  ) = 6;
  `,
  // pilot-enter makes the cell from now on: each tenant's unit is written anew, as after an interrupted change.
  `
  INSERT INTO operations (tenant, action, input, actor, source, started_at)
  SELECT name, 'upgrade', json_object('name', name), 'pilot', 'root', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
  FROM tenants
  WHERE wish = 'present' AND name NOT IN (SELECT tenant FROM operations WHERE finished_at IS NULL);
  `,
]
