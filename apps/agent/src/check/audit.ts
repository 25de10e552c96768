import { toFinding, type Check } from './check.ts'

/** The audit's chain of hashes. */
export const checkAudit: Check = async ({ store }) => {
  const broken = store.audit.findBreak()
  return [
    toFinding({
      id: 'audit.chain',
      title: 'The audit is unbroken',
      met: broken === undefined,
      found: 'Every line fits to the one before.',
      otherwise: `Line ${broken ?? 0} does not fit to the one before: somebody changed the store by hand.`,
      remedy: 'Compare it with a backup, and with "journalctl -u pilot-agent".',
    }),
  ]
}
