import './switch.css'

interface SwitchProps {
  readonly label: string
  /** a second, smaller line */
  readonly why: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** Something that is on or off, and is so at once. */
export function Switch({ label, why, isOn, onChange }: SwitchProps) {
  return (
    <label className="switch">
      <span>
        <span className="switch-label">{label}</span>
        <span className="switch-why">{why}</span>
      </span>
      <input
        type="checkbox"
        role="switch"
        className="switch-box"
        aria-checked={isOn}
        checked={isOn}
        onChange={event => onChange(event.target.checked)}
      />
    </label>
  )
}
