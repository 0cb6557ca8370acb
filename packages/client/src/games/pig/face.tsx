import './picture.css'
import { Die } from '../../ui/dice/die.tsx'
import { Tray } from '../../ui/tray.tsx'
import type { Face } from '../face.ts'

/** A die, and what was saved up before it. */
function Picture() {
  return (
    <Tray>
      <span className="pig-picture" style={{ '--edge': '58px' } as React.CSSProperties}>
        <span className="pig-pictured-total">+17</span>
        <Die sides={6} value={1} lying={{ x: 216, y: 64, yaw: 28 }} edge={58} />
      </span>
    </Tray>
  )
}

export const pigFace: Face = {
  name: { en: 'Pig', 'zh-CN': '小猪' },
  pitch: {
    en: 'Roll on, or keep what you have? A 1 takes it all.',
    'zh-CN': '再掷，还是收手？掷出 1 就前功尽弃。',
  },
  Picture,
  board: async () => (await import('./board.tsx')).board,
}
