import type { Seat } from '@diceroom/shared/games/game.ts'
import type { BidMove, LiarsDiceMove, LiarsDiceState } from '@diceroom/shared/games/liars-dice/state.ts'
import { Button } from '../../ui/button.tsx'
import { useSpeak } from '../../words/said.tsx'
import { moveOf } from './picked.ts'
import { liarsText } from './strings.ts'
import { bidWords, kindOf } from './words.ts'

interface RoundActionsProps {
  readonly state: LiarsDiceState
  readonly me: Seat
  /** what there is to do, also while it cannot be done at once */
  readonly offered: readonly LiarsDiceMove[]
  readonly ready: 'ready' | 'waiting'
  readonly picked: BidMove | null
  /** whose bid is chosen to be challenged */
  readonly chosen: Seat | null
  readonly nameOf: (seat: Seat) => string
  readonly onMove: (move: LiarsDiceMove) => void
}

const STAKES = { challenge: 2, counter: 4 } as const

/** What can be done now, in the bar. */
export function RoundActions(props: RoundActionsProps) {
  const { state, me, offered, ready, chosen, onMove } = props
  const does = (move: LiarsDiceMove) => ({
    'aria-disabled': ready === 'waiting',
    onClick: () => {
      if (ready === 'ready') onMove(move)
    },
  })
  if (state.challenge && offered.some(({ type }) => type === 'counter')) return <Answer does={does} />
  const challenge = offered.find(move => move.type === 'challenge' && move.seat === chosen)
  if (challenge && chosen !== null) return <Challenge {...props} seat={chosen} press={does(challenge)} />
  return state.turn === me ? <BidOrCall {...props} does={does} /> : <OutOfTurn {...props} does={does} />
}

interface Press {
  readonly 'aria-disabled': boolean
  readonly onClick: () => void
}
type Does = (move: LiarsDiceMove) => Press

/** Who was challenged counters, or leaves it at that. */
function Answer({ does }: { readonly does: Does }) {
  const t = liarsText.useText()
  return (
    <>
      <Button
        kind="secondary"
        detail={t('yieldWhy', { drinks: STAKES.challenge })}
        {...does({ type: 'call' })}
      >
        {t('yield')}
      </Button>
      <Button
        kind="action"
        detail={t('counterWhy', { drinks: STAKES.counter })}
        {...does({ type: 'counter' })}
      >
        {t('counter')}
      </Button>
    </>
  )
}

function Challenge({
  state,
  nameOf,
  seat,
  press,
}: RoundActionsProps & { readonly seat: Seat; readonly press: Press }) {
  const t = liarsText.useText()
  const speak = useSpeak()
  const bid = state.bids.findLast(one => one.seat === seat)
  const words = bid ? speak(bidWords(bid, kindOf(bid, state.options))) : ''
  return (
    <Button kind="action" detail={t('challengeWhy', { bid: words, drinks: STAKES.challenge })} {...press}>
      {t('challenge', { name: nameOf(seat) })}
    </Button>
  )
}

/** Bid, or doubt the last one; where nothing can be bid, to doubt it is the thing to do. */
function BidOrCall({ offered, picked, does }: RoundActionsProps & { readonly does: Does }) {
  const t = liarsText.useText()
  const speak = useSpeak()
  const may = (type: LiarsDiceMove['type']) => offered.some(move => move.type === type)
  const callKind = picked ? 'secondary' : 'action'
  return (
    <>
      {may('exact') && (
        <Button kind="secondary" {...does({ type: 'exact' })}>
          {t('exact')}
        </Button>
      )}
      {may('call') && (
        <Button kind={callKind} {...does({ type: 'call' })}>
          {t('liar')}
        </Button>
      )}
      {picked && (
        <Button
          kind="action"
          detail={speak(bidWords(picked, picked.face === 1 ? 'plain' : wayKind(picked)))}
          {...does(moveOf(picked))}
        >
          {t('bid')}
        </Button>
      )}
    </>
  )
}

const wayKind = ({ type }: BidMove): 'plain' | 'zhai' => (type === 'zhai' ? 'zhai' : 'plain')

/** Whose turn it is not waits; who may call out of turn may do that meanwhile. */
function OutOfTurn({ state, offered, nameOf, does }: RoundActionsProps & { readonly does: Does }) {
  const t = liarsText.useText()
  const acting = state.turn === null ? null : nameOf(state.turn)
  const waits = state.challenge ? 'waitsCounter' : 'waits'
  return (
    <>
      {offered.some(({ type }) => type === 'exact') && (
        <Button kind="secondary" {...does({ type: 'exact' })}>
          {t('exact')}
        </Button>
      )}
      <Button kind="action" aria-disabled={true}>
        <span className="action-waiting">
          {acting === null ? t('waitsDice') : t(waits, { name: acting })}
        </span>
      </Button>
    </>
  )
}
