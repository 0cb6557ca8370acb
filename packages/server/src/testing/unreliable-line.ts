import { connect, createServer, type Socket } from 'node:net'

/** A way to the server on which every connection breaks off after so many bytes of answers, where they are. */
export async function unreliableLine(url: string, bytes: number) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let cuts = 0
  const proxy = createServer(client => {
    const server = connect(Number(port), hostname)
    let left = bytes
    const cut = () => {
      for (const socket of [client, server]) {
        socket.destroy()
        sockets.delete(socket)
      }
    }
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('error', cut)
      socket.on('close', cut)
    }
    client.on('data', data => server.write(data))
    server.on('data', data => {
      client.write(data.subarray(0, left))
      left -= data.length
      if (left > 0) return
      cuts += 1
      cut()
    })
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    get cuts() {
      return cuts
    },
    close() {
      for (const socket of sockets) socket.destroy()
      proxy.close()
    },
  }
}
