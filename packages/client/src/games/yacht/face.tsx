import './picture.css'
import { Die } from '../../ui/dice/die.tsx'
import { Tray } from '../../ui/tray.tsx'
import type { Face } from '../face.ts'

const EDGE = 40

const PICTURED = [
  { x: 46, y: 76, yaw: 28 },
  { x: 102, y: 58, yaw: 112 },
  { x: 152, y: 86, yaw: 64 },
  { x: 204, y: 54, yaw: 205 },
  { x: 254, y: 80, yaw: 152 },
] as const

/** Five alike. */
function Picture() {
  return (
    <Tray>
      <span className="yacht-picture" style={{ '--edge': `${EDGE}px` } as React.CSSProperties}>
        {PICTURED.map(lying => (
          <Die key={lying.x} sides={6} value={5} lying={lying} edge={EDGE} />
        ))}
      </span>
    </Tray>
  )
}

export const yachtFace: Face = {
  name: { en: 'Yacht', 'zh-CN': '快艇骰子' },
  pitch: {
    en: 'Three rolls a turn, and every box to fill. What will you give up?',
    'zh-CN': '每回合三次机会，填满每一格。你舍得放弃哪一格？',
  },
  Picture,
  board: async () => (await import('./board.tsx')).board,
}
