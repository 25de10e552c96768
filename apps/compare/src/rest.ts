import { setTimeout as wait } from 'node:timers/promises'

/**
 * Milliseconds between the end of a stop and the next start. Right after a process was moved between control groups the
 * kernel lets the next one through without a grace period of RCU (rcu_sync_enter() in
 * https://github.com/torvalds/linux/blob/master/kernel/rcu/sync.c), which a visitor of one that sleeps never meets.
 */
export const restBeforeStart = 300

export const rest = (): Promise<void> => wait(restBeforeStart)
