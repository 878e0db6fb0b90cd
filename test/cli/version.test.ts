import { expect, test } from 'vitest'
import { office } from '../helpers/ssj.ts'

test('the version is told by every name that it is asked by', async () => {
  const at = office()
  for (const word of ['--version', '-V', '-v', 'version'])
    expect(await at.ssj(word), word).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
})

test('what an ad-hoc task is made of stands in a group of its own, below what the command is told', async () => {
  const { out } = await office().ssj('draw', 'freeze', '--help')
  const [own, task] = out.split('临时任务（不在年度计划中）：')
  expect(own).toMatch(/选项：[\s\S]*--to <folder or day>/)
  expect(task).toMatch(/--lead <department>/)
})
