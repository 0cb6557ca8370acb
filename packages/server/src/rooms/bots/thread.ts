import { parentPort } from 'node:worker_threads'
import type { Asked, Told } from './bot-thread.ts'
import { answerTo, botReadyFor } from './question.ts'

// What runs beside the server: the bots of one game, which are asked one after the other.

async function told({ number, question, table }: Asked): Promise<Told> {
  try {
    if (question) return { number, move: await answerTo(question) }
    if (table) await botReadyFor(table)
    return { number, move: null }
  } catch (error) {
    return { number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', async (asked: Asked) => parentPort?.postMessage(await told(asked)))
