import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** Words that stand for what goes by another word here: a reader would look for a difference. */
const OTHERS: Readonly<Record<string, string>> = {
  钥匙: '密钥',
  口令: '密码',
  引擎: '外部数据库',
}

/** Whatever people read in Chinese: sentences, help, the page, the manual. */
const READ = [
  ...[
    'src/terminal/sentences',
    'src/core/publication/words',
    'src/core/rules',
    'src/page',
    'docs/手册',
  ].flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:ts|py|md|html)$/.test(name))
      .map(name => join(folder, name)),
  ),
  'README.md',
  'src/cli/examples.ts',
]

it('calls one thing by one word in all that is read in Chinese', () => {
  const found = READ.flatMap(name => {
    const text = readFileSync(join(ROOT, name), 'utf8')
    return Object.entries(OTHERS)
      .filter(([word]) => text.includes(word))
      .map(([word, right]) => `${name}: ${word}, which is ${right}`)
  })
  expect(found).toEqual([])
})
