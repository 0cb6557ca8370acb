import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The folder to which the transcripts of all rooms go that the tests have played in; nowhere where it is not set. */
const folder = process.env.TRANSCRIPTS

/** Keeps the transcripts of rooms, to be checked by other programs. A room that the server does not give out is left out. */
export async function keepTranscripts(
  url: string,
  { of, rooms }: { of: string; rooms: ReadonlySet<string> },
): Promise<void> {
  if (!folder) return
  await mkdir(folder, { recursive: true })
  for (const room of rooms) {
    const response = await fetch(`${url}/api/rooms/${room}/transcript`).catch(() => null)
    if (response?.ok) await writeFile(join(folder, `e2e-${of}-${room}.json`), await response.text())
  }
}
