/** @module-tag campaign */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
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

/** Rows of which there is nothing to tell are read beforehand in the second thread; `SSJ_CSV=parser` has all read in the first. */
test('a row is read in either thread as in the other, whatever stands beside it', () => {
  const folder = freshFolder()
  const rows = Array.from({ length: 12_000 }, (_, i) => {
    const body = `91141102MA${String(i).padStart(7, '0')}`
    const row = [
      `${body}${usccCheckCharacter(body)}`,
      `"示例第${i}号商行"`,
      '市监局;农业局',
      '存续',
      '2018-05-16',
      '离石区示例路'.repeat(20),
      '甲',
    ]
    const [place, cell] = ODD.get(i % 97) ?? [0, row[0]!]
    return row.with(place, cell).join(',')
  })
  const text = ['统一社会信用代码,名称,监管部门,登记状态,成立日期,地址,是否连锁', ...rows, '"填表人：甲"', '']
  writeFileSync(join(folder, 'large.csv'), text.join('\r\n'))
  writeFileSync(join(folder, 'departments.csv'), '部门编码,部门名称\nSJ,市监局\nNY,农业局\n')
  const [one, other] = ['', 'parser'].map(way => {
    const ssj = (...words: string[]) => {
      const { stdout } = spawnSync(
        process.execPath,
        [SSJ, '--db', join(folder, `${way}.db`), '--json', ...words],
        {
          encoding: 'utf8',
          env: { ...process.env, SSJ_CSV: way },
          maxBuffer: 1 << 28,
        },
      )
      return JSON.parse(stdout)
    }
    ssj('init')
    ssj('import', 'departments', join(folder, 'departments.csv'))
    const rejects = join(folder, `rejects${way}.csv`)
    const {
      file: _,
      rejects: _path,
      entry: _entry,
      digest: _digest,
      ...told
    } = ssj(...['import', 'targets', join(folder, 'large.csv'), '--skip-bad', '--rejects', rejects]).files[0]
    expect(ssj('log', '--verify')).toMatchObject({ holds: true })
    return { told, rows: ssj('log').entries.at(-1).rows, rejects: readFileSync(rejects, 'utf8') }
  })
  expect(one).toEqual(other)
  expect(one!.told.refused).toBeGreaterThan(300)
})

const ODD: ReadonlyMap<number, readonly [place: number, cell: string]> = new Map([
  [3, [0, '91141102MA000000']],
  [5, [1, '海底??']],
  [7, [1, '"示例\n商行"']],
  [11, [1, '""']],
  [13, [1, '5" 电视']],
  [17, [2, '无此局']],
  [19, [3, '怪']],
  [23, [4, '2018/5/16']],
  [29, [4, '昨天,多一格']],
  [31, [6, '#N/A']],
])
