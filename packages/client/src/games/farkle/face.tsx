import './picture.css'
import { Die } from '../../ui/dice/die.tsx'
import { Tray } from '../../ui/tray.tsx'
import type { Face } from '../face.ts'

const EDGE = 40

/** Two dice on the felt, and what is set aside below them. */
function Picture() {
  return (
    <Tray>
      <span className="farkle-picture" style={{ '--edge': `${EDGE}px` } as React.CSSProperties}>
        <span className="farkle-pictured-rail">
          <span>500</span>
        </span>
        <Die sides={6} value={3} lying={{ x: 92, y: 44, yaw: 24 }} edge={EDGE} />
        <Die sides={6} value={6} lying={{ x: 196, y: 40, yaw: 118 }} edge={EDGE} />
        <Die sides={6} value={1} lying={{ x: 46, y: 103, yaw: 2 }} edge={EDGE} />
        <Die sides={6} value={1} lying={{ x: 94, y: 103, yaw: -3 }} edge={EDGE} />
        <Die sides={6} value={1} lying={{ x: 142, y: 103, yaw: 3 }} edge={EDGE} />
      </span>
    </Tray>
  )
}

export const farkleFace: Face = {
  name: { en: 'Farkle', 'zh-CN': '法克尔' },
  pitch: {
    en: 'Set dice aside, and roll the rest? Nothing that scores, and all is gone.',
    'zh-CN': '留下得分的骰子，剩下的再掷？一颗不得分，全部落空。',
  },
  Picture,
  board: async () => (await import('./board.tsx')).board,
}
