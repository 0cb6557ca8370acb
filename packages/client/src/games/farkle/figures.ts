/** Points as people read them: a narrow space before each three digits. */
export const figure = (points: number): string => `${points}`.replaceAll(/\B(?=(\d{3})+$)/g, '\u202f')

/** A chance in whole parts of a hundred, never none. */
export const percent = (chance: number): number => Math.max(1, Math.round(100 * chance))
