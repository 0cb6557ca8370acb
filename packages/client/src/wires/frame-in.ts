import type { ZodMiniType } from 'zod/mini'

/** What a frame of JSON says; `null` for anything that is not of this shape. */
export function frameIn<Shape>(shape: ZodMiniType<Shape>, text: string): Shape | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
