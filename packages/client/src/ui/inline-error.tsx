import './inline-error.css'

interface InlineErrorProps {
  readonly id?: string
  readonly message: string | undefined
}

/** What went wrong, where the hand was. The element is always there, so that its words are read out when they come. */
export function InlineError({ id, message }: InlineErrorProps) {
  return (
    <p id={id} role="alert" className={message ? 'inline-error' : 'unseen'}>
      {message}
    </p>
  )
}
