import type { PlannedStep } from '@pilot/contract'

/** What a planned step says about itself. */
export const useDetailText = (): ((detail: PlannedStep['detail']) => string) => (detail) => detail
