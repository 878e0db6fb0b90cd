/** @module-tag campaign */
import { spawnSync } from 'node:child_process'
import { appendFileSync, copyFileSync, existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { BIN, type Office, raw } from '../helpers/ssj.ts'

let here: Office
beforeAll(async () => {
  here = await miniature({ targets: targets(6), inspectors: inspectors(6) })
  await here.done('draw', 'run', '--lead', 'JIA', '--count', '2', '--id', 'A', '--seed', 'x')
  await here.done('export', '1', '--to', here.path('public'))
  await here.done('export', '1', '--to', here.path('changed'))
  appendFileSync(here.path('changed/frame.csv'), 'x')
  copyFileSync(here.db, here.path('broken.db'))
  const broken = raw(here.path('broken.db'))
  broken.exec('drop trigger rule_kept')
  broken.close()
})

/** A line of bash in the office's folder, with the exit code of its first command. */
function bash(line: string): { code: number; err: string } {
  const ran = spawnSync('bash', ['-c', `${line}; exit \${PIPESTATUS[0]}`], {
    cwd: here.folder,
    encoding: 'utf8',
    env: { ...process.env, SSJ_DB: here.db, SSJ_ACTOR: '甲', SSJ: `${process.execPath} ${BIN}` },
  })
  return { code: ran.status!, err: ran.stderr }
}

describe('a pipe that is closed early leaves the answer as it is:', () => {
  test.each(['true', 'head -1', 'head -c 5', 'grep -q 1', 'sleep 0'])('| %s', reader => {
    for (let i = 0; i < 2; i++) {
      expect(bash(`$SSJ verify changed | ${reader}`)).toMatchObject({ code: 1 })
      expect(bash(`$SSJ log --verify --db broken.db | ${reader}`)).toMatchObject({ code: 1 })
      expect(bash(`$SSJ verify public | ${reader}`)).toMatchObject({ code: 0 })
    }
    expect(bash(`$SSJ verify changed --json 2>&1 | ${reader}`)).toMatchObject({ code: 1 })
    expect(bash(`$SSJ verify nowhere 2>&1 | ${reader}`)).toMatchObject({ code: 2 })
    expect(bash(`$SSJ list targets | ${reader}`)).toMatchObject({ code: 0, err: '' })
  })

  test('what was written stays written', async () => {
    const before = (await here.done('log')).entries.length
    expect(bash('$SSJ rules set grace-days 31 2>&1 | true').code).toBe(0)
    expect((await here.done('log')).entries).toHaveLength(before + 1)
  })
})

describe.skipIf(!existsSync('/dev/full'))('a full stdout', () => {
  test('after a written entry is told apart from nothing done', async () => {
    const before = (await here.done('log')).entries.length
    const written = bash('$SSJ rules set grace-days 32 --lang en > /dev/full')
    expect(written.code).toBe(3)
    expect(written.err).toMatch(
      /^ssj: the command was carried out, but its result could not be written to stdout: ENOSPC/,
    )
    expect((await here.done('log')).entries).toHaveLength(before + 1)
    const refused = bash('$SSJ rules set grace-days x --lang en > /dev/full')
    expect(refused.code).toBe(2)
    expect(refused.err).not.toContain('carried out')
  })

  test('does not turn no into anything else', () => {
    expect(bash('$SSJ verify changed --lang zh > /dev/full')).toMatchObject({
      code: 1,
      err: expect.stringContaining('命令已经执行，但结果不能写到标准输出'),
    })
  })
})
