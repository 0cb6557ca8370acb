import { wantedMotion } from '../motion.ts'
import { type ThrowFrom, throwFrames } from './throw-frames.ts'

/** A movement that is going on. It ends by itself, or at once. */
export interface Motion {
  readonly ended: Promise<void>
  finish(): void
  /** stops without `ended` ever being told */
  cancel(): void
}

const CROSS_FADE = 120

/** Throws the dice of these elements (each a `Die`), or fades them in where less motion is wanted. */
export function throwDice(elements: readonly HTMLElement[], from: (index: number) => ThrowFrom): Motion {
  if (document.hidden) return gathered([])
  if (wantedMotion() === 'reduced') {
    return gathered(elements.map(element => element.animate([{ opacity: 0 }, { opacity: 1 }], CROSS_FADE)))
  }
  return gathered(elements.flatMap((element, index) => thrown(element, from(index))))
}

function thrown(element: HTMLElement, from: ThrowFrom): readonly Animation[] {
  const { place, height, tumble, shadow, duration, delay } = throwFrames(from)
  const timing: KeyframeAnimationOptions = { duration, delay, fill: 'backwards' }
  const part = (selector: string, frames: Keyframe[]) =>
    [...element.querySelectorAll(selector)].map(found => found.animate(frames, timing))
  return [
    element.animate(place, timing),
    ...part('[data-part="height"]', height),
    ...part('[data-part="shadow"]', shadow),
    ...part('.cube-tumble', tumble),
  ]
}

/** Takes the dice into the hand and shakes them there until it is cancelled: nobody knows yet what they will show. */
export function gatherDice(elements: readonly HTMLElement[], to: (index: number) => string): Motion {
  if (wantedMotion() === 'reduced') {
    return gathered(
      elements.map(element =>
        element.animate([{ opacity: 1 }, { opacity: 0 }], { duration: CROSS_FADE, fill: 'forwards' }),
      ),
    )
  }
  return gathered(
    elements.map((element, index) =>
      element.animate([{ transform: 'none' }, { transform: to(index) }], {
        duration: 220,
        easing: 'cubic-bezier(0.5, 0, 0.8, 0.6)',
        fill: 'forwards',
      }),
    ),
  )
}

function gathered(animations: readonly Animation[]): Motion {
  return {
    ended: Promise.allSettled(animations.map(animation => animation.finished)).then(() => undefined),
    finish: () => {
      for (const animation of animations) animation.finish()
    },
    cancel: () => {
      for (const animation of animations) animation.cancel()
    },
  }
}
