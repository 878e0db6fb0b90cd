import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { district } from '../../helpers/ssj.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0

describe('every folder explains itself', () => {
  let made: Awaited<ReturnType<typeof district>>

  beforeAll(async () => {
    made = await district()
    await made.done('draw', 'freeze', '14110220261001', '--to', made.path('announced'))
    await made.done('draw', 'run', '14110220261001', '--seed', '6 6 3')
    await made.done('export', '1', '--to', made.path('public'))
    await made.done('export', '1', '--to', made.path('archive'), '--profile', 'archive')
  })

  it.each(['announced', 'public', 'archive/data'])(
    '%s has the law, the page and how to check it, all of them checked',
    async folder => {
      const guide = readFileSync(made.path(`${folder}/核对说明.txt`), 'utf8')
      const file = (name: string) => readFileSync(made.path(`${folder}/${name}`), 'utf8')
      for (const name of ['draw.md', 'draw-2.md', 'draw.zh.md', 'draw-2.zh.md']) {
        expect(file(name)).toBe(readFileSync(`docs/${name}`, 'utf8'))
        expect(guide).toContain(name)
      }
      expect(file('verify.html')).toContain('<script type="application/json" id="folder">[[')
      for (const tool of ['sha256sum -c', 'Get-FileHash', 'certutil -hashfile', 'ssj verify', 'verify.html'])
        expect(guide).toContain(tool)
      expect(guide.includes('verify.py')).toBe(folder === 'archive/data')
      const { papers } = await made.done('verify', made.path(folder.split('/')[0]!))
      expect(papers.unchecked).toEqual([])
      expect(papers.checked).toEqual(
        expect.arrayContaining([
          'draw.md',
          'draw-2.md',
          'draw.zh.md',
          'draw-2.zh.md',
          'verify.html',
          '核对说明.txt',
        ]),
      )
    },
  )

  it('the lines of the guide give the tickets of the selection', () => {
    const guide = readFileSync(made.path('public/核对说明.txt'), 'utf8')
    const lines = guide
      .split('\n')
      .flatMap(line => /^ {5}((?:C|DRAW_KEY|SELECT_KEY)=.*)$/.exec(line)?.[1] ?? [])
    const [, row] = readFileSync(made.path('public/selection.csv'), 'utf8').split('\n')
    const [, , target, ticket] = row!.split(',')
    const program = [...lines, `printf '%s%s' "$SELECT_KEY" ${target} | sha256sum`].join('\n')
    const said = execFileSync('sh', ['-c', program], { cwd: made.path('public'), encoding: 'utf8' })
    expect(said.slice(0, 64)).toBe(ticket)
  })

  it.skipIf(!hasPython)('python3 (skipped where it is not installed): the archive checks itself', () => {
    const said = execFileSync('python3', ['verify.py', '..', '.', '../../public', '../../announced'], {
      cwd: made.path('archive/data'),
      encoding: 'utf8',
    })
    expect(said.match(/^(?:agrees|committed)/gm)).toEqual(['agrees', 'agrees', 'agrees', 'committed'])
  })
})
