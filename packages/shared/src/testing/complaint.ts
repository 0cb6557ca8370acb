/** Why a law says no, or `none`: the reason that fast-check found, else the error itself. */
export function complaint(law: () => void): string {
  try {
    law()
  } catch (error) {
    return error instanceof Error ? String(error.cause ?? error) : String(error)
  }
  return 'none'
}
