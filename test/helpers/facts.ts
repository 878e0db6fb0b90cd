import { type Facts, NOTHING_KNOWN } from '../../src/core/registry/cells/context.ts'

/** Registries in which nothing stands yet, and no department may come in. */
export const NO_FACTS: Facts = { ...NOTHING_KNOWN, departmentsOpen: false }
