import './reading-page.css'
import { type ReactNode, useId } from 'react'
import { Link } from 'wouter'
import { Wordmark } from './wordmark.tsx'

interface ReadingPageProps {
  /** other ways on than home */
  readonly ways?: ReactNode
  readonly title: string
  readonly children: ReactNode
}

/** A page that one reads from top to bottom. */
export function ReadingPage({ ways, title, children }: ReadingPageProps) {
  return (
    <main className="reading">
      <header className="reading-head">
        <Link href="/" className="reading-home">
          <Wordmark />
        </Link>
        {ways}
      </header>
      <h1 className="reading-title">{title}</h1>
      {children}
    </main>
  )
}

interface ReadingPartProps {
  readonly title: string
  /** `bare`: what stands in it has cards of its own */
  readonly look?: 'card' | 'bare'
  readonly children: ReactNode
}

/** A part of such a page, under a title of its own. */
export function ReadingPart({ title, look = 'card', children }: ReadingPartProps) {
  const id = useId()
  return (
    <section className={`reading-part reading-part-${look}`} aria-labelledby={id}>
      <h2 id={id} className="reading-part-title">
        {title}
      </h2>
      {children}
    </section>
  )
}
