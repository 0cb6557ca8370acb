import { Tray } from '../../ui/tray.tsx'
import type { Face } from '../face.ts'
import { Cup } from './cup.tsx'

/** Three cups on the felt. */
function Picture() {
  return (
    <Tray>
      <span className="liars-picture">
        {[1, 0, 3].map(seat => (
          <Cup key={seat} seat={seat} />
        ))}
      </span>
    </Tray>
  )
}

export const liarsDiceFace: Face = {
  name: { en: 'Liar’s Dice', 'zh-CN': '大话骰' },
  pitch: {
    en: 'Bid on dice that nobody sees, and catch who lies. Perudo, or 吹牛.',
    'zh-CN': '看不见的骰子，随你吹，看谁敢开。可玩西式或吹牛。',
  },
  Picture,
  board: async () => (await import('./board.tsx')).board,
}
