import { registry } from './registry.ts'

/** Results of inspections (检查结果), kept with their history like the other registries. */
export const RESULTS = registry('results')
