import { Readable, Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { stateLines } from '../../../src/commands/desk/state-lines.ts'
import { deskFor, type World } from '../../../src/terminal/desk.ts'
import { NOW } from '../../helpers/ssj.ts'

it('a terminal that says it has no columns is taken to have as many as most', async () => {
  const lines = async (columns: number) => {
    const stream = Object.assign(new Writable({ write: (_, __, done) => done() }), { isTTY: true, columns })
    const world: World = {
      ...{ stdin: Readable.from([]), stdout: stream, stderr: stream, cwd: '/', patience: 100 },
      ...{ now: () => NOW, systemUser: () => 'nobody', env: {}, randomBytes: count => new Uint8Array(count) },
    }
    const desk = await deskFor(world, {})
    desk.remark('x')
    return stateLines(desk, { entry: -1 } as Parameters<typeof stateLines>[1], [], '+08:00')
  }
  expect(await lines(0)).toEqual(await lines(80))
})
