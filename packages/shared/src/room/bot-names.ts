/** What bots are called; everybody's names are kept apart from these. */
const NAMES = ['Pip', 'Domino', 'Momo', 'Tumble', 'Clover', 'Juno', 'Otto', 'Nix', 'Fable', 'Ravi'] as const

/** The name of the `number`th bot of a room, counted from 1. */
export function botName(number: number): string {
  const name = NAMES[(number - 1) % NAMES.length] ?? 'Pip'
  const round = Math.ceil(number / NAMES.length)
  return round > 1 ? `Bot ${name} ${round}` : `Bot ${name}`
}
