import './wax-seal.css'

/** As wax runs out from under a stamp. */
const BLOB =
  'M43.7 23.3C43.8 27.1 42.6 30.2 41 33.6C39.4 36.9 37.9 38.8 35.4 40.8C33 42.9 31.6 43.7 28.3 44.3C25.1 44.9 21.9 45 18.5 43.8C15.1 42.6 13.5 40.9 10.5 38.2C7.6 35.4 4.2 32.9 3 29.5C1.8 26.2 3.4 24.6 4.3 20.7C5.3 16.8 5.4 12 7.9 9C10.3 5.9 13.2 5.5 17 4.8C20.9 4 24.4 4.3 28.2 5C31.9 5.7 34.2 6.6 36.6 8.3C39 9.9 39.3 10.8 40.7 13.7C42.1 16.5 43.7 19.5 43.7 23.3Z'

const SHINE = 'M9.2 17.6C11.4 12.2 15.4 8.8 21.4 8'

const DIE =
  'M19 16.5h10a2.5 2.5 0 0 1 2.5 2.5v10a2.5 2.5 0 0 1-2.5 2.5H19a2.5 2.5 0 0 1-2.5-2.5V19a2.5 2.5 0 0 1 2.5-2.5Z'
const MARKS = {
  sealed: `${DIE}M20.6 20.6h.01M24 24h.01M27.4 27.4h.01`,
  checking: `${DIE}M20.6 20.6h.01M24 24h.01M27.4 27.4h.01`,
  checked: 'M17.5 24.6l4.6 4.6L31 19.4',
  wrong: 'M24 17v8.6M24 30.8h.01',
} as const

export type SealLook = keyof typeof MARKS

/** A seal of wax. Says nothing by itself: what it stands on has the words. */
export function WaxSeal({ look }: { readonly look: SealLook }) {
  const tone = look === 'checking' ? 'sealed wax-seal-checking' : look
  return (
    // a new seal for each look, so that it is stamped anew
    <svg key={look} className={`wax-seal wax-seal-${tone}`} viewBox="0 0 48 48" aria-hidden="true">
      <path className="wax-seal-blob" d={BLOB} />
      <path className="wax-seal-edge" d={BLOB} />
      <path className="wax-seal-shine" d={SHINE} />
      <circle className="wax-seal-rim" cx="24" cy="24.7" r="13.6" />
      <circle className="wax-seal-flat" cx="24" cy="24" r="13.6" />
      <path className="wax-seal-mark-lit" d={MARKS[look]} />
      <path className="wax-seal-mark" d={MARKS[look]} />
    </svg>
  )
}
