import { Session } from 'node:inspector/promises'
import { parentPort, workerData } from 'node:worker_threads'

/**
 * Counts what a reader does, of the program as it is built: how often each block of it was entered (V8 counts, libraries
 * included), and the characters, bytes and elements that the engine's own functions went over for it. The same work gives
 * the same count on every machine, however busy. Expressions count the text they passed over: what they try again in
 * between is looked at by test/expressions.test.ts.
 */
const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

let native = 0

/** Lets `name` of an object count, by what it was called on, its arguments and its result. */
function counting(object, name, cost) {
  const original = object[name]
  object[name] = function (...given) {
    const result = original.apply(this, given)
    native += cost(this, given, result)
    return result
  }
}

/** From where to where a search went. */
const searched = (at, given, found) => {
  const from = typeof given[1] === 'number' ? given[1] : 0
  return found === -1 || found === false
    ? Math.max(0, at.length - from)
    : found === true
      ? at.length
      : found - from
}
const whole = at => at.length
const made = (_at, _given, result) => result.length

const text = String.prototype
for (const name of ['indexOf', 'includes', 'search']) counting(text, name, searched)
for (const name of [
  'split',
  'replaceAll',
  'replace',
  'normalize',
  'toLowerCase',
  'toUpperCase',
  'lastIndexOf',
])
  counting(text, name, whole)
for (const name of ['repeat', 'padStart', 'padEnd', 'concat']) counting(text, name, made)
for (const name of ['trim', 'trimStart', 'trimEnd'])
  counting(text, name, (at, _given, result) => at.length - result.length)
const { exec } = RegExp.prototype
RegExp.prototype.exec = function (given) {
  const from = this.global || this.sticky ? this.lastIndex : 0
  const found = exec.call(this, given)
  if (found !== null) native += found.index - from + found[0].length
  native += found === null && !this.sticky ? String(given).length - from : 1
  return found
}

const list = Array.prototype
for (const name of ['indexOf', 'includes']) counting(list, name, searched)
for (const name of ['lastIndexOf', 'join', 'reverse', 'unshift', 'splice', 'fill', 'copyWithin'])
  counting(list, name, whole)
for (const name of ['slice', 'concat', 'flat']) counting(list, name, made)
counting(list, 'sort', at => at.length * Math.ceil(Math.log2(at.length + 1)))
counting(Object.getPrototypeOf([][Symbol.iterator]()), 'next', () => 1)

const bytes = Object.getPrototypeOf(Uint8Array.prototype)
for (const name of ['indexOf', 'includes']) counting(bytes, name, searched)
counting(bytes, 'set', (_at, [given]) => given.length)
counting(bytes, 'slice', made)
counting(Buffer, 'concat', (_at, _given, result) => result.length)
counting(Buffer.prototype, 'toString', made)
for (const name of ['indexOf', 'includes']) counting(Buffer.prototype, name, searched)
counting(TextDecoder.prototype, 'decode', (_at, _given, result) => result.length)
counting(JSON, 'parse', (_at, [given]) => String(given).length)
counting(JSON, 'stringify', (_at, _given, result) => result?.length ?? 0)

/** Since it was last asked. */
async function steps() {
  const passed = native
  const { result } = await session.post('Profiler.takePreciseCoverage')
  let blocks = 0
  for (const { url, functions } of result) {
    if (!url.startsWith('file:')) continue
    for (const { ranges } of functions) for (const { count } of ranges) blocks += count
  }
  native = 0
  return passed + blocks
}

const { readers } = await import(workerData.readers)
parentPort.on('message', async ({ reader, given }) => {
  const counts = []
  for (const args of given) {
    await steps()
    const answer = await readers[reader](...args)
    counts.push({ steps: await steps(), answer: typeof answer === 'number' ? answer : null })
  }
  parentPort.postMessage(counts)
})
