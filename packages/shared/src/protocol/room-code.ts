/** What room codes are written with: digits and capitals that nobody takes for one another. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CODE_LENGTH = 6

const CODE = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`)

/** What the name of a room without a code may be, as `\w+` of Python's `re` has it: letters, digits and `_` of all scripts. */
const NAME = /^[\p{L}\p{N}_]{1,64}$/u
/** Stands before the name of a room that has no code. */
const NAMED = '~'

/** The code as rooms are filed: upper case, without the separators that people see and type; a room's name as it is. */
export const normalizeCode = (text: string): string =>
  text.startsWith(NAMED) ? text : text.replace(/[\s·.-]/g, '').toUpperCase()

/** Whether a room is filed under a name: when nobody has used it for long, another one may be begun under the same. */
export const hasName = (room: string): boolean => room.startsWith(NAMED)

/** Whether a room may be filed so, under a code or a name. */
export const isFiledRoom = (room: string): boolean =>
  isRoomCode(room) || (hasName(room) && NAME.test(room.slice(NAMED.length)))

/** How the room of this name is filed, in place of a code; `null` if no room may be called so. */
export const namedRoom = (name: string): string | null => (NAME.test(name) ? `${NAMED}${name}` : null)

/** Whether this may be the code of a room; says nothing about whether the room exists. */
export const isRoomCode = (code: string): boolean => CODE.test(code)
