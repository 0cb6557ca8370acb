import type { FarkleMove } from '@diceroom/shared/games/farkle/rules.ts'
import { farkleChance } from '@diceroom/shared/games/farkle/scoring.ts'
import {
  type BankObstacle,
  bankObstacle,
  bestOther,
  diceAfter,
  type FarkleState,
  type FarkleTurn,
  scoreOf,
} from '@diceroom/shared/games/farkle/state.ts'
import { Button } from '../../ui/button.tsx'
import { worthOf } from './choice.ts'
import { figure, percent } from './figures.ts'
import { farkleText } from './strings.ts'
import type { OwnTurn } from './use-turn.ts'

interface ActionsProps {
  readonly state: FarkleState
  readonly turn: FarkleTurn
  readonly legal: readonly FarkleMove[]
  readonly own: OwnTurn
}

/** Bank or roll: both always in their places, with what each of them comes to. */
export function TurnActions({ state, turn, legal, own }: ActionsProps) {
  const t = farkleText.useText()
  const { chosen } = own
  const { options, offer } = state
  const points = turn.points + worthOf(turn.thrown ?? [], chosen, options.table)
  const aside = turn.aside.length + chosen.length
  const dice = diceAfter(options, aside === options.dice ? 0 : aside)
  const isOpen = turn.thrown === null || chosen.length > 0
  const isReady = legal.length > 0 && isOpen
  const obstacle = bankObstacle(state, turn.seat, { points: isOpen ? points : 0, aside })
  const mayBank = isReady && obstacle === null
  const isOffered = offer !== null && turn.thrown === null
  return (
    <>
      {isOffered ? (
        <GoOn
          state={state}
          points={offer.points}
          dice={diceAfter(options, offer.aside.length)}
          {...{ legal, own }}
        />
      ) : (
        <span className="farkle-bank">
          <Button
            kind="action"
            detail={
              obstacle
                ? blockedBy(obstacle)
                : t('makes', { score: figure(scoreOf(state, turn.seat) + points) })
            }
            aria-disabled={!mayBank}
            onClick={() => {
              if (mayBank) own.go('bank')
            }}
          >
            {isOpen && points > 0 ? t('bankPoints', { points: figure(points) }) : t('bank')}
          </Button>
        </span>
      )}
      <Button
        kind="action"
        detail={isOpen ? risk(dice, points) : t('pickFirst')}
        aria-disabled={!isReady}
        onClick={() => {
          if (isReady) own.go('roll')
        }}
      >
        {rollLabel()}
      </Button>
    </>
  )

  function rollLabel(): string {
    if (!isOpen) return t('rollRest')
    return aside === options.dice ? t('rollAll', { dice }) : t('roll', { count: dice })
  }

  function risk(dice: number, points: number): string {
    const chance = percent(farkleChance(dice))
    return points > 0
      ? t('riskLoses', { percent: chance, points: figure(points) })
      : t('risk', { percent: chance })
  }

  function blockedBy(obstacle: BankObstacle): string | undefined {
    if (obstacle === 'nothing') return undefined
    if (obstacle === 'opening') return t('blocked.opening', { needed: options.opening })
    if (obstacle !== 'leader') return t(`blocked.${obstacle}`)
    return t('blocked.leader', {
      needed: figure(bestOther(state, turn.seat) + 50 - scoreOf(state, turn.seat)),
    })
  }
}

interface GoOnProps extends Pick<ActionsProps, 'state' | 'legal' | 'own'> {
  readonly points: number
  readonly dice: number
}

/** The dice and points of the seat before, in place of what is not to be banked yet. */
function GoOn({ points, dice, legal, own }: GoOnProps) {
  const t = farkleText.useText()
  const may = legal.some(({ type }) => type === 'piggyback')
  return (
    <span className="farkle-bank">
      <Button
        kind="action"
        detail={t('riskLoses', { percent: percent(farkleChance(dice)), points: figure(points) })}
        aria-disabled={!may}
        onClick={() => {
          if (may) own.piggyback()
        }}
      >
        {t('goOn', { count: dice })}
      </Button>
    </span>
  )
}
