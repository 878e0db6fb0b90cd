import { expect, test } from 'vitest'
import { office } from '../helpers/ssj.ts'

test('what nobody thought of ends as every refusal does: exit code 2, and a document for whoever asked for one', async () => {
  const here = office()
  await here.done('init')
  // SQLite waits for no negative time.
  const told = await here.ssjIn({ patience: -1 }, 'list', 'targets', '--json')
  expect([told.code, told.err]).toEqual([2, expect.stringMatching(/^ssj: .*TypeError/)])
  expect(told.json.error).toMatchObject({ code: 'internal', details: {} })
  expect(told.json.error.sentence).toContain('TypeError')
  expect((await here.ssjIn({ patience: -1 }, 'list', 'targets')).out).toBe('')
})
