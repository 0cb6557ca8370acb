import './password-field.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/text-field.tsx'

interface PasswordFieldProps {
  readonly label: string
  readonly name: string
  /** so that password managers know which one is asked for */
  readonly kind: 'current-password' | 'new-password'
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

/** A password, hidden until one wants to see it. */
export function PasswordField({ label, name, kind, value, onChange, error }: PasswordFieldProps) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      label={label}
      name={name}
      type={isShown ? 'text' : 'password'}
      value={value}
      onChange={event => onChange(event.target.value)}
      autoComplete={kind}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      error={error}
      action={
        <button
          type="button"
          className="password-eye"
          aria-label={t(isShown ? 'account.hidePassword' : 'account.showPassword')}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? 'account.hide' : 'account.show')}
        </button>
      }
    />
  )
}
