import { type ComponentType, lazy } from 'react'
import { fetchPageStrings } from './i18n/i18n.ts'

/** How long until something is fetched again that could not be. */
const RETRY_MS = 3_000

/** Fetches what one cannot do without, again and again where the network fails. */
export async function persistently<Found>(fetching: () => Promise<Found>): Promise<Found> {
  for (;;) {
    try {
      return await fetching()
    } catch {
      await new Promise(resolve => setTimeout(resolve, RETRY_MS))
    }
  }
}

/** A page that is fetched, with its sentences, when somebody comes for it. */
export const fetched = <Props extends object>(page: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    const [found] = await Promise.all([page(), fetchPageStrings()])
    return { default: found }
  })

/** Part of a page that can do without it: where it cannot be fetched, there is nothing. */
export const fetchedPart = <Props extends object>(part: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    try {
      const [found] = await Promise.all([part(), fetchPageStrings()])
      return { default: found }
    } catch {
      return { default: () => null }
    }
  })
