import type { ReasonCode } from '@diceroom/shared/fairness/reasons.ts'
import type { Verdict } from '@diceroom/shared/fairness/verdict.ts'

/** What is checked, in this order; secrets, seeds and dice are gone through together. */
export const STEPS = ['record', 'secrets', 'seeds', 'dice', 'rules', 'seen'] as const
export type Step = (typeof STEPS)[number]

/** Which step says no with which reason. */
const STEP_OF: Record<ReasonCode, Step> = {
  not_a_transcript: 'record',
  bad_event: 'record',
  tail_missing: 'record',
  event_missing: 'record',
  commitment_not_first: 'record',
  created_twice: 'record',
  other_room: 'record',
  after_the_end: 'record',
  cut_off: 'record',
  closed_with_open_deal: 'secrets',
  deal_out_of_order: 'secrets',
  deal_opened_early: 'secrets',
  deal_without_roll: 'secrets',
  chain_not_continued: 'secrets',
  chain_changed: 'secrets',
  ready_out_of_place: 'secrets',
  ready_before_close: 'secrets',
  close_out_of_place: 'secrets',
  close_missing: 'secrets',
  secret_not_committed: 'secrets',
  seal_left_out: 'seeds',
  seal_not_handed_in: 'seeds',
  seed_out_of_place: 'seeds',
  seed_without_seal: 'seeds',
  seed_twice: 'seeds',
  seed_not_sealed: 'seeds',
  seed_left_out: 'seeds',
  seed_made_up: 'seeds',
  missing_wrong: 'seeds',
  roll_out_of_place: 'dice',
  roll_missing: 'dice',
  roll_of_another: 'dice',
  rolls_of_nobody: 'dice',
  roll_not_shown: 'dice',
  impossible_faces: 'dice',
  wrong_faces: 'dice',
  unknown_game: 'rules',
  opening_die_wrong: 'rules',
  deal_overlaps: 'rules',
  closed_early: 'rules',
  start_out_of_place: 'rules',
  start_wrong: 'rules',
  start_missing: 'rules',
  begin_wrong: 'rules',
  move_wrong: 'rules',
  not_playing: 'rules',
  game_over_missing: 'rules',
  game_over_early: 'rules',
  outcome_wrong: 'rules',
  not_understood: 'rules',
  seen_commitment: 'seen',
  seen_further: 'seen',
  seen_roll_missing: 'seen',
  seen_other_faces: 'seen',
  seen_seal_left_out: 'seen',
  seen_seed_left_out: 'seen',
  seen_late: 'seen',
}

export const stepOf = (code: ReasonCode): Step => STEP_OF[code]

/** `open`: it was not looked at to the end, because something else was wrong. */
export type StepState = 'waiting' | 'yes' | 'no' | 'open'

/** How each step has ended; `null` for a check that is still going on. */
export function stepStates(verdict: Verdict | null): Record<Step, StepState> {
  const failed = verdict?.reason ? stepOf(verdict.reason.code) : null
  const all = (state: StepState): Record<Step, StepState> => ({
    record: state,
    secrets: state,
    seeds: state,
    dice: state,
    rules: state,
    seen: state,
  })
  if (verdict === null) return all('waiting')
  if (failed === null) return all('yes')
  const isLate = failed === 'rules' || failed === 'seen'
  const states = all('open')
  for (const step of STEPS.slice(0, isLate ? STEPS.indexOf(failed) : 0)) states[step] = 'yes'
  // What could not be read was not looked at any further; what could be was read to its end.
  if (failed !== 'record') states.record = 'yes'
  states[failed] = 'no'
  return states
}
