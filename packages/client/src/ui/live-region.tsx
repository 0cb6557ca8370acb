interface LiveRegionProps {
  readonly message: string
}

/** What just happened, for those who hear the page. Each new message is read out when there is a pause. */
export function LiveRegion({ message }: LiveRegionProps) {
  return (
    <p className="unseen" aria-live="polite" aria-atomic="true">
      {message}
    </p>
  )
}
