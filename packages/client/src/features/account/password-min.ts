/** How many characters a password has at least. */
export const PASSWORD_MIN = 8
