import { fault, met, type Check } from './check.ts'

/** The audit's chain of hashes. */
export const checkAudit: Check = async ({ store }) => {
  const line = store.audit.findBreak()
  return [
    line === undefined
      ? met('audit.chain', { code: 'chain' })
      : fault(
          'audit.chain',
          { code: 'chain-broken', line },
          { code: 'compare-audit', command: 'journalctl -u pilot-agent' },
        ),
  ]
}
