import { config } from 'zod'

// Imported before any schema is made: the page's security policy lets nothing compile code from strings, so Zod must not try.
config({ jitless: true })
