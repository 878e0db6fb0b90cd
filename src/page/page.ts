import { PAGE_FILE } from '../core/publication/export/page.ts'
import { app } from './app.ts'
import { serve, startEngine } from './worker.ts'

/** One program for both: the page, and the worker that the page makes of it. */
if (typeof document === 'undefined') serve(globalThis as never)
else void open()

async function open(): Promise<void> {
  const program = document.getElementById('program')!.textContent ?? ''
  const embedded: unknown = JSON.parse(document.getElementById('folder')!.textContent ?? 'null')
  await app(document.getElementById('page')!, await startEngine(program), embedded)
  document.documentElement.dataset.ready = PAGE_FILE
}
