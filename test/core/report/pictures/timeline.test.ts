import { expect, test } from 'vitest'
import { timelineBars } from '../../../../src/core/report/pictures/draw-timeline.ts'
import { timelineDocument } from '../../../../src/core/report/pictures/timeline-document.ts'
import { figuresEn } from '../../../../src/terminal/sentences/figures/words-en.ts'
import { figuresZh } from '../../../../src/terminal/sentences/figures/words-zh.ts'

const event = (kind: string, day: string, entry: number) =>
  ({
    kind,
    day,
    entry,
    at: `${day}T02:00:00Z`,
    actor: '甲',
    count: 1,
    detail: '',
    reason: '',
    approver: '',
  }) as never
const TIMELINE = {
  ...{ draw: '2026-0001', task: '示例任务', attempt: 1, state: 'drawn' as const },
  planned: [{ kind: 'period', from: '2026-03-01', to: '2026-05-31', detail: '' } as never],
  events: [
    event('frozen', '2026-02-01', 3),
    event('drawn', '2026-02-03', 4),
    event('entered', '2026-04-20', 9),
    event('entered', '2026-03-10', 7),
  ],
}

test('events of one kind are one bar from the first day to the last, among what was fixed beforehand', () => {
  expect(timelineBars(TIMELINE)).toEqual([
    { kind: 'frozen', from: '2026-02-01', to: '2026-02-01', events: 1 },
    { kind: 'drawn', from: '2026-02-03', to: '2026-02-03', events: 1 },
    { kind: 'period', from: '2026-03-01', to: '2026-05-31', events: 0 },
    { kind: 'entered', from: '2026-03-10', to: '2026-04-20', events: 2 },
  ])
})

test('bars stand on a scale of days, with a tick for each month', () => {
  for (const words of [figuresZh, figuresEn]) {
    const { blocks } = timelineDocument(
      {
        ...{ today: '2026-06-01' as never, timeline: TIMELINE, offset: '+08:00', ties: [] },
        ledger: { entry: 9 as never, digest: 'abc' as never, written: 1, ended: 0, standing: 1 },
      },
      words,
      cell => cell,
    )
    const picture = blocks.find(({ kind }) => kind === 'bars')
    expect(picture).toMatchObject({
      bars: [
        { start: 0, value: 1 },
        { start: 2, value: 1 },
        { start: 28, value: 0, mark: [28, 120] },
        { start: 37, value: 42 },
      ],
      axis: [
        { at: 0, label: '26-02' },
        { at: 28, label: '26-03' },
        { at: 59, label: '26-04' },
        { at: 89, label: '26-05' },
        { at: 120, label: '' },
      ],
    })
  }
})
