import fc from 'fast-check'

// Every run tries the same cases, so that a red run is red again; FC_SEED tries others, and RUNS
// as many of them as one likes. A failure prints its seed and path.
const { FC_SEED, RUNS } = process.env
fc.configureGlobal({ seed: Number(FC_SEED ?? 1), ...(RUNS ? { numRuns: Number(RUNS) } : {}) })
