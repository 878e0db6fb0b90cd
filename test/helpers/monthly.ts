import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { DISTRICT, type Office, office } from './ssj.ts'

/** An office with the lists that do not change by the month, and the files of this month beside it. */
export async function monthly(): Promise<Office> {
  const here = office()
  cpSync(DISTRICT, here.folder, { recursive: true })
  await here.done('init')
  for (const library of ['departments', 'items'])
    await here.done('import', library, join(DISTRICT, `${library}.csv`))
  return here
}
