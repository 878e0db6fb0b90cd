import { afterEach, expect, test, vi } from 'vitest'

/** A driver that is not installed is told with the command that installs it; each is asked for when its engine is, and only then. */

const DRIVERS = [
  ['postgres', 'pg', 'postgres://h/r'],
  ['mysql', 'mysql2', 'mysql://h/r'],
  ['duckdb', '@duckdb/node-api', 'duckdb:r'],
] as const

afterEach(() => vi.resetModules())

test.each(DRIVERS)('%s without its driver', async (file, driver, url) => {
  const asked: string[] = []
  for (const [other] of DRIVERS)
    vi.doMock(`../../src/engine/drivers/${other}.ts`, () => {
      const open = async () => {
        asked.push(other)
        throw Object.assign(new Error(`Cannot find package '${driver}'`), { code: 'ERR_MODULE_NOT_FOUND' })
      }
      return { openPostgres: open, openMySql: open, openDuckDb: open }
    })
  const { withEngine } = await import('../../src/engine/open-engine.ts')
  const engine = { name: 'e', url, registry: 'r', columns: new Map<string, string>(), password: '' }
  await expect(
    withEngine(engine, { password: null, ca: null, file: '', answers: null }, async () => {}),
  ).rejects.toMatchObject({
    reason: { code: 'driver-missing', details: { engine: 'e', driver, command: `npm install ${driver}` } },
  })
  expect(asked).toEqual([file])
})
