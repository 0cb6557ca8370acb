import { describe, expect, it } from 'vitest'
import { type Box, pointsIn, type SheetName, sheets } from './boxes.ts'

const dice = (text: string): readonly number[] => [...text].map(Number)

/** All 7,776 throws of five dice. */
const throws: readonly (readonly number[])[] = Array.from({ length: 6 ** 5 }, (_, n) =>
  [1, 6, 36, 216, 1296].map(place => (Math.floor(n / place) % 6) + 1),
)

/** How many throws give points in a box, and how many points all of them give together. */
function overAll(sheet: SheetName, box: Box): readonly [number, number] {
  const points = throws.map(faces => pointsIn(sheet, box, faces))
  return [points.filter(Boolean).length, points.reduce((so, here) => so + here, 0)]
}

describe('the usual sheet', () => {
  it('[YA8] has thirteen boxes', () => {
    expect(sheets.standard.boxes).toEqual([
      ...['ones', 'twos', 'threes', 'fours', 'fives', 'sixes', 'three-of-a-kind', 'four-of-a-kind'],
      ...['full-house', 'small-straight', 'large-straight', 'yacht', 'chance'],
    ])
  })
  it.each<[string, Box, number]>([
    ['11345', 'ones', 2],
    ['22222', 'ones', 0],
    ['12345', 'ones', 1],
    ['66666', 'sixes', 30],
    ['16263', 'sixes', 12],
    ['44423', 'three-of-a-kind', 17],
    ['44443', 'three-of-a-kind', 19],
    ['44444', 'three-of-a-kind', 20],
    ['44233', 'three-of-a-kind', 0],
    ['16111', 'four-of-a-kind', 10],
    ['11111', 'four-of-a-kind', 5],
    ['16116', 'four-of-a-kind', 0],
    ['33355', 'full-house', 25],
    ['53535', 'full-house', 25],
    ['11122', 'full-house', 25],
    ['33345', 'full-house', 0],
    ['33445', 'full-house', 0],
    ['33335', 'full-house', 0],
    // Five alike are no full house: only a joker makes them one.
    ['33333', 'full-house', 0],
    ['12346', 'small-straight', 30],
    ['64321', 'small-straight', 30],
    ['23452', 'small-straight', 30],
    ['34566', 'small-straight', 30],
    ['33456', 'small-straight', 30],
    // A large straight is a small one too.
    ['12345', 'small-straight', 30],
    ['12356', 'small-straight', 0],
    ['12456', 'small-straight', 0],
    ['12345', 'large-straight', 40],
    ['62543', 'large-straight', 40],
    ['12346', 'large-straight', 0],
    ['13456', 'large-straight', 0],
    ['22222', 'large-straight', 0],
    ['22222', 'yacht', 50],
    ['22223', 'yacht', 0],
    ['22223', 'chance', 11],
    ['66666', 'chance', 30],
  ])('[YA8] gives %s in %s: %i', (text, box, points) => {
    expect(pointsIn('standard', box, dice(text))).toBe(points)
  })
  // How many of the 7,776 throws there are of each: counted from binomials, not by this program.
  it.each<[Box, number, number]>([
    ['ones', 7_776 - 5 ** 5, 5 * 1_296],
    ['sixes', 7_776 - 5 ** 5, 30 * 1_296],
    ['three-of-a-kind', 1_656, 28_980],
    ['four-of-a-kind', 156, 2_730],
    ['full-house', 300, 7_500],
    ['small-straight', 1_200, 36_000],
    ['large-straight', 240, 9_600],
    ['yacht', 6, 300],
    ['chance', 7_776, 17.5 * 7_776],
  ])('[YA8] gives points in %s for %i throws, %i in all', (box, count, sum) => {
    expect(overAll('standard', box)).toEqual([count, sum])
  })
})

describe('the sheet of Yatzy', () => {
  it('[YA14] has fifteen boxes', () => {
    expect(sheets.yatzy.boxes).toEqual([
      ...['ones', 'twos', 'threes', 'fours', 'fives', 'sixes', 'pair', 'two-pairs', 'three-of-a-kind'],
      ...['four-of-a-kind', 'small-straight', 'large-straight', 'full-house', 'chance', 'yacht'],
    ])
  })
  it.each<[string, Box, number]>([
    ['55662', 'pair', 12],
    ['55562', 'pair', 10],
    ['66666', 'pair', 12],
    ['12345', 'pair', 0],
    ['55662', 'two-pairs', 22],
    ['55566', 'two-pairs', 22],
    ['55261', 'two-pairs', 0],
    // Two pairs need two faces.
    ['55551', 'two-pairs', 0],
    ['55555', 'two-pairs', 0],
    ['44423', 'three-of-a-kind', 12],
    ['44444', 'three-of-a-kind', 12],
    ['44443', 'four-of-a-kind', 16],
    ['44444', 'four-of-a-kind', 16],
    ['44423', 'four-of-a-kind', 0],
    ['12345', 'small-straight', 15],
    ['23456', 'small-straight', 0],
    ['12346', 'small-straight', 0],
    ['65432', 'large-straight', 20],
    ['12345', 'large-straight', 0],
    ['33355', 'full-house', 19],
    ['33555', 'full-house', 21],
    ['55555', 'full-house', 0],
    ['55555', 'yacht', 50],
    ['13355', 'chance', 17],
    ['33355', 'threes', 9],
  ])('[YA14] gives %s in %s: %i', (text, box, points) => {
    expect(pointsIn('yatzy', box, dice(text))).toBe(points)
  })
})

describe('the sheet of twelve', () => {
  it('[YA15] has twelve boxes, and no bonus', () => {
    expect(sheets.twelve.boxes).toEqual([
      ...['ones', 'twos', 'threes', 'fours', 'fives', 'sixes', 'full-house', 'four-of-a-kind'],
      ...['small-straight', 'large-straight', 'chance', 'yacht'],
    ])
    expect(sheets.twelve.bonus).toBeNull()
  })
  it.each<[string, Box, number]>([
    ['33355', 'full-house', 19],
    ['33333', 'full-house', 0],
    ['44443', 'four-of-a-kind', 16],
    ['44444', 'four-of-a-kind', 16],
    ['12345', 'small-straight', 30],
    ['12346', 'small-straight', 0],
    ['23456', 'small-straight', 0],
    ['23456', 'large-straight', 30],
    ['12345', 'large-straight', 0],
    ['22222', 'yacht', 50],
    ['22466', 'chance', 20],
  ])('[YA15] gives %s in %s: %i', (text, box, points) => {
    expect(pointsIn('twelve', box, dice(text))).toBe(points)
  })
})
