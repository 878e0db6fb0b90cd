import { join } from 'node:path'
import { expect, test } from 'vitest'
import { office } from '../../helpers/ssj.ts'

const KEPT = join(import.meta.dirname, '../../../fixtures/databases')
const FOLDER = join(KEPT, 'schema-8-public.zip')

test.each(['drawn', 'reserve', 'not-drawn'])(
  'a printed certificate of the program before, of a target that is %s, holds as it is, byte for byte',
  async verdict => {
    const paper = join(KEPT, 'certificates', `${verdict}.html`)
    const ran = await office().ssj('verify', FOLDER, '--certificate', paper)
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('成立')
  },
)

test('one that spoke of a word which is nobody’s code is called what it is', async () => {
  const paper = join(KEPT, 'certificates/unknown.html')
  const ran = await office().ssj('verify', FOLDER, '--certificate', paper)
  expect(ran.code).toBe(1)
  expect(ran.out).toContain('T99')
})
