import './token.css'

export type TokenSides = 4 | 8 | 10 | 12 | 20 | 100

interface TokenProps {
  readonly sides: TokenSides
  readonly value: number
}

interface Silhouette {
  readonly outline: string
  /** the lines where the faces of the solid meet, as seen from above */
  readonly creases: string
  /** the face in the middle, which carries the number */
  readonly face: string
  /** where the number's middle is, and how large it is, in a picture of 100 by 100 */
  readonly number: { readonly y: number; readonly size: number }
}

const SILHOUETTES: Record<TokenSides, Silhouette> = {
  4: {
    outline: 'M50 6 96 86 4 86Z',
    creases: 'M50 6 50 26M96 86 79 76M4 86 21 76',
    face: 'M50 26 79 76 21 76Z',
    number: { y: 60, size: 28 },
  },
  8: {
    outline: 'M50 3 92 27 92 73 50 97 8 73 8 27Z',
    creases:
      'M50 3 50 12M92 73 84 70M8 73 16 70M50 12 92 27M50 12 8 27M84 70 92 27M84 70 50 97M16 70 8 27M16 70 50 97',
    face: 'M50 12 84 70 16 70Z',
    number: { y: 52, size: 30 },
  },
  10: {
    outline: 'M50 3 95 38 95 60 50 97 5 60 5 38Z',
    creases: 'M50 3 50 8M24 56 5 60M76 56 95 60M24 56 5 38M76 56 95 38M50 74 50 97',
    face: 'M50 8 76 56 50 74 24 56Z',
    number: { y: 48, size: 30 },
  },
  12: {
    outline: 'M50 3 79 12 97 37 97 66 79 89 50 97 21 89 3 66 3 37 21 12Z',
    creases: 'M50 22 50 3M77 42 97 37M67 74 79 89M33 74 21 89M23 42 3 37',
    face: 'M50 22 77 42 67 74 33 74 23 42Z',
    number: { y: 51, size: 32 },
  },
  20: {
    outline: 'M50 2 93 26 93 74 50 98 7 74 7 26Z',
    creases:
      'M50 22 50 2M50 22 93 26M50 22 7 26M76 66 93 26M76 66 93 74M76 66 50 98M24 66 7 26M24 66 7 74M24 66 50 98',
    face: 'M50 22 76 66 24 66Z',
    number: { y: 52, size: 24 },
  },
  100: {
    outline: 'M50 2A48 48 0 1 1 50 98A48 48 0 1 1 50 2Z',
    creases: 'M50 20 50 2M76 35 92 26M76 65 92 74M50 80 50 98M24 65 8 74M24 35 8 26',
    face: 'M50 20 76 35 76 65 50 80 24 65 24 35Z',
    number: { y: 50.5, size: 28 },
  },
}

/** A die that is no cube, as a flat piece in the outline of the solid, with its number up. */
export function Token({ sides, value }: TokenProps) {
  const { outline, creases, face, number } = SILHOUETTES[sides]
  const size = value >= 100 ? number.size * 0.78 : number.size
  return (
    <svg className="token" viewBox="0 0 100 106" aria-hidden="true">
      <path className="token-side" d={outline} transform="translate(0 6)" />
      <path className="token-top" d={outline} />
      <path className="token-face" d={face} />
      <path className="token-creases" d={creases} />
      <text x="50" y={number.y} fontSize={size} className={value === 1 ? 'token-one' : undefined}>
        {value}
      </text>
      {(value === 6 || value === 9) && <path className="token-foot" d={`M42 ${number.y + size * 0.46}h16`} />}
    </svg>
  )
}

export function TokenShadow() {
  return <span className="token-shadow" />
}
