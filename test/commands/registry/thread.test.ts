/** @module-tag campaign */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { usccCheckCharacter } from '../../../src/core/registry/numbers/uscc.ts'
import { freshFolder } from '../../helpers/scratch.ts'

const SSJ = join(import.meta.dirname, '../../../bin/ssj.js')

/** One file above and one below the size from which a second thread reads; the program as built. */
test('a second thread reads a large registry as the first would', () => {
  const folder = freshFolder()
  const rows = Array.from({ length: 12_000 }, (_, i) => {
    const body = `91141102MA${String(i).padStart(7, '0')}`
    return `${body}${usccCheckCharacter(body)},示例第${i}号商行,市监局,存续,2018/5/16,${'离石区示例路'.repeat(20)},甲`
  })
  const text = ['统一社会信用代码,名称,监管部门,登记状态,成立日期,地址,是否连锁', ...rows, ''].join('\n')
  writeFileSync(join(folder, 'large.csv'), text)
  expect(Buffer.byteLength(text)).toBeGreaterThan(4_000_000)

  const digests = [[], ['--rejects', join(folder, 'rejects.csv')]].map((options, i) => {
    const ssj = (...words: string[]) =>
      JSON.parse(
        execFileSync(process.execPath, [SSJ, '--db', join(folder, `${i}.db`), '--json', ...words], {
          encoding: 'utf8',
        }),
      )
    ssj('init')
    // Keeping rejects needs the written cells, so that this reading stays in one thread.
    const [file] = ssj('import', 'targets', join(folder, 'large.csv'), ...options).files
    expect(file).toMatchObject({ new: 12_000, refused: 0, issueCount: 0, departmentsMet: ['市监局'] })
    const [entry] = ssj('log').entries
    expect(ssj('log', '--verify')).toMatchObject({ holds: true })
    return { rows: entry.rows, normalised: file.normalised, extra: file.extra }
  })
  expect(digests[0]).toEqual(digests[1])
})
