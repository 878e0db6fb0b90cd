import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { licencesOf } from '../page/licences.mjs'

/**
 * Bundles the compiled modules in `dist` into `dist/program`, which `bin/ssj.js` runs: hundreds of small files, read one
 * after the other, were most of what a short command cost. What every command needs is one file, the sentences of each
 * language another, and what only some need is read when they do. Of other packages only the one that parses command
 * lines is in it; it is kept readable, since auditors read what runs.
 */
export async function buildProgram(dist) {
  const from = name => new Set(reached(join(dist, name)))
  const main = from('main.js')
  const languages = new Map(['zh', 'en'].map(name => [name, from(`terminal/sentences/${name}.js`)]))
  const [zh, en] = languages.values()
  const start = new Set([...main, ...[...zh].filter(path => en.has(path))])
  const database = from('commands/session.js')
  const bundle = await rolldown({
    input: { main: join(dist, 'main.js'), 'rows-worker': join(dist, 'files/reading/rows-worker.js') },
    platform: 'node',
    external: id => isOfPackage(id) && !/^commander$|^@commander-js\//.test(id),
    preserveEntrySignatures: 'allow-extension',
    tsconfig: false,
  })
  const { output } = await bundle.write({
    dir: join(dist, 'program'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        { name: 'start', test: id => start.has(id) || id.includes('commander'), priority: 3 },
        ...[...languages].map(([name, own]) => ({ name, test: id => own.has(id), priority: 2 })),
        { name: 'database', test: id => database.has(id), priority: 1 },
        { name: 'shared', minShareCount: 20, priority: 0 },
      ],
    },
  })
  await bundle.close()
  const inputs = output.flatMap(chunk => Object.keys(chunk.modules ?? {}))
  writeFileSync(join(dist, 'program/LICENCES.txt'), `${licencesOf(inputs)}\n`)
}

const isOfPackage = id => !/^[./]/.test(id) && resolve(id) !== id

/** The files that are read when `path` is, itself included. */
function reached(path, found = new Set()) {
  if (found.has(path)) return []
  found.add(path)
  for (const [, imported] of readFileSync(path, 'utf8').matchAll(
    /^(?:import|export)[^;'"]* from '(\.[^']+)'/gm,
  ))
    reached(resolve(dirname(path), imported), found)
  return [...found]
}
