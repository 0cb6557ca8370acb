import './table-layout.css'
import type { ReactNode } from 'react'

interface TableLayoutProps {
  /** what this table is, for those who hear the page */
  readonly title: string
  /** what the tray is called, for those who hear the page */
  readonly trayLabel: string
  readonly header: ReactNode
  readonly connection: ReactNode
  readonly seats: ReactNode
  /** takes what the others leave; its content is placed in it and never makes it larger */
  readonly tray: ReactNode
  /** one sentence: what just happened */
  readonly said: ReactNode
  readonly actions: ReactNode
  /** beside the tray where there is room; elsewhere the screen shows it in a `Sheet` */
  readonly talk: ReactNode
}

/** The places of a table on a phone upright, on a phone on its side, and on a desktop. */
export function TableLayout({
  title,
  trayLabel,
  header,
  connection,
  seats,
  tray,
  said,
  actions,
  talk,
}: TableLayoutProps) {
  return (
    <main className="table">
      <h1 className="unseen">{title}</h1>
      <header className="table-header">{header}</header>
      <div className="table-connection">{connection}</div>
      <div className="table-seats">{seats}</div>
      <section className="table-tray" aria-label={trayLabel}>
        {tray}
      </section>
      <div className="table-said">{said}</div>
      <div className="table-actions">{actions}</div>
      <div className="table-talk">{talk}</div>
    </main>
  )
}
