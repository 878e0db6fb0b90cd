import { registry } from './registry.ts'

/** Which days are worked: an office's table of holidays, kept with its history. */
export const HOLIDAYS = registry('holidays')
