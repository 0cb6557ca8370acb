/** What a plain WebSocket is closed with; below 4000 they are those of the registry, with their meaning there. */
export const CLOSE_CODES = {
  over: 1000,
  flood: 1008,
  unreadable: 1009,
  failure: 1011,
  restart: 1012,
  noHello: 4400,
  badToken: 4401,
} as const
