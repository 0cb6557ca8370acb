import type { TFunction } from 'i18next'
import type { Trouble } from './account-api.ts'

/** Why something was not done, in the reader's language. */
export function troubleWords({ code, wait }: Trouble, t: TFunction<'strings'>, language: string): string {
  if (code === 'unreachable') return t('home.unreachable')
  if (code !== 'rate_limited' || wait === null) return t(`refused.${code}`)
  const unit = wait < 90 ? 'second' : 'minute'
  const count = unit === 'second' ? wait : Math.ceil(wait / 60)
  const time = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
  // Chinese sets figures apart from what they count, here as elsewhere on the page
  return t('account.wait', { time: time.replace(/(\d)(?=\p{Script=Han})/u, '$1 ') })
}
