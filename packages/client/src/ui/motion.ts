/** How much movement this person wants to see, as the system says now. */
export function wantedMotion(): 'full' | 'reduced' {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'reduced' : 'full'
}
