import { connect, createServer, type Socket } from 'node:net'

/** A way to a server on loopback that breaks off when it is told to. */
export interface CutProxy {
  readonly port: number
  /** Breaks off the connection over which so many pieces have gone to the server from now on: once, and never again until it is said. */
  readonly cutAfter: (pieces: number) => void
  /** Whether it has since broken one off. */
  readonly hasCut: () => boolean
  readonly close: () => Promise<void>
}

/** Stands before a server, at a port of its own. */
export async function cutProxy(port: number): Promise<CutProxy> {
  let left: number | null = null
  let cut = false
  const open = new Set<Socket>()
  const server = createServer(client => {
    const there = connect(port, '127.0.0.1')
    for (const socket of [client, there]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        there.destroy()
      })
    }
    client.on('data', piece => {
      if (left !== null && --left <= 0) {
        left = null
        cut = true
        client.destroy()
        return
      }
      there.write(piece)
    })
    there.pipe(client)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as { port: number }).port,
    cutAfter(pieces) {
      left = pieces
      cut = false
    },
    hasCut: () => cut,
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
