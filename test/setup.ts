import { afterAll, beforeAll } from 'vitest'
import { beginTests, removeFolders } from './helpers/scratch.ts'

// Run for every file of tests, while helpers are loaded once for all of them: their own hooks would see the first only.
beforeAll(beginTests)
afterAll(removeFolders)
