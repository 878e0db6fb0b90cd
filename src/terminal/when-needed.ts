import { createRequire } from 'node:module'

/**
 * A package that is loaded when it is first used, for what most runs never need: a fifth of the start of `ssj` was spent
 * on widths of characters that no help contains. Node loads modules of both kinds this way since 20.19.
 */
export function whenNeeded<Package>(name: string): () => Package {
  let loaded: Package | undefined
  return () => {
    loaded ??= createRequire(import.meta.url)(name) as Package
    return loaded
  }
}
