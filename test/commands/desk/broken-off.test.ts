/** @module-tag campaign */
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sitsAtTerminal } from '../../helpers/at-terminal.ts'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'
import { HAS_TERMINAL, type Terminal } from '../../helpers/terminal.ts'

/** An office with a file that takes a second or two to be imported. */
async function withLargeFile(): Promise<Office> {
  const here = await miniature({ targets: targets(9), inspectors: inspectors(6) })
  here.file('新.csv', csvFrom(targets(12_000, {}, 1_000)))
  return here
}

describe.skipIf(!HAS_TERMINAL).each(['zh', 'en'] as const)('a sitting that breaks off, in %s', language => {
  it.each(['interrupt', 'hang-up'] as const)(
    'by %s while an import runs has written nothing, and goes on where it was',
    async how => {
      const here = await withLargeFile()
      const sits = await sitsAtTerminal(here, language, { patience: 30_000 })
      const { at, say } = sits
      const before = contentOf(here.db)
      await at.asks(say.desk.whatNow)
      await at.type(say.desk.jobs.import)
      await at.press('enter')
      await at.asks(say.desk.ask.file)
      await at.type('新.csv')
      await at.asks('> 新.csv')
      await at.press('enter')
      await at.asks(say.desk.ask.mode)
      await at.press('enter')
      await at.sees('ssj import targets 新.csv')
      if (how === 'interrupt') await at.press('interrupt')
      else at.close()
      const code = await at.left
      if (how === 'interrupt') {
        expect(code).toBe(130)
        expect(flat(at.screen(true))).toContain(flat(say.desk.interrupted))
      }
      expect(contentOf(here.db)).toBe(before)
      expect(existsSync(`${here.db}-desk.json`)).toBe(true)

      const again = await sitsAtTerminal(here, language, { patience: 30_000 })
      await again.at.asks(say.desk.goOnWith(say.desk.jobs.import))
      expect(flat(again.at.screen())).toContain(
        flat(say.desk.brokeOff(say.desk.jobs.import, 'running', null)),
      )
      await again.at.press('enter')
      await again.at.asks(say.desk.ask.mode)
      await again.at.press('enter')
      await again.at.sees('12000')
      expect(await again.leave()).toBe(130)
      expect((await here.done('log')).entries.at(-1).action).toBe('import targets')
      expect(existsSync(`${here.db}-desk.json`)).toBe(false)
    },
  )

  it('at a question keeps what was answered, and a record as far as it was entered', async () => {
    const here = await miniature({ targets: targets(9), inspectors: inspectors(6) })
    const sits = await sitsAtTerminal(here, language, { patience: 30_000 })
    const { at, say } = sits
    await at.asks(say.desk.whatNow)
    await at.type(say.desk.jobs.add)
    await at.press('enter')
    await at.asks(say.desk.ask.library)
    await at.type(say.registry.libraries.inspectors)
    await at.press('enter')
    for (const text of ['P99', '示例某']) {
      await at.asks(text === 'P99' ? '人员编号' : '姓名')
      await at.type(text)
      await at.press('enter')
    }
    await at.asks('所属部门')
    at.close()
    await at.left
    const again = await sitsAtTerminal(here, language, { patience: 30_000 })
    await again.at.asks(say.desk.goOnEntering(say.registry.libraries.inspectors, 2))
    await again.at.press('enter')
    await again.at.asks('人员编号')
    expect(again.at.screen()).toContain('(P99)')
    await again.at.press('enter')
    await again.at.asks('姓名')
    expect(again.at.screen()).toContain('(示例某)')
    await again.at.press('interrupt')
    expect(await again.at.left).toBe(130)
  })

  it('goes on in a window of another size, with what was typed', async () => {
    const here = await miniature({ targets: targets(9), inspectors: inspectors(6) })
    const { at, say, leave } = await sitsAtTerminal(here, language, { patience: 30_000 })
    await at.asks(say.desk.whatNow)
    await at.type(say.desk.jobs.retire)
    await at.press('enter')
    await at.asks(say.desk.ask.library)
    await at.type(say.registry.libraries.targets)
    await at.press('enter')
    await at.asks(say.desk.ask.record)
    await at.type('示例店T0')
    await at.asks('T01')
    await at.press('down')
    await at.asks('> T02')
    await resized(at, 40, 24)
    await at.asks('> T02')
    await at.type('4')
    await at.asks('> T04')
    await at.press('enter')
    await at.asks(say.desk.ask.reason)
    await at.type('停业三')
    await resized(at, 90, 30)
    await at.type('年')
    await at.asks('停业三年')
    await at.press('enter')
    await at.asks(say.desk.sure)
    await resized(at, 60, 24)
    await at.type('y')
    await at.press('enter')
    expect(await leave()).toBe(130)
    const { entries } = await here.done('log')
    expect(entries.at(-1)).toMatchObject({ action: 'retire targets', subject: { reason: '停业三年' } })
  })
})

function flat(text: string): string {
  return text.replaceAll(/\s/g, '')
}

/** Gives a window another size, and waits until the question was put again. */
async function resized(at: Terminal, columns: number, rows: number): Promise<void> {
  at.resize(columns, rows)
  for (let turns = 0; turns < 50; turns++) await at.pause()
}
