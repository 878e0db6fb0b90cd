import { type Engine, engine } from './engine.ts'

/** The engine as the page calls it: everything takes a while. */
export interface RemoteEngine {
  open(...given: Parameters<Engine['open']>): Promise<ReturnType<Engine['open']>>
  verify: Engine['verify']
  find(text: string): Promise<ReturnType<Engine['find']>>
  results(...given: Parameters<Engine['results']>): Promise<void>
  certificate: Engine['certificate']
  signed(...given: Parameters<Engine['signed']>): Promise<ReturnType<Engine['signed']>>
}

type Ask = { readonly id: number; readonly name: keyof Engine; readonly given: readonly unknown[] }
type Answer =
  | { readonly id: number; readonly step: Parameters<Parameters<Engine['verify']>[0]>[0] }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string }

/** The first that a worker says: that it runs. */
const READY: Answer = { id: 0, result: 'ready' }

/** The side of a worker that a message reaches. */
interface WorkerScope {
  onmessage: ((event: { readonly data: Ask }) => void) | null
  postMessage(answer: Answer): void
}

/** In the worker: answers the page. */
export function serve(scope: WorkerScope): void {
  const own = engine()
  scope.postMessage(READY)
  scope.onmessage = async ({ data: { id, name, given } }) => {
    try {
      const result =
        name === 'verify'
          ? await own.verify(step => scope.postMessage({ id, step }))
          : await (own[name] as (...args: readonly unknown[]) => unknown)(...given)
      scope.postMessage({ id, result })
    } catch (error) {
      scope.postMessage({ id, error: String(error) })
    }
  }
}

/** In the page: an engine in a worker made of the page's own program; in the page itself where there can be none. */
export async function startEngine(program: string): Promise<RemoteEngine> {
  try {
    const worker = new Worker(URL.createObjectURL(new Blob([program], { type: 'text/javascript' })))
    await new Promise((done, fail) => {
      worker.onmessage = done
      worker.onerror = fail
    })
    return remote(worker)
  } catch {
    return here(engine())
  }
}

function remote(worker: Worker): RemoteEngine {
  const waiting = new Map<
    number,
    { done: (value: never) => void; fail: (error: Error) => void; step?: (step: never) => void }
  >()
  let last = 0
  worker.onmessage = ({ data: answer }: { data: Answer }) => {
    const asked = waiting.get(answer.id)!
    if ('step' in answer) return asked.step?.(answer.step as never)
    waiting.delete(answer.id)
    if ('error' in answer) asked.fail(new Error(answer.error))
    else asked.done(answer.result as never)
  }
  const ask = <T>(name: keyof Engine, given: readonly unknown[], step?: (step: never) => void): Promise<T> =>
    new Promise((done, fail) => {
      const id = ++last
      waiting.set(id, { done, fail, ...(step === undefined ? {} : { step }) })
      worker.postMessage({ id, name, given } satisfies Ask)
    })
  return {
    open: (...given) => ask('open', given),
    verify: begins => ask('verify', [], begins as (step: never) => void),
    find: text => ask('find', [text]),
    results: (...given) => ask('results', given),
    certificate: (...given) => ask('certificate', given),
    signed: (...given) => ask('signed', given),
  }
}

function here(own: Engine): RemoteEngine {
  return {
    open: async (...given) => own.open(...given),
    verify: begins => own.verify(begins),
    find: async text => own.find(text),
    results: async (...given) => own.results(...given),
    certificate: (...given) => own.certificate(...given),
    signed: async (...given) => own.signed(...given),
  }
}
