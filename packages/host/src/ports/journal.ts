export interface Journal {
  read(query: JournalQuery): Promise<readonly JournalEntry[]>
  follow(query: JournalQuery, signal: AbortSignal): AsyncIterable<JournalEntry>
  /** Newest first. Reading ends when the reader leaves; once aborted it throws the signal's reason. */
  unitEvents(query: UnitEventQuery, signal: AbortSignal): AsyncIterable<UnitEvent>
}

export interface JournalQuery {
  /** Units of the system manager, as `_SYSTEMD_UNIT=` or `UNIT=`. */
  readonly units: readonly string[]
  /** Or everything that this account wrote (`_UID=`). */
  readonly uid?: number
  /** As journalctl --since takes it; `invalid-input` for what it does not. */
  readonly since?: string
  /** The newest n, of those that the rest of the query leaves. */
  readonly lines?: number
  /** Syslog severity up to which entries count, 0 to 7; all without it. */
  readonly priority?: number
  /** Only entries whose message holds this text, in upper or lower case. */
  readonly search?: string
  /** None whose message fits this. */
  readonly without?: RegExp
}

export interface JournalEntry {
  /** Microseconds since 1970. */
  readonly realtime: number
  readonly priority: number
  readonly unit: string
  readonly identifier: string
  readonly pid: number | null
  readonly message: string
  readonly cursor: string
}

export interface UnitEventQuery {
  /** Units of PID 1; all where left out. */
  readonly units?: readonly string[]
  /**
   * A unit of the user managers of these uids. Anybody may log as if a manager did, so what is found costs no more
   * than these may cause.
   */
  readonly userUnit?: { readonly name: string; readonly uids: readonly number[] }
  readonly messageIds: readonly string[]
  /** Milliseconds since 1970. */
  readonly since: number
}

/** What systemd tells of a unit with an id of its message catalogue (systemd.journal-fields(7), MESSAGE_ID=). */
export interface UnitEvent {
  /** Microseconds since 1970. */
  readonly realtime: number
  readonly unit: string
  /** Of the user manager that tells it; null where PID 1 does. */
  readonly uid: number | null
  /** 32 hex digits. */
  readonly messageId: string
  /** UNIT_RESULT, where the message has one. */
  readonly result: string | null
}
