import './ui/tokens.css'
import './ui/font.css'
import './ui/base.css'
import { createClient } from '@diceroom/sdk/connection/create-client.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { ClientContext } from './connection/use-client.ts'
import { startI18n } from './i18n/i18n.ts'
import { expectRoom } from './room-door.ts'
import { applyTheme, preferredTheme } from './ui/theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')

applyTheme(preferredTheme())
void expectRoom(location.pathname)
await startI18n()
createRoot(root).render(
  <StrictMode>
    <ClientContext value={createClient()}>
      <App />
    </ClientContext>
  </StrictMode>,
)
