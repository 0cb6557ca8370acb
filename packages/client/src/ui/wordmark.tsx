import './wordmark.css'

/** The name of the place. It is the same in every language. */
export function Wordmark() {
  return (
    <span className="wordmark" dir="ltr">
      Dice
      <span className="wordmark-pip" aria-hidden="true" />
      <span className="unseen"> </span>Room
    </span>
  )
}
