import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'
import { licencesOf } from '../page/licences.mjs'

/**
 * Bundles the compiled modules in `dist` into `dist/program`, which `bin/ssj.js` runs: hundreds of small files, read one
 * after the other, were most of what a short command cost. What every command needs is one file, the sentences of each
 * language another, and what only some need is read when they do. Of other packages only the one that parses command
 * lines is in it; it is kept readable, since auditors read what runs.
 */
export async function buildProgram(dist) {
  const from = name => new Set(reached(join(dist, name)))
  const start = from('main.js')
  const languages = new Map(['zh', 'en'].map(name => [name, from(`terminal/sentences/${name}.js`)]))
  const [zh, en] = languages.values()
  const words = new Set([...zh].filter(path => en.has(path)))
  const database = new Set(
    ['commands/session.js', 'commands/entry-named.js', 'store/rules.js', 'terminal/table.js'].flatMap(name =>
      reached(join(dist, name)),
    ),
  )
  const bundle = await rolldown({
    input: { main: join(dist, 'main.js'), 'rows-worker': join(dist, 'files/reading/rows-worker.js') },
    platform: 'node',
    external: id => isOfPackage(id) && !/^commander$|^@commander-js\//.test(id),
    preserveEntrySignatures: 'allow-extension',
    plugins: [withoutChildren, lazySentences, await helpAlone(dist), builtinsAsTheyAre, assembledModules],
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
        { name: 'start', test: id => start.has(id) || id.includes('commander'), priority: 4 },
        { name: 'words', test: id => words.has(id), priority: 3 },
        ...[...languages].map(([name, own]) => ({ name, test: id => own.has(id), priority: 2 })),
        { name: 'database', test: id => database.has(id), priority: 1 },
        // What needs other packages is read only where it is used.
        {
          name: 'shared',
          minShareCount: 20,
          priority: 0,
          test: id => reached(id).every(path => !importsPackage(path)),
        },
      ],
    },
  })
  await bundle.close()
  await buildHashingWorker(dist)
  const inputs = output.flatMap(chunk => Object.keys(chunk.modules ?? {}))
  writeFileSync(join(dist, 'program/LICENCES.txt'), `${licencesOf(inputs)}\n`)
}

/** The thread that hashes is one small file: it shall have begun before the first row is there. */
async function buildHashingWorker(dist) {
  const bundle = await rolldown({
    input: join(dist, 'files/aside/hashing-worker.js'),
    platform: 'node',
    plugins: [builtinsAsTheyAre, assembledModules],
    tsconfig: false,
  })
  await bundle.write({ file: join(dist, 'program/hashing-worker.js'), format: 'esm' })
  await bundle.close()
}

/** The parser of command lines would have Node load all that starts other programs, which none of our commands do through it. */
const withoutChildren = {
  name: 'without-children',
  transform(code, id) {
    const eager = "const childProcess = require('node:child_process');"
    if (!/commander[\\/]lib[\\/]command\.js$/.test(id)) return null
    if (!code.includes(eager)) throw new Error('commander loads node:child_process in another way now')
    return code.replace(
      eager,
      "const childProcess = { spawn: (...args) => require('node:child_process').spawn(...args) };",
    )
  },
}

/**
 * The parts of a topic of sentences, `words`, `reasons`, `issues` and `help`, are made when they are first asked for: to make
 * them all took a third of what a short command does.
 */
const lazySentences = {
  name: 'lazy-sentences',
  transform(code, id) {
    if (!/terminal[\\/]sentences[\\/]/.test(id)) return null
    let lazy = code
    for (const { key, value } of partsOf(code).toReversed())
      lazy = `${lazy.slice(0, key.start)}get ${key.name}() { const value = ${lazy.slice(value.start, value.end)}; Object.defineProperty(this, '${key.name}', { value }); return value }${lazy.slice(value.end)}`
    return lazy === code ? null : lazy
  },
}

/** WebAssembly is assembled here instead of at each start of what needs it: the same bytes, from the same lines. */
const assembledModules = {
  name: 'assembled-modules',
  async load(id) {
    const [, name] = /packed[\\/]\w+[\\/](lane|loop)-module\.js$/.exec(id) ?? []
    if (name === undefined) return null
    const { [`${name}Module`]: assemble } = await import(pathToFileURL(id))
    const text = Buffer.from(assemble()).toString('base64')
    return `export const ${name}Module = () => Buffer.from('${text}', 'base64')`
  },
}

function partsOf(code) {
  return parseAst(code).body.flatMap(({ type, declaration }) =>
    type !== 'ExportNamedDeclaration' || declaration?.type !== 'VariableDeclaration'
      ? []
      : declaration.declarations.flatMap(({ init }) =>
          init?.type !== 'ObjectExpression'
            ? []
            : init.properties.filter(
                ({ key, value }) =>
                  ['words', 'reasons', 'issues', 'help'].includes(key?.name) &&
                  value.type === 'ObjectExpression',
              ),
        ),
  )
}

/** What the help of a language says, as data beside the sentences it is taken from: see `loadHelp`. */
async function helpAlone(dist) {
  const files = new Map()
  for (const name of ['zh', 'en']) {
    const sentences = await import(join(dist, `terminal/sentences/${name}.js`))
    const path = join(dist, `terminal/sentences/help-${name}.js`)
    files.set(path, `export const help = ${JSON.stringify(sentences[name].help, onlyText, 2)}`)
    IMPORTS.set(path, [])
  }
  const loaded = name => `(await import('./help-${name}.js')).help`
  return {
    name: 'help-alone',
    resolveId: (id, importer) =>
      /^\.\/help-(zh|en)\.js$/.test(id) && importer !== undefined ? resolve(dirname(importer), id) : null,
    load: id => files.get(id) ?? null,
    transform: (_, id) =>
      id === join(dist, 'terminal/sentences/load-help.js')
        ? `export async function loadHelp(language) { return language === 'en' ? ${loaded('en')} : ${loaded('zh')} }`
        : null,
  }
}

function onlyText(key, value) {
  if (typeof value !== 'string' && typeof value !== 'object')
    throw new Error(`help is text, and ${key} is none`)
  return value
}

/**
 * Modules of Node are asked for what is wanted of them, and `node:crypto` when it is: to `import` them has Node make all that
 * they could give, streams, standard input and a second library of ciphers among it, 8 ms of a short command.
 */
const builtinsAsTheyAre = {
  name: 'builtins-as-they-are',
  renderChunk(code) {
    return code.replace(/^import (.+) from "(node:[\w/]+)";$/gm, (_, wanted, name) => {
      const module = `globalThis.process.getBuiltinModule("${name}")`
      if (!wanted.startsWith('{')) return `const ${wanted.replace(/^\* as /, '')} = ${module};`
      const names = wanted.replaceAll(' as ', ': ')
      if (name !== 'node:crypto') return `const ${names} = ${module};`
      const each = wanted
        .slice(1, -1)
        .split(',')
        .map(one => one.trim().split(' as '))
      return [
        'let cryptoOfNode;',
        ...each.map(
          ([given, own = given]) =>
            `const ${own} = (...asked) => (cryptoOfNode ??= ${module}).${given}(...asked);`,
        ),
      ].join('\n')
    })
  },
}

const importsPackage = path => importsOf(path).some(imported => !/^\.|^node:/.test(imported))

const isOfPackage = id => !/^[./]/.test(id) && resolve(id) !== id

/** The files that are read when `path` is, itself included. */
function reached(path, found = new Set()) {
  if (found.has(path)) return []
  found.add(path)
  for (const imported of importsOf(path))
    if (imported.startsWith('.')) reached(resolve(dirname(path), imported), found)
  return [...found]
}

/** What a file imports at once. */
function importsOf(path) {
  let imports = IMPORTS.get(path)
  if (imports === undefined) {
    const found = readFileSync(path, 'utf8').matchAll(/^(?:import|export)[^;'"]* from '([^']+)'/gm)
    imports = [...found].map(([, imported]) => imported)
    IMPORTS.set(path, imports)
  }
  return imports
}

const IMPORTS = new Map()
