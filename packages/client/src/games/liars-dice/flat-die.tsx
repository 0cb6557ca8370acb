import './flat-die.css'
import type { CSSProperties } from 'react'
import { faceOf } from '../../ui/dice/orientation.ts'
import { pipLayers } from '../../ui/dice/pips.ts'

interface FlatDieProps {
  /** 1 to 6 */
  readonly face: number
  /** `lit`: it counts; `dim`: it does not */
  readonly look?: 'plain' | 'lit' | 'dim'
}

/** A die seen from above, as large as the text around it says with `--die`. Says nothing by itself. */
export function FlatDie({ face, look = 'plain' }: FlatDieProps) {
  const pips = { '--pips': pipLayers(faceOf(face)) } as CSSProperties
  return (
    <span
      className={`flat-die flat-die-${look} ${face === 1 ? 'flat-die-one' : ''}`}
      style={pips}
      aria-hidden="true"
    />
  )
}
