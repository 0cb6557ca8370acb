/** Every sentence of the page. A language without one of these, or with one more, does not compile. */
export const en = {
  'app.name': 'Dice Room',
  close: 'Close',
  seats: 'Seats',
  'seat.yourTurn': 'your turn',
  'seat.away': 'away',
  'seat.bot': 'bot',
  'seat.you': 'you',
  'seat.invite': 'Invite',
  'room.share': 'Share the link',
  'connection.offline': 'You are offline. Your seat is kept.',
  'connection.catchingUp': 'Catching up …',
  'talk.title': 'Table talk',
  'talk.say': 'Say something …',
  'dice.none': 'No dice have been thrown',
  'dice.lie_one': 'One die shows {{faces}}',
  'dice.lie_other': '{{count}} dice show {{faces}}',
  'race.board': 'The board, 100 squares',
  'race.start': 'Start',
  'race.piece': '{{name}} on square {{square}}',
  'race.pieceAtStart': '{{name}} at the start',
} as const

export type Strings = { readonly [Key in keyof typeof en]: string }
