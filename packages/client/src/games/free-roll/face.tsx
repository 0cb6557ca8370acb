import './picture.css'
import { Die } from '../../ui/dice/die.tsx'
import { Tray } from '../../ui/tray.tsx'
import type { Face } from '../face.ts'

const PICTURED = [
  { value: 5, lying: { x: 62, y: 70, yaw: 24 } },
  { value: 1, lying: { x: 150, y: 52, yaw: 112 } },
  { value: 6, lying: { x: 232, y: 78, yaw: 197 } },
] as const

function Picture() {
  return (
    <Tray>
      <span className="free-roll-picture" style={{ '--edge': '50px' } as React.CSSProperties}>
        {PICTURED.map(({ value, lying }) => (
          <Die key={value} sides={6} value={value} lying={lying} edge={50} />
        ))}
      </span>
    </Tray>
  )
}

export const freeRollFace: Face = {
  name: { en: 'Free roll', 'zh-CN': '自由掷骰' },
  pitch: {
    en: 'A tray of dice for any game you know. Everybody rolls, everybody sees.',
    'zh-CN': '一盘骰子，什么玩法都行。人人能掷，人人看得见。',
  },
  Picture,
  board: async () => (await import('./board.tsx')).board,
}
