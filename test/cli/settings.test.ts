import { writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Office, office } from '../helpers/ssj.ts'

let here: Office
beforeEach(async () => {
  here = office()
  await here.done('init')
})
const settings = (text: unknown) =>
  writeFileSync(here.path('ssj.json'), typeof text === 'string' ? text : JSON.stringify(text))

describe('ssj.json beside the database', () => {
  test('says the language and who acts; the environment and the line come first', async () => {
    settings({ lang: 'en', actor: '王敏' })
    const acting = async (env: Record<string, string>, ...words: string[]) => {
      const told = await here.ssjIn(
        { env: { SSJ_ACTOR: '', ...env } },
        ...words,
        'rules',
        'set',
        'cap-total',
        '2',
        '--reason',
        '试',
        '--json',
      )
      expect(told.code).toBe(0)
      const { entries } = await here.done('log')
      return entries.at(-1).actor
    }
    expect(await acting({})).toBe('王敏')
    expect((await here.ssj('lst')).err).toContain('no command')
    expect((await here.ssjIn({ env: { SSJ_LANG: 'zh' } }, 'lst')).err).toContain('没有命令')
    expect((await here.ssj('lst', '--lang', 'zh')).err).toContain('没有命令')
  })

  test('says options of what is written, where the line does not, and of no other command', async () => {
    settings({ encoding: 'gb18030', headings: 'en' })
    const asked = await here.ssj('template', 'targets')
    settings({})
    expect(asked.out).toBe(
      (await here.ssj('template', 'targets', '--encoding', 'gb18030', '--headings', 'en')).out,
    )
    settings({ encoding: 'gb18030', headings: 'en' })
    expect((await here.ssj('template', 'targets', '--headings', 'zh', '--encoding', 'utf-8')).out).toContain(
      '名称',
    )
    const file = here.file('d.csv', '编码,名称\nA,甲局\n')
    expect((await here.done('import', 'departments', file)).files[0]).toMatchObject({ new: 1 })
  })

  test('is looked for beside the database, wherever the command is called', async () => {
    settings({ lang: 'en' })
    const elsewhere = office()
    expect((await elsewhere.ssj('--db', here.db, 'lst')).err).toContain('no command')
    expect((await elsewhere.ssj('lst')).err).toContain('没有命令')
  })

  test('is read as Windows saves it, with a mark at its beginning', async () => {
    settings('\uFEFF{"lang": "en"}\r\n')
    expect((await here.ssj('lst')).err).toContain('no command')
  })

  test.each([
    ['{', '第 1 行第 2 个字符处就结束了', 'it ends in line 1, column 2'],
    ['[]', '是 JSON，但不是一个对象', 'it is JSON, but no object'],
    [
      '{\n  "lang": "zh", // 语言\n}',
      '第 2 行第 17 个字符起是注释，JSON 里没有注释',
      'line 2, column 17 begins a comment, and JSON has none',
    ],
    [
      '{\n  "actor": "王敏",\n}\n',
      '第 2 行第 16 个字符是最后一项后面的逗号，JSON 里不能有',
      'line 2, column 16 is a comma after the last entry, and JSON has none there',
    ],
    [
      '{“lang”: "zh"}',
      '第 1 行第 2 个字符是 “，JSON 只用英文双引号',
      'line 1, column 2 is “, and JSON has only straight',
    ],
    [
      '{lang: "zh"}',
      '第 1 行第 2 个字符起是 JSON 里没有的词',
      'line 1, column 2 is a word or number that JSON does not have',
    ],
    [{ langs: 'zh' }, '没有设置项“langs”，最接近的是“lang”', 'there is no setting “langs”'],
    [{ reason: '试' }, '没有设置项“reason”', 'there is no setting “reason”'],
    [{ lang: 'fr' }, '设置项“lang”的值 "fr" 不对，应为 "zh" | "en"', 'the setting “lang” cannot be "fr"'],
    [{ color: 'no' }, '设置项“color”的值 "no" 不对', 'the setting “color” cannot be "no"'],
    [{ actor: ' ' }, '设置项“actor”的值 " " 不对', 'the setting “actor” cannot be " "'],
    [{ officers: 1 }, '设置项“officers”的值 1 不对', 'the setting “officers” cannot be 1'],
  ])('%j is refused, and nothing is written', async (text, zh, en) => {
    settings(text)
    const words = ['rules', 'set', 'cap-total', '2', '--reason', '试']
    for (const [lang, sentence] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      const told = await here.ssj(...words, '--lang', lang)
      expect([told.code, told.out, told.err]).toEqual([2, '', expect.stringContaining(sentence)])
      expect(told.err).toContain('ssj.json')
      expect((await here.ssj(...words, '--json')).json.error.code).toBe('invalid-settings')
    }
    settings({})
    expect((await here.done('log')).entries).toHaveLength(0)
  })
})
