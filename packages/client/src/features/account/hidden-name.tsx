/** Tells password managers whose password is asked for; people see it above. */
export function HiddenName({ name }: { readonly name: string }) {
  return (
    <input type="text" name="username" autoComplete="username" value={name} readOnly hidden tabIndex={-1} />
  )
}
