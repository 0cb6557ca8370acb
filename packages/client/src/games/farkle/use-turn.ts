import type { FarkleMove } from '@diceroom/shared/games/farkle/rules.ts'
import type { FarkleOptions, FarkleState } from '@diceroom/shared/games/farkle/state.ts'
import { useEffect, useState } from 'react'
import type { PlayfieldProps } from '../board.ts'
import { type Chosen, mayChoose, toggled } from './choice.ts'

/** What is done as soon as the dice that were chosen are set aside. */
type Then = 'roll' | 'bank'

export interface OwnTurn {
  readonly chosen: Chosen
  may(index: number): boolean
  toggle(index: number): void
  choose(dice: Chosen): void
  /** Sets the chosen dice aside, where there are some, and goes on. */
  go(then: Then): void
  /** Goes on with the dice and points of the seat before. */
  piggyback(): void
}

type TurnProps = Pick<
  PlayfieldProps<FarkleState, FarkleMove, FarkleOptions>,
  'state' | 'legal' | 'onMove' | 'me'
>

/** The viewer's turn: the dice that they have chosen, and two moves made by one press. */
export function useTurn({ state, legal, onMove, me }: TurnProps): OwnTurn {
  const isMine = state?.turn?.seat === me
  const thrown = (isMine && state?.turn?.thrown) || null
  const [choice, setChoice] = useState<{ readonly of: readonly number[] | null; readonly dice: Chosen }>({
    of: null,
    dice: [],
  })
  const [then, setThen] = useState<Then | null>(null)
  const chosen = thrown !== null && choice.of === thrown ? choice.dice : []
  const keeps = legal.flatMap(move => (move.type === 'keep' ? [move.dice] : []))
  const choose = (dice: Chosen) => setChoice({ of: thrown, dice })
  const make = (type: Then | 'piggyback') => onMove({ type }, type === 'bank' ? 'still' : 'shaking')

  // The second half of a press follows as soon as the first one has its answer. Where that was a refusal, it does not.
  useEffect(() => {
    if (then === null) return
    if (isMine && legal.length === 0) return
    setThen(null)
    if (legal.some(({ type }) => type === then)) make(then)
  })

  return {
    chosen,
    may: index => mayChoose(keeps, index),
    toggle: index => choose(toggled(keeps, chosen, index)),
    choose,
    go(next) {
      if (chosen.length === 0) {
        make(next)
        return
      }
      onMove({ type: 'keep', dice: [...chosen] })
      setThen(next)
    },
    piggyback: () => make('piggyback'),
  }
}
