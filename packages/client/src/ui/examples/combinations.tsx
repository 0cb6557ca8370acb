import './examples.css'
import type { ReactNode } from 'react'
import { DiceRow } from './dice-row.tsx'

export interface Combination {
  /** an example of it; none where its name says it all */
  readonly faces?: readonly number[]
  readonly name: string
  readonly worth: ReactNode
}

interface CombinationsProps {
  /** what the table is about, for those who hear it */
  readonly label: string
  /** the names of its columns: what it is, an example, what it is worth */
  readonly columns: readonly [name: string, example: string, worth: string]
  readonly rows: readonly Combination[]
}

/** A table of combinations of dice, with an example of each and what it is worth. */
export function Combinations({ label, columns: [name, example, worth], rows }: CombinationsProps) {
  return (
    <table className="combinations" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{example}</th>
          <th scope="col" className="combinations-worth">
            {worth}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>{row.faces && <DiceRow faces={row.faces} />}</td>
            <td className="combinations-worth">{row.worth}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
