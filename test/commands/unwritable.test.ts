import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { drawsTwo, inspectors, miniature, targets } from '../helpers/miniature.ts'
import { NO_MOUNT, smallDisk } from '../helpers/small-disk.ts'
import { contentOf, type Office, raw } from '../helpers/ssj.ts'

let made: Office
beforeAll(async () => {
  made = await miniature({ targets: targets(8), inspectors: inspectors(4) })
  await drawsTwo(made)
})

/** Both languages refuse with their sentence, and neither changes the database. */
async function refused(line: readonly string[], zh: string, en: string): Promise<void> {
  const before = contentOf(made.db)
  for (const [lang, sentence] of [
    ['zh', zh],
    ['en', en],
  ] as const) {
    const ran = await made.ssj(...line, '--lang', lang)
    expect([ran.code, ran.out, ran.err]).toEqual([2, '', expect.stringContaining(sentence)])
  }
  expect(contentOf(made.db)).toBe(before)
}

describe('a database', () => {
  const list = (db: string) => ['list', 'targets', '--db', db]

  test('that is a folder', async () => {
    mkdirSync(made.path('folder'))
    const db = made.path('folder')
    await refused(
      list(db),
      `不能打开数据库“${db}”：它是文件夹`,
      `cannot open database “${db}”: it is a folder`,
    )
  })

  test('that is a link which leads nowhere, is not made anew', async () => {
    const db = made.path('broken.db')
    symlinkSync('/nowhere/at/all.db', db)
    const unreachable = ['文件夹不存在或没有权限', 'its folder does not exist or is not accessible'] as const
    await refused(
      list(db),
      `不能打开数据库“${db}”：${unreachable[0]}`,
      `cannot open database “${db}”: ${unreachable[1]}`,
    )
    await refused(['init', '--db', db], `“${db}”`, `“${db}”`)
    const circle = made.path('circle.db')
    symlinkSync(circle, circle)
    await refused(list(circle), unreachable[0], unreachable[1])
  })

  test('below a file', async () => {
    const db = `${made.file('plain', 'x')}/ssj.db`
    await refused(list(db), `“${db}”：文件夹不存在或没有权限`, `“${db}”: its folder does not exist`)
  })

  test('that another program holds', async () => {
    const other = raw(made.db)
    try {
      other.exec('begin immediate')
      const line = ['rules', 'set', 'cap-total', '3', '--reason', '试']
      for (const [lang, sentence] of [
        ['zh', `不能写入数据库“${made.db}”：另一个命令正在使用`],
        ['en', `cannot write to database “${made.db}”: another command is using it`],
      ] as const) {
        const ran = await made.ssj(...line, '--lang', lang)
        expect([ran.code, ran.out, ran.err]).toEqual([2, '', expect.stringContaining(sentence)])
        expect((await made.ssj('list', 'targets')).code).toBe(0)
      }
    } finally {
      other.close()
    }
  })
})

describe.skipIf(process.getuid?.() !== 0)(
  'somebody without rights (skipped where none can be taken on)',
  () => {
    const NOBODY = 65534
    afterEach(() => process.seteuid?.(0))

    test('reads what they may read, and is told what they may not', async () => {
      const closed = made.path('closed')
      const open = made.path('open')
      const mine = made.path('mine')
      for (const folder of [closed, open, mine]) mkdirSync(folder)
      for (const folder of [closed, open, mine]) copyFileSync(made.db, `${folder}/ssj.db`)
      writeFileSync(`${closed}/targets.csv`, '名称\n')
      writeFileSync(`${open}/secret.csv`, '名称\n', { mode: 0o600 })
      chmodSync(made.folder, 0o755)
      chmodSync(closed, 0o700)
      chmodSync(open, 0o755)
      chmodSync(`${open}/ssj.db`, 0o644)
      for (const path of [mine, `${mine}/ssj.db`]) chownSync(path, NOBODY, NOBODY)
      process.seteuid!(NOBODY)
      const told = async (line: readonly string[], zh: string, en: string) => {
        for (const [lang, sentence] of [
          ['zh', zh],
          ['en', en],
        ] as const) {
          const ran = await made.ssj(...line, '--lang', lang, '--db', `${open}/ssj.db`)
          expect([ran.code, ran.out, ran.err]).toEqual([2, '', expect.stringContaining(sentence)])
        }
      }
      const reads = await made.ssj('list', 'targets', '--db', `${open}/ssj.db`)
      expect([reads.code, reads.out]).toEqual([0, expect.stringContaining('T01')])
      await told(
        ['rules', 'set', 'cap-total', '3', '--reason', '试'],
        `不能写入数据库“${open}/ssj.db”：文件、所在文件夹或磁盘只读`,
        `cannot write to database “${open}/ssj.db”: the file, its folder or the disk is read-only`,
      )
      for (const [line, path] of [
        [['export', '1', '--to', `${open}/public`], `${open}/public`],
        [['export', '1', '--zip', '--to', `${open}/public.zip`], `${open}/public.zip`],
        [['publish', 'plan', '--to', `${open}/plan.csv`], `${open}/plan.csv`],
        [['certify', '1', 'T01', '--to', `${open}/T01.html`], `${open}/T01.html`],
        [['report', 'workload', '--to', `${open}/load.html`], `${open}/load.html`],
        [['template', 'targets', '--to', `${open}/t.xlsx`], `${open}/t.xlsx`],
      ] as const)
        await told(
          line,
          `不能写入“${path}”：没有权限（EACCES）`,
          `cannot write “${path}”: you have no permission (EACCES)`,
        )
      for (const [lang, sentence] of [
        ['zh', `不能读取“${open}/secret.csv”：没有权限（EACCES）`],
        ['en', `cannot read “${open}/secret.csv”: you have no permission (EACCES)`],
      ] as const) {
        const line = ['import', 'targets', `${open}/secret.csv`, '--db', `${mine}/ssj.db`, '--lang', lang]
        const ran = await made.ssj(...line)
        expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(sentence)])
      }
      for (const [lang, sentence] of [
        ['zh', '文件夹不存在或没有权限'],
        ['en', 'does not exist or is not accessible'],
      ] as const)
        for (const line of [
          ['list', 'targets'],
          ['draw', 'list'],
        ]) {
          const ran = await made.ssj(...line, '--db', `${closed}/ssj.db`, '--lang', lang)
          expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(sentence)])
        }
    })
  },
)

describe('a disk that is read-only', () => {
  const disk = smallDisk('4m')

  test('is read from, and what is to be written there is told', async ({ skip }) => {
    const place = disk.path ?? skip(NO_MOUNT)
    const db = `${place}/ssj.db`
    copyFileSync(made.db, db)
    if (spawnSync('mount', ['-o', 'remount,ro', place]).status !== 0) skip(NO_MOUNT)
    try {
      for (const line of [
        ['list', 'targets'],
        ['draw', 'show', '1'],
        ['draw', 'replay', '1'],
        ['log', '--verify'],
      ])
        expect([line, (await made.ssj(...line, '--db', db)).code]).toEqual([line, 0])
      const file = made.file('t.csv', '名称\n新店\n')
      for (const line of [
        ['rules', 'set', 'cap-total', '3', '--reason', '试', '--db', db],
        ['import', 'departments', file, '--db', db],
        ['draw', 'void', '1', '--reason', '试', '--approver', '局长', '--db', db],
      ])
        await refused(
          line,
          `不能写入数据库“${db}”：文件、所在文件夹或磁盘只读`,
          `cannot write to database “${db}”`,
        )
      for (const to of [`${place}/public`, `${place}/public.zip`])
        await refused(
          ['export', '1', '--to', to, ...(to.endsWith('.zip') ? ['--zip'] : [])],
          `不能写入“${to}”：所在磁盘只读（EROFS）`,
          `cannot write “${to}”: the file system is read-only (EROFS)`,
        )
      await refused(['backup', `${place}/copy.db`], `“${place}/copy.db”`, `“${place}/copy.db”`)
      await refused(['init', '--db', `${place}/new.db`], `“${place}/new.db”`, `“${place}/new.db”`)
    } finally {
      spawnSync('mount', ['-o', 'remount,rw', place])
    }
  })
})

describe('a path', () => {
  test.each([
    [
      'below a file',
      () => `${made.file('stone', 'x')}/public`,
      '路径中有一段是文件，不是文件夹（ENOTDIR）',
      'a part of its path is a file, not a folder (ENOTDIR)',
    ],
    [
      'of a name too long',
      () => made.path('名'.repeat(100)),
      '名称太长（ENAMETOOLONG）',
      'its name is too long (ENAMETOOLONG)',
    ],
  ])('%s is told as that', async (_, path, zh, en) => {
    const to = path()
    await refused(['export', '1', '--to', to], `不能写入“${to}”：${zh}`, `cannot write “${to}”: ${en}`)
  })

  test('whose links lead in a circle or nowhere is not read', async () => {
    const circle = made.path('circle.csv')
    symlinkSync(circle, circle)
    const nowhere = made.path('nowhere.csv')
    symlinkSync('/nowhere/at/all.csv', nowhere)
    await refused(
      ['import', 'targets', circle],
      '链接绕成了圈（ELOOP）',
      'its links lead in a circle (ELOOP)',
    )
    await refused(['import', 'targets', nowhere], `“${nowhere}”`, `“${nowhere}”`)
    await refused(['import', 'targets', made.folder], '它是文件夹（EISDIR）', 'it is a folder (EISDIR)')
  })
})
