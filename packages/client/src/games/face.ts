import type { ComponentType } from 'react'
import type { Words } from '../i18n/words.ts'
import type { SealedBoard } from './board.ts'

/** What the first page needs of a game. It comes with the page's first load, so it is small; the board is fetched. */
export interface Face {
  readonly name: Words
  /** One sentence. */
  readonly pitch: Words
  /** A small picture; it fills what it is placed in, which is about twice as wide as high. */
  readonly Picture: ComponentType
  /** Fetches the board with its texts and everything that it draws. */
  readonly board: () => Promise<SealedBoard>
}
