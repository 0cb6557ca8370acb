import { type WireName, wireKind } from './lines.ts'
import { RawSocket } from './raw-socket.ts'

/** A client that goes on to ask, and does not read any more what it is told. */
interface DeafClient {
  say(name: string, payload: object): Promise<void>
  /** Whether the server has ended the connection. */
  isCut(): boolean
}

export function deafClient(url: string, wire: WireName, token: string): Promise<DeafClient> {
  return wireKind(wire).path === null ? deafPoller(url, wire, token) : deafSocket(url, wire, token)
}

async function deafSocket(url: string, wire: WireName, token: string): Promise<DeafClient> {
  const { path, hello, request } = wireKind(wire)
  const socket = await RawSocket.open(url, path ?? '')
  socket.say(hello(token))
  while (!(await socket.hears()).includes('welcome'));
  socket.tcp.pause()
  let asked = 0
  return {
    say(name, payload) {
      asked += 1
      socket.say(request(asked, name, payload))
      return new Promise(resolve => setImmediate(resolve))
    },
    isCut: () => socket.isOver,
  }
}

/** Long-polling: sends, and does not poll. */
async function deafPoller(url: string, wire: WireName, token: string): Promise<DeafClient> {
  const { hello, request } = wireKind(wire)
  const address = `${url}/socket.io/?EIO=4&transport=polling`
  const { sid } = JSON.parse((await (await fetch(address)).text()).slice(1))
  const poll = async () => (await fetch(`${address}&sid=${sid}`)).text()
  let isCut = false
  const post = async (body: string) => {
    const { ok } = await fetch(`${address}&sid=${sid}`, { method: 'POST', body })
    if (!ok) isCut = true
  }
  await post(hello(token))
  while (!(await poll()).includes('welcome'));
  let asked = 0
  return {
    say(name, payload) {
      asked += 1
      return post(request(asked, name, payload))
    },
    isCut: () => isCut,
  }
}
