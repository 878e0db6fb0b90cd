import { expect, test } from 'vitest'
import { drawnOffice, standing } from '../helpers/results.ts'

test('people read names beside codes; scripts read codes', async () => {
  const at = await drawnOffice()
  const { drawn, team } = await standing(at)
  const target = drawn[0]!
  const [person] = team(target, 'JIA')
  const number = Number(person!.slice(1))
  const shown = (await at.ssj('draw', 'show', '1')).out
  expect(shown).toContain(`甲局（JIA）：`)
  expect(shown).toContain(`示例人${number}（${person}）`)
  expect((await at.ssj('draw', 'show', '1', '--lang', 'en')).out).toContain(`示例人${number} (${person})`)
  expect(JSON.stringify((await at.ssj('draw', 'show', '1', '--json')).json)).not.toContain('示例人')
  expect((await at.ssj('report', 'workload')).out).toMatch(
    new RegExp(`甲局（JIA） +示例人${number}（${person}）`),
  )
  expect((await at.ssj('report', 'coverage')).out).toContain('乙局（YI）')
  const fallen = ['draw', 'substitute', '1', '--target', target, '--reason', 'closed', '--approver', '局长']
  expect((await at.ssj(...fallen)).out).toMatch(
    new RegExp(`示例店${target}（${target}）退出，由替补示例店(T\\d+)（\\1）递补`),
  )
  // Who has left the registry keeps the name that it had.
  await at.done('retire', 'inspectors', person!, '--reason', '调离')
  expect((await at.ssj('draw', 'show', '1')).out).toContain(`示例人${number}（${person}）`)
})
