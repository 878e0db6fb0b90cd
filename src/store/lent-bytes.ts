import { createRequire } from 'node:module'
import type { MessageChannel as Channel, MessagePort } from 'node:worker_threads'

/** As many bytes are worth to be given back. */
const LARGE = 1 << 18

/**
 * Gives the memory of bytes back that nobody reads any more, which are empty after it. They would else wait until the engine
 * collects garbage, of which it sees too little to be in a hurry: tens of megabytes of parts of a file, each in memory that
 * the kernel has to clear first.
 */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (byteLength < LARGE || byteLength !== buffer.byteLength || !(buffer instanceof ArrayBuffer)) return
  // What is handed to a port that is closed is dropped at once, on every Node that we run on.
  nowhere ??= closedPort()
  nowhere.postMessage(null, [buffer])
}

let nowhere: MessagePort | undefined

function closedPort(): MessagePort {
  // Asked for only by who reads so many bytes: the module takes its time to load.
  const { MessageChannel } = createRequire(import.meta.url)('node:worker_threads') as {
    MessageChannel: typeof Channel
  }
  const { port1 } = new MessageChannel()
  port1.close()
  return port1
}
