import { Readable, Writable } from 'node:stream'
import { main } from '../../dist/main.js'

const nowhere = () =>
  Object.assign(new Writable({ write: (_piece, _encoding, done) => done() }), { isTTY: false })

/** Commands, which speak to nobody here: what counts is that they answer, and after how many steps. */
export const readers = {
  ssj: (argv, cwd, db) =>
    main(argv, {
      stdin: Readable.from([]),
      stdout: nowhere(),
      stderr: nowhere(),
      cwd,
      patience: 100,
      env: { SSJ_DB: db, SSJ_ACTOR: '测试员' },
      now: () => '2026-02-03T04:05:06Z',
      randomBytes: count => Uint8Array.from({ length: count }, (_, i) => i),
      systemUser: () => 'nobody',
    }),
}
