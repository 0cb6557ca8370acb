// The incomplete gamma function, which is what the chance of a chi-square is made of.

/** Where a sum or a fraction does not change any more. */
const ENOUGH = 1e-15
const STEPS_MAX = 10_000
const TINY = 1e-300

/** Lanczos' approximation for g = 7: good to about 15 digits. */
const LANCZOS = [
  0.999_999_999_999_809_93, 676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_13,
  -176.615_029_162_140_59, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
  1.505_632_735_149_311_6e-7,
]

/** The logarithm of the gamma function for `x` from 0.5 on. */
export function logGamma(x: number): number {
  const at = x + 6.5
  const sum = LANCZOS.reduce(
    (so, coefficient, k) => so + (k === 0 ? coefficient : coefficient / (x + k - 1)),
    0,
  )
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(at) - at + Math.log(sum)
}

/** Q(a, x), the regularized upper incomplete gamma function: 1 at x = 0, falling to 0. For `a` from 0.5 on and `x` from 0 on. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x)
}

/** Converges quickly where x is small. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < STEPS_MAX; n += 1) {
    term *= x / (a + n)
    sum += term
    if (term < sum * ENOUGH) break
  }
  return sum
}

/** Converges quickly where x is large: the continued fraction, from its front (Lentz's way). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < STEPS_MAX; n += 1) {
    const an = -n * (n - a)
    b += 2
    d = 1 / nonZero(an * d + b)
    c = nonZero(b + an / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < ENOUGH) break
  }
  return fraction
}

const nonZero = (x: number): number => (Math.abs(x) < TINY ? TINY : x)
