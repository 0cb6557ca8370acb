import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { chooseLanguage } from '../../i18n/i18n.ts'
import { LANGUAGES, type Language } from '../../i18n/language.ts'
import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import { chooseTheme, preferredTheme, THEMES } from '../../ui/theme.ts'

const NAMES: Record<Language, string> = { en: 'English', 'zh-CN': '简体中文' }

/** What the reader chose for this browser, how the connection is, and why the dice can be trusted. */
export function Preferences() {
  const { t, i18n } = useTranslation()
  const [theme, setTheme] = useState(preferredTheme)
  return (
    <footer className="preferences">
      <Select
        label={t('home.language')}
        value={LANGUAGES.find(language => language === i18n.language) ?? 'en'}
        options={LANGUAGES.map(value => ({ value, label: NAMES[value] }))}
        onChange={language => void chooseLanguage(language)}
      />
      <Select
        label={t('home.theme')}
        value={theme}
        options={THEMES.map(value => ({ value, label: t(`theme.${value}`) }))}
        onChange={chosen => {
          chooseTheme(chosen)
          setTheme(chosen)
        }}
      />
      <div className="home-ways">
        <Link href="/connection" className="home-way">
          {t('home.connection')}
        </Link>
        <Link href="/fairness" className="home-way home-fairness">
          <Icon name="shield" />
          {t('home.fairness')}
        </Link>
      </div>
    </footer>
  )
}
