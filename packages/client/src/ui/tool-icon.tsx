/** Signs of what is only seen in sheets, which are fetched later than the signs of `Icon`. */
const PATHS = {
  bot: 'M12 7V4m-5 3h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2ZM9.5 12v1.5M14.5 12v1.5M3 12v2.5M21 12v2.5',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2',
  device:
    'M8 3.5h8a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 19V5A1.5 1.5 0 0 1 8 3.5ZM11 17.5h2',
  order: 'M8 19V5m0 0L4.5 8.5M8 5l3.5 3.5M16 5v14m0 0 3.5-3.5M16 19l-3.5-3.5',
  lock: 'M7.5 10.5V8a4.5 4.5 0 0 1 9 0v2.5M6.5 10.5h11a1.5 1.5 0 0 1 1.5 1.5v6.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5V12a1.5 1.5 0 0 1 1.5-1.5Z',
  crown: 'M4.5 8.5 8 12l4-6 4 6 3.5-3.5-1.5 9.5h-12Z',
  up: 'M12 19V5m0 0-5.5 5.5M12 5l5.5 5.5',
  down: 'M12 5v14m0 0-5.5-5.5M12 19l5.5-5.5',
  on: 'm9 5 7 7-7 7',
  flag: 'M6 21V4m0 .5c4-2 8 2 12 0v9c-4 2-8-2-12 0',
} as const

interface ToolIconProps {
  readonly name: keyof typeof PATHS
}

/** Says nothing by itself: what it stands on has the words. */
export function ToolIcon({ name }: ToolIconProps) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
