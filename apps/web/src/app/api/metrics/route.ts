import { answerMetrics } from '../../../server/metrics.ts'

export const GET = (request: Request): Promise<Response> => answerMetrics(request)
