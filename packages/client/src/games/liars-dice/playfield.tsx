import './playfield.css'
import type { Seat } from '@diceroom/shared/games/game.ts'
import { legalMoves } from '@diceroom/shared/games/liars-dice/moves.ts'
import type {
  BidMove,
  LiarsDiceMove,
  LiarsDiceOptions,
  LiarsDiceState,
} from '@diceroom/shared/games/liars-dice/state.ts'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Tray } from '../../ui/tray.tsx'
import type { PlayfieldProps } from '../board.ts'
import { BidHistory } from './bid-history.tsx'
import { BidPicker } from './bid-picker.tsx'
import { CurrentBid } from './current-bid.tsx'
import { OwnCup } from './own-cup.tsx'
import { pickedBid, raisesOf } from './picked.ts'
import { RevealView } from './reveal-view.tsx'
import { RoundActions } from './round-actions.tsx'
import { liarsText } from './strings.ts'
import { TableAround } from './table-around.tsx'
import { useReveal } from './use-reveal.ts'
import { WaitingCups } from './waiting-cups.tsx'
import { kindOf } from './words.ts'

type Props = PlayfieldProps<LiarsDiceState, LiarsDiceMove, LiarsDiceOptions>

/** The table of Liar's Dice; before the game the cups, before the first round the dice that are thrown for the start. */
export function Playfield(props: Props) {
  const { state, seats, game, dice } = props
  if (!state) return <WaitingCups seats={seats.map(({ seat }) => seat)} />
  if (state.round === 0) return <Tray>{dice()}</Tray>
  return <Rounds key={game} {...props} state={state} />
}

type RoundsProps = Props & { readonly state: LiarsDiceState }

function Rounds(props: RoundsProps) {
  const { state, seats, me, Actions, celebration } = props
  const t = liarsText.useText()
  const { reveal, when, isCounted, onCounted, onGoOn } = useReveal(state)
  const nameOf = (seat: Seat): string => seats.find(holder => holder.seat === seat)?.name ?? `${seat + 1}`
  if (!reveal) return <Round {...props} nameOf={nameOf} />
  const isOver = reveal.next === null
  return (
    <>
      <Tray>
        <RevealView
          key={reveal.round}
          reveal={reveal}
          seats={state.seats}
          kind={kindOf(reveal.bid, state.options)}
          when={when}
          nameOf={nameOf}
          onCounted={onCounted}
        />
      </Tray>
      {me !== null && !isOver && (
        <Actions>
          <Button
            kind="action"
            aria-disabled={state.turn === null}
            detail={t('goOnWhy', { number: reveal.round + 1 })}
            onClick={() => {
              if (state.turn !== null) onGoOn()
            }}
          >
            {t('goOn')}
          </Button>
        </Actions>
      )}
      {isOver && isCounted && celebration}
    </>
  )
}

/** A round that is played. */
function Round({
  state,
  me,
  legal,
  onMove,
  Actions,
  nameOf,
}: RoundsProps & { readonly nameOf: (seat: Seat) => string }) {
  const t = liarsText.useText()
  const [wish, setWish] = useState<{ readonly bid: BidMove; readonly after: number } | null>(null)
  const [chosen, setChosen] = useState<Seat | null>(null)
  const hand = me === null ? null : (state.hands[state.seats.indexOf(me)] ?? null)
  const isMine = me !== null && state.turn === me
  // What was legal a moment ago is shown while the answer to it is awaited.
  const offered = me === null || legal.length > 0 ? legal : legalMoves(state, me)
  const raises = raisesOf(offered)
  const last = state.bids.at(-1)
  const mark = state.round * 1_000 + state.bids.length
  const picked = pickedBid(raises, wish?.after === mark ? wish.bid : null, last)
  const challenges = offered.flatMap(move => (move.type === 'challenge' ? [move.seat] : []))
  const isBidding = isMine && !state.challenge
  const hasActions = me !== null && (isMine || offered.length > 0)
  return (
    <>
      <Tray>
        <div className="liars-room">
          <div className={`liars ${hand ? '' : 'liars-watched'}`}>
            <TableAround
              state={state}
              me={hand && me}
              nameOf={nameOf}
              challenges={challenges}
              chosen={chosen}
              onChoose={setChosen}
            >
              <CurrentBid state={state} me={me} nameOf={nameOf} />
            </TableAround>
            {hand && me !== null && hand.length > 0 && <OwnCup key={state.round} seat={me} hand={hand} />}
            {hand?.length === 0 && <p className="liars-out">{t('youAreOut')}</p>}
            <div className="liars-rail">
              {isBidding ? (
                <BidPicker
                  raises={raises}
                  picked={picked}
                  state={state}
                  onPick={bid => setWish({ bid, after: mark })}
                />
              ) : (
                <BidHistory
                  state={state}
                  nameOf={nameOf}
                  hint={challenges.length > 0 ? t('challengeHint') : undefined}
                />
              )}
            </div>
          </div>
        </div>
      </Tray>
      {hasActions && (
        <Actions>
          <div className="liars-actions">
            <RoundActions
              state={state}
              me={me}
              offered={offered}
              ready={legal.length > 0 ? 'ready' : 'waiting'}
              picked={isBidding ? picked : null}
              chosen={chosen}
              nameOf={nameOf}
              onMove={move => {
                setChosen(null)
                onMove(move)
              }}
            />
          </div>
        </Actions>
      )}
    </>
  )
}
