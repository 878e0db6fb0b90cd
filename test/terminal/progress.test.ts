import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Desk } from '../../src/terminal/desk.ts'
import { progressOf, underWay, watchedRows } from '../../src/terminal/progress.ts'
import { loadSentences } from '../../src/terminal/sentences/load-sentences.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function terminal(language: 'zh' | 'en'): Promise<{ desk: Desk; written: () => string }> {
  const written: string[] = []
  const stderr = { isTTY: true, write: (text: string) => void written.push(text) }
  const say = await loadSentences(language)
  const desk = { world: { stderr, env: {} }, say, quiet: false, json: false } as unknown as Desk
  return { desk, written: () => written.join('').replaceAll('\r\u001b[K', '|') }
}

async function told(
  language: 'zh' | 'en',
  total: number | undefined,
  counts: readonly number[],
): Promise<string> {
  const { desk, written } = await terminal(language)
  const progress = progressOf(desk, desk.say.verify.checking, total)
  for (const count of counts) {
    vi.advanceTimersByTime(900)
    progress.at(count)
  }
  progress.end()
  return written()
}

test('progress says nothing in the first second, then how much is done and how long the rest takes', async () => {
  expect(await told('en', 400, [10])).toBe('')
  expect(await told('en', 400, [10, 20, 100])).toBe(
    '|checking 5 %, about 0:35 left|checking 25 %, about 0:09 left|',
  )
  expect(await told('zh', 400, [10, 20])).toBe('|复核 5%，约剩 0:35|')
})

test('progress counts where the total is not known, and stays below its end where that was too low', async () => {
  expect(await told('en', undefined, [10, 20])).toBe('|checking 20|')
  expect(await told('en', 15, [10, 20])).toBe('|checking 99 %|')
})

test('how long the rest takes is said once something is done; what comes later in a command is shown at once', async () => {
  expect(await told('zh', 5000, [10, 20])).toBe('|复核 0%|')
  const { desk, written } = await terminal('en')
  progressOf(desk, 'reading', 10).at(1)
  vi.advanceTimersByTime(1000)
  const writing = progressOf(desk, 'writing', 10)
  writing.at(3)
  vi.advanceTimersByTime(1000)
  writing.at(5)
  writing.end()
  expect(written()).toBe('|writing 30 %|writing 50 %, about 0:01 left|')
})

test('what cannot be counted is named once a command took a second; rows tell of themselves as they pass', async () => {
  const { desk, written } = await terminal('zh')
  underWay(desk, '写入')()
  for (const _ of watchedRows(desk, '读取', [1, 2, 3, 4], 4)) vi.advanceTimersByTime(600)
  underWay(desk, '写入')()
  expect(written()).toBe('|读取 75%，约剩 0:01|读取 99%，约剩 0:01||写入…|')
})
