import fc from 'fast-check'
import { afterAll, beforeAll } from 'vitest'
import { beginTests, removeFolders } from './helpers/scratch.ts'

// Laws meet the same cases in every run: what passed passes again. `SSJ_LAW_SEED=7 npm test` gives them others.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SSJ_LAW_SEED ?? 20260203) })

// Run for every file of tests, while helpers are loaded once for all of them: their own hooks would see the first only.
beforeAll(beginTests)
afterAll(removeFolders)
