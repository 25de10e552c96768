import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { migrate } from '../store/migrate.ts'

/**
 * Opens the samples and brings them to the newest layout. They are a file of their own, so that taking them never
 * waits for wishes, nor wishes for them; what is lost here is figures of the past. So a file that SQLite cannot read
 * is thrown away, and `onLoss` told.
 */
export const openSamples = (path: string, onLoss: (error: unknown) => void): DatabaseSync => {
  try {
    return open(path)
  } catch (error) {
    if (!isUnreadable(error)) throw error
    onLoss(error)
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
    return open(path)
  }
}

const open = (path: string): DatabaseSync => {
  // Readable by its owner only (0600); the mask holds for -wal and -shm too.
  const mask = process.umask(0o077)
  const database = new DatabaseSync(path, { timeout: 5000 })
  try {
    database.exec('PRAGMA journal_mode = WAL')
    // Without a sync at each commit: a power cut may take the last samples, and nothing else
    // (sqlite.org/pragma.html#pragma_synchronous).
    database.exec('PRAGMA synchronous = NORMAL')
    migrate(database, migrations)
    return database
  } catch (error) {
    database.close()
    throw error
  } finally {
    process.umask(mask)
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB (sqlite.org/rescode.html). */
const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && [11, 26].includes(Number(error.errcode) & 0xff)

// Append only: a line here has run on somebody's server. Spans begin at `at`, seconds since 1970; amounts are bytes,
// microseconds of processor time, milliseconds awake. Of a wake all times are in microseconds, and `start` and the
// others are parts that follow one another.
const migrations = [
  `
  CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE runs (at INTEGER PRIMARY KEY, cpu INTEGER NOT NULL) STRICT;
  CREATE TABLE tenants (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    wakes INTEGER NOT NULL DEFAULT 0,
    awake INTEGER NOT NULL DEFAULT 0,
    cpu INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE host_samples (
    resolution INTEGER NOT NULL,
    at INTEGER NOT NULL,
    tenants REAL NOT NULL,
    awake REAL NOT NULL,
    processes REAL NOT NULL,
    pss INTEGER,
    memory INTEGER,
    cpu INTEGER,
    tasks REAL,
    wakes INTEGER NOT NULL,
    systemd INTEGER,
    pilot INTEGER,
    total INTEGER NOT NULL,
    available INTEGER NOT NULL,
    PRIMARY KEY (resolution, at)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE tenant_samples (
    resolution INTEGER NOT NULL,
    at INTEGER NOT NULL,
    tenant INTEGER NOT NULL,
    awake INTEGER NOT NULL,
    wakes INTEGER NOT NULL,
    pss INTEGER,
    memory INTEGER,
    cpu INTEGER,
    tasks REAL,
    PRIMARY KEY (resolution, at, tenant)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tenant_samples_kept ON tenant_samples (tenant, at) WHERE resolution = 900;
  CREATE TABLE wakes (
    tenant INTEGER NOT NULL,
    at INTEGER NOT NULL,
    started INTEGER,
    start INTEGER,
    ready INTEGER,
    first_byte INTEGER,
    whole INTEGER,
    ended INTEGER,
    result TEXT,
    PRIMARY KEY (tenant, at)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX wakes_at ON wakes (at);
  CREATE INDEX wakes_open ON wakes (at) WHERE ended IS NULL;
  `,
]
