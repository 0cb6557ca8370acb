/** Preloaded into every measured server: SIGUSR2 collects garbage, so that memory is compared and not its leftovers. */
process.on('SIGUSR2', () => {
  globalThis.gc?.()
  globalThis.gc?.()
})
