import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { remove } from '../../src/files/beside.ts'
import { freshFolder } from '../helpers/scratch.ts'

test('what is removed goes with all that is in it, and nothing that a link in it leads to', () => {
  const folder = freshFolder()
  const kept = join(folder, '另处')
  mkdirSync(kept)
  writeFileSync(join(kept, '文件.csv'), '')
  const whole = join(folder, '抽查 公示')
  mkdirSync(join(whole, '清单'), { recursive: true })
  writeFileSync(join(whole, '清单', '甲店.html'), '')
  symlinkSync(kept, join(whole, '链接'))
  remove(whole)
  expect(readdirSync(folder)).toEqual(['另处'])
  remove(join(kept, '文件.csv'))
  remove(join(kept, '文件.csv'))
  expect(existsSync(kept)).toBe(true)
  expect(readdirSync(kept)).toEqual([])
})
