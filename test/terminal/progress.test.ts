import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Desk } from '../../src/terminal/desk.ts'
import { progressOf } from '../../src/terminal/progress.ts'
import { loadSentences } from '../../src/terminal/sentences/load-sentences.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function told(
  language: 'zh' | 'en',
  total: number | undefined,
  counts: readonly number[],
): Promise<string> {
  const written: string[] = []
  const stderr = { isTTY: true, write: (text: string) => void written.push(text) }
  const say = await loadSentences(language)
  const desk = { world: { stderr, env: {} }, say, quiet: false, json: false } as unknown as Desk
  const progress = progressOf(desk, say.verify.checking, total)
  for (const count of counts) {
    vi.advanceTimersByTime(900)
    progress.at(count)
  }
  progress.end()
  return written.join('').replaceAll('\r\u001b[K', '|')
}

test('progress says nothing in the first second, then how much is done and how long the rest takes', async () => {
  expect(await told('en', 400, [10])).toBe('')
  expect(await told('en', 400, [10, 20, 100])).toBe(
    '|checking 5 %, about 0:35 left|checking 25 %, about 0:09 left|',
  )
  expect(await told('zh', 400, [10, 20])).toBe('|复核 5%，约剩 0:35|')
})

test('progress counts where the total is not known, or was too low', async () => {
  expect(await told('en', undefined, [10, 20])).toBe('|checking 20|')
  expect(await told('en', 15, [10, 20])).toBe('|checking 20|')
})
