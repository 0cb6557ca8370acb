import { networkInterfaces } from 'node:os'
import { renderUnicodeCompact } from 'uqr'

/** Where the server can be reached: this machine first, then its addresses on the local network. */
export function addressesOf(
  host: string,
  port: number,
): { readonly local: string; readonly lan: readonly string[] } {
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const local = `http://${isEverywhere || host === '127.0.0.1' ? 'localhost' : host}:${port}`
  if (!isEverywhere) return { local, lan: [] }
  const lan = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`)
  return { local, lan }
}

/** What whoever started the server reads: the addresses, and a QR code for the phones in the room. */
export function banner(
  { local, lan }: { readonly local: string; readonly lan: readonly string[] },
  publicUrl: string | null,
): string {
  const share = publicUrl ?? lan[0]
  const lines = ['', '  Dice Room is open', '', `  here       ${local}`]
  for (const address of lan) lines.push(`  your Wi-Fi ${address}`)
  if (publicUrl) lines.push(`  everywhere ${publicUrl}`)
  if (share) {
    const code = renderUnicodeCompact(share, { border: 1 })
    lines.push(
      '',
      ...code.split('\n').map(line => `  ${line}`),
      '',
      `  Scan it with a phone to play: ${share}`,
    )
  }
  return `${lines.join('\n')}\n\n  Ctrl-C closes it. Rooms are kept.\n`
}
