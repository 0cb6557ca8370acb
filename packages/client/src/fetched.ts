import { type ComponentType, lazy } from 'react'
import { fetchPageStrings } from './i18n/i18n.ts'

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
