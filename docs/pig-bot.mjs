// Plays Pig over plain WebSocket, /ws/v1; written from docs/protocol.md. Needs nothing but Node 22. What it does and why is told
// in docs/write-a-bot.md.
//
//   node docs/pig-bot.mjs http://localhost:3000           opens a room and plays against a bot of the server
//   node docs/pig-bot.mjs http://localhost:3000 ABC234    joins the room ABC234, and plays when its host starts

const [url = 'http://localhost:3000', code = null] = process.argv.slice(2)

/** Whether to hold: the whole of the strategy. `score` is what is safe, `total` what the turn has come to. */
const holds = ({ score, total, target }) => total >= 20 || score + total >= target

let line = null
let token = null
let room = code
let seat = null
let seq = 0
let table = null // {scores, turn: {seat, total, mustRoll} | null, target, hog}, as the events tell
let firstJoined = () => {} // what is done in a room of one's own
let asked = 0
const unanswered = new Map() // what was asked, by `ref`: asked again after a lost connection

connect()

function connect() {
  line = new WebSocket(`${url.replace('http', 'ws').replace(/\/$/, '')}/ws/v1`)
  line.onopen = () => line.send(JSON.stringify({ type: 'hello', ...(token ? { token } : {}) }))
  line.onmessage = ({ data }) => hear(JSON.parse(data))
  line.onerror = () => {}
  line.onclose = () => setTimeout(connect, 1000)
}

/** Under its id a command acts once, however often it is sent. */
function ask(type, payload, then = () => {}) {
  asked += 1
  const id = type === 'sync' ? {} : { id: `pig-${process.pid}-${asked}` }
  const frame = JSON.stringify({ type, ref: asked, ...id, ...payload })
  unanswered.set(asked, { type, frame, then })
  if (line.readyState === WebSocket.OPEN) line.send(frame)
}

function hear({ type, ref, ...message }) {
  if (type === 'welcome') return welcomed(message)
  if (type === 'answer') return answered(ref, message)
  if (type === 'error') return end(`${message.error.code}: ${message.error.message}`)
  if (seat === null) return // what happens before the answer to our joining is in that answer
  if (type === 'heartbeat' && message.rooms[room] > seq) return catchUp()
  if (message.room === room && message.events) take(message.events)
}

function welcomed(message) {
  token = message.token // with it the next connection is the same player's
  for (const [ref, { type, frame }] of unanswered) {
    // Where things stand is asked for anew.
    if (type === 'join_room' || type === 'sync') unanswered.delete(ref)
    else line.send(frame)
  }
  if (room !== null) join()
  else if (asked === 0) ask('create_room', { game: 'pig', private: true }, made => open(made.room))
}

function open(made) {
  room = made
  console.log(`room ${room}`)
  firstJoined = () => ask('add_bot', { room, level: 'easy' }, () => ask('start_game', { room }))
  join()
}

/** Only who has joined hears of a room, and after a lost connection one joins again. */
function join() {
  const known = table ? { since: seq } : {}
  ask('join_room', { room, as: 'player', name: 'Holds at twenty', ...known }, answer => {
    room = answer.room // as it is filed, however it was typed
    seat = answer.seat
    learn(answer)
    firstJoined()
    firstJoined = () => {}
  })
}

function catchUp() {
  ask('sync', { room, since: seq }, learn)
}

/** What one missed: events, or where they are many, how things stand. */
function learn({ seq: last, state, events }) {
  if (events) return take(events)
  if (last < seq) return act()
  seq = last
  const { view, options, seats } = state
  table = tableOf(options, seats.length)
  if (view) {
    for (const [at, who] of view.seats.entries()) table.scores[who] = view.scores[at]
    table.turn = view.turn
  }
  act()
}

const tableOf = ({ target, variant }, seats) => ({
  scores: Array(seats).fill(0),
  turn: null,
  target,
  hog: variant === 'hog',
})

function take(events) {
  for (const event of events) {
    if (event.seq <= seq) continue
    if (event.seq > seq + 1) return catchUp()
    seq = event.seq
    follow(event)
  }
  act()
}

function follow(event) {
  const begins = next => (next === null ? null : { seat: next, total: 0, mustRoll: true })
  if (event.type === 'game_started') {
    table = tableOf(event.options, Math.max(...event.seats) + 1)
    if (event.starter !== undefined) table.turn = begins(event.starter)
  }
  if (event.type === 'starter_rolled') table.turn = begins(event.starter)
  if (event.type === 'rolled') table.turn = { ...event, mustRoll: event.mustRoll ?? false }
  if (event.type === 'banked') table.scores[event.seat] = event.score
  if (event.type === 'lost') table.scores[event.seat] -= event.scoreLost ?? 0
  if (event.type === 'banked' || event.type === 'lost') table.turn = begins(event.next)
  if (event.type === 'game_over') {
    const [winners] = event.outcome.places
    end(null, `${winners.includes(seat) ? 'won' : 'lost'} in room ${room}, ${table.scores.join(' to ')}`)
  }
}

/** Makes a move where it is our turn; once for each thing that happened. */
let actedAt = 0
function act() {
  const turn = table?.turn
  if (!turn || turn.seat !== seat || actedAt === seq) return
  actedAt = seq
  const { target, hog, scores } = table
  const holding =
    !turn.mustRoll && turn.total > 0 && holds({ score: scores[seat], total: turn.total, target })
  const move = holding ? { type: 'hold' } : { type: 'roll', ...(hog ? { count: 5 } : {}) }
  ask('move', { room, move, seen: seq })
}

function answered(ref, { ok, error, ...answer }) {
  const { frame, then } = unanswered.get(ref) ?? {}
  if (!frame) return
  if (!ok && ['rate_limited', 'storage_unavailable'].includes(error.code)) {
    setTimeout(() => line.readyState === WebSocket.OPEN && line.send(frame), 1000)
    return
  }
  unanswered.delete(ref)
  if (ok) then(answer)
  // The game has gone on, or the clock was quicker: what happened is on its way.
  else if (!['stale', 'not_your_turn', 'not_playing'].includes(error.code))
    end(`${error.code}: ${error.message}`)
}

function end(problem, words) {
  console[problem ? 'error' : 'log'](problem ?? words)
  process.exit(problem ? 1 : 0)
}
