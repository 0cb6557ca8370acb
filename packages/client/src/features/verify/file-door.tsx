import './file-door.css'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface FileDoorProps {
  readonly onFile: (file: File) => void
  readonly children?: ReactNode
}

/** A file can be chosen here, or dropped anywhere on the page. */
export function FileDoor({ onFile, children }: FileDoorProps) {
  const { t } = useTranslation()
  const id = useId()
  const isOver = useDrop(onFile)
  return (
    <div className="file-door">
      <p className="file-door-why">{t('verify.fileWhy')}</p>
      <div className="file-door-ways">
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          className="file-door-input"
          onChange={event => {
            const [file] = event.target.files ?? []
            if (file) onFile(file)
            // the same file can be chosen again
            event.target.value = ''
          }}
        />
        <label htmlFor={id} className="button button-secondary">
          {t('verify.fileChoose')}
        </label>
        {children}
      </div>
      {isOver && <div className="file-door-over">{t('verify.fileDrop')}</div>}
    </div>
  )
}

/** Whether a file is held over the page; `onFile` is told when it is let go. */
function useDrop(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    const on = (type: 'dragover' | 'dragleave' | 'drop', listener: (event: DragEvent) => void) =>
      addEventListener(type, listener, { signal: stop.signal })
    on('dragover', event => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    })
    on('dragleave', event => {
      // out of the window, not only into another element
      if (event.relatedTarget === null) setOver(false)
    })
    on('drop', event => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      onFile(file)
    })
    return () => stop.abort()
  }, [onFile])
  return isOver
}
