import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Which room may import which (docs/architecture.md), and what each keeps to itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  store: ['store', 'core'],
  files: ['files', 'core'],
  engine: ['engine', 'core'],
  terminal: ['terminal', 'core'],
  page: ['page', 'core'],
  exports: ['core'],
  commands: ['commands', 'core', 'store', 'files', 'engine', 'terminal'],
  cli: ['cli', 'commands', 'terminal', 'core'],
  'main.ts': ['cli', 'files', 'terminal', 'core'],
}
/** What one room may take of another beside that: it needs neither Node nor a disk, and the page's own type check holds it to that. */
const AND: Readonly<Record<string, readonly string[]>> = { page: ['files/writing/papers-as-text.ts'] }
const KEEPS: Readonly<Record<string, readonly string[]>> = {
  seedrandom: ['core'],
  '@noble/curves/abstract/weierstrass.js': ['core'],
  '@noble/curves/bls12-381.js': ['core'],
  '@noble/curves/ed25519.js': ['core'],
  'better-sqlite3': ['store'],
  'csv-parse': ['files'],
  'csv-parse/sync': ['files'],
  'csv-stringify/sync': ['files'],
  saxes: ['files'],
  'write-excel-file/node': ['files'],
  docx: ['files'],
  fflate: ['files'],
  pg: ['engine'],
  mysql2: ['engine'],
  '@duckdb/node-api': ['engine'],
  'node:fs': ['files', 'store', 'commands'],
  chalk: ['terminal'],
  inquirer: ['terminal'],
  commander: [],
  '@commander-js/extra-typings': ['cli'],
  '@bomb.sh/tab': ['cli'],
  'string-width': ['terminal', 'cli'],
}

const SRC = join(import.meta.dirname, '../src')
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))

describe('rooms', () => {
  test.each(FILES)('%s imports only what its room may', name => {
    const room = name.split('/')[0]!
    const path = join(SRC, name)
    for (const [lazy, from] of importsOf(readFileSync(path, 'utf8'))) {
      if (from.startsWith('.')) {
        const imported = relative(SRC, join(dirname(path), from))
        if (AND[room]?.includes(imported)) continue
        const other = imported.split('/')[0]!
        expect(MAY[room], `${name} → ${from}`).toContain(other)
        if (room === 'cli' && other === 'commands')
          expect(lazy, `${from} must be loaded only when asked for`).toBe(true)
      } else if (KEEPS[from] !== undefined) {
        expect(KEEPS[from], `${name} → ${from}`).toContain(room)
      } else if (room === 'core') {
        expect.fail(`${name} may not import ${from}: core meets nobody`)
      }
    }
  })

  test('nobody but main knows the process: streams, folder and environment come in as the World', () => {
    for (const name of FILES.filter(file => !/^(?:main\.ts$|page\/)/.test(file))) {
      // Which Node it is decides which build of the database is loaded.
      const text = readFileSync(join(SRC, name), 'utf8').replaceAll(/process\.versions\.(?:napi|node)/g, '')
      expect(text, name).not.toMatch(/\bprocess\./)
    }
  })

  test('databases are opened through src/store/sqlite.ts alone, which knows the driver of this Node', () => {
    const root = join(SRC, '..')
    const importing = ['src', 'test', 'bench']
      .flatMap(folder =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name =>
          join(folder, name),
        ),
      )
      .filter(name => /\.m?ts$|\.mjs$/.test(name))
      .filter(name =>
        /^import (?!type ).*'better-sqlite3|(?:import|require)\('better-sqlite3/m.test(
          readFileSync(join(root, name), 'utf8'),
        ),
      )
    expect(importing).toEqual([])
  })

  test('files are copied and removed one by one: Node on Windows fails whole folders with Chinese paths', () => {
    // nodejs/node#58759, #58768: the program ends without a word, or nothing is done.
    for (const name of FILES)
      expect(readFileSync(join(SRC, name), 'utf8'), name).not.toMatch(/\b(?:cpSync|rmSync)\b(?!`)/)
  })

  test('core has no clock, no chance and no process of its own', () => {
    for (const name of FILES.filter(file => file.startsWith('core/'))) {
      expect(readFileSync(join(SRC, name), 'utf8'), name).not.toMatch(
        /Math\.random|Date\.now|new Date\(|\bprocess\.|localeCompare/,
      )
    }
  })
})

describe('the map', () => {
  test('has no circle of folders: types count, and every folder is one', () => {
    const edges = FILES.flatMap(name =>
      importsOf(readFileSync(join(SRC, name), 'utf8'))
        .filter(([, from]) => from.startsWith('.'))
        .map(([, from]) => ({ name, from: dirname(name), to: dirname(join(dirname(name), from)) })),
    ).filter(({ from, to }) => from !== to)
    expect(inCircles(edges).map(({ name, to }) => `${name} → ${to}`)).toEqual([])
  })

  test('has no folder with more files than one can look over, and no file longer than a few pages', () => {
    for (const folder of new Set(FILES.map(name => dirname(name)))) {
      const count = FILES.filter(name => dirname(name) === folder).length
      expect(count, folder).toBeLessThanOrEqual(25)
    }
    for (const name of FILES)
      expect(readFileSync(join(SRC, name), 'utf8').split('\n').length, name).toBeLessThanOrEqual(250)
  })

  test('is that of the tests too: each of their folders stands for one of src', () => {
    const folders = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isDirectory() && !/^(?:helpers|__snapshots__)$/.test(entry.name))
      .map(entry => relative(import.meta.dirname, join(entry.parentPath, entry.name)))
    expect(folders.filter(folder => !existsSync(join(SRC, folder)))).toEqual([])
  })
})

interface Edge {
  readonly name: string
  readonly from: string
  readonly to: string
}

/** Edges that stay when whatever leads nowhere, or is led to from nowhere, is taken away until nothing is. */
function inCircles(edges: readonly Edge[]): readonly Edge[] {
  const left = edges.filter(
    ({ from, to }) => edges.some(edge => edge.from === to) && edges.some(edge => edge.to === from),
  )
  return left.length === edges.length ? left : inCircles(left)
}

function importsOf(text: string): (readonly [boolean, string])[] {
  return [...text.matchAll(/(?:^|\n)(?:import|export)[^'"]*?from '([^']+)'|\bimport\('([^']+)'\)/g)].map(
    ([, eager, lazy]) => [lazy !== undefined, (eager ?? lazy)!] as const,
  )
}
