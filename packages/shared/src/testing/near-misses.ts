/** What a move becomes with one of its numbers off by one, wherever in it that number stands. */
export function nearMisses(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [value - 1, value + 1]
  if (Array.isArray(value)) {
    return value.flatMap((part: unknown, at) => nearMisses(part).map(miss => value.with(at, miss)))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    nearMisses(part).map(miss => ({ ...value, [key]: miss })),
  )
}
