import type { Facts } from '../../src/core/registry/cells/context.ts'

/** Registries in which nothing stands yet, and no department may come in. */
export const NO_FACTS: Facts = {
  departments: new Map(),
  doubled: new Map(),
  departmentsOpen: false,
  items: new Set(),
  itemNames: new Map(),
  inspectors: new Set(),
  targets: new Map(),
  tasks: new Map(),
  extraFields: [],
  zeroed: new Map(),
}
