/** What room codes are written with: digits and capitals that nobody takes for one another. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CODE_LENGTH = 6

const CODE = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`)

/** The code as rooms are filed: upper case, without the separators that people see and type. */
export const normalizeCode = (text: string): string => text.replace(/[\s·.-]/g, '').toUpperCase()

/** Whether this may be the code of a room; says nothing about whether the room exists. */
export const isRoomCode = (code: string): boolean => CODE.test(code)
