/**
 * Ant Design in our colours. The algorithm computes shades from the seeds, so they are values and not var(); they are those
 * of styles/tokens.css. Errors are amber here: red is for overdue only. The derived ambers are too pale for words.
 */
import { ConfigProvider, theme, type ThemeConfig } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useDark, useStill } from './seen-as.ts'
import { useLang } from '#web/platform/i18n.ts'

/** As on every page, by language: styles/tokens.css. */
const FONT = 'var(--font)'

const SHAPE = {
  fontSize: 14,
  controlHeight: 32,
  borderRadius: 8,
  wireframe: false,
  motionDurationMid: '0.12s',
  fontFamily: FONT,
}

const LIGHT: ThemeConfig = {
  token: {
    ...SHAPE,
    colorPrimary: '#0a678a',
    colorInfo: '#0a678a',
    colorLink: '#07597a',
    colorSuccess: '#237a53',
    colorWarning: '#b86f00',
    colorError: '#b86f00',
    colorErrorText: '#855000',
    colorWarningText: '#855000',
    colorTextBase: '#14212a',
    colorTextPlaceholder: '#5c6c77',
    colorTextDescription: '#5c6c77',
    colorTextTertiary: '#5c6c77',
    colorBgLayout: '#f2f5f6',
    colorBorder: '#cbd4d9',
    colorBorderSecondary: '#e2e8eb',
    boxShadow: '0 2px 6px rgb(20 40 52/.06),0 8px 24px rgb(20 40 52/.07)',
  },
  components: {
    Table: { headerBg: '#f7f9fa', rowHoverBg: '#f7f9fa', cellPaddingBlock: 9 },
    Button: { primaryShadow: 'none', fontWeight: 600 },
    Select: { colorBorder: '#7b8b95' },
    TreeSelect: { colorBorder: '#7b8b95' },
    Input: { colorBorder: '#7b8b95' },
  },
}

const DARK: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...SHAPE,
    colorPrimary: '#66bfdd',
    colorInfo: '#66bfdd',
    colorLink: '#84cde6',
    colorSuccess: '#5fbf92',
    colorWarning: '#e3a945',
    colorError: '#e3a945',
    colorErrorText: '#efc06a',
    colorWarningText: '#efc06a',
    colorTextBase: '#e9eff2',
    colorText: '#e9eff2',
    colorTextPlaceholder: '#93a2ac',
    colorTextDescription: '#93a2ac',
    colorTextTertiary: '#93a2ac',
    colorTextLightSolid: '#04202b',
    colorBgBase: '#0d1418',
    colorBgLayout: '#0d1418',
    colorBgContainer: '#172026',
    colorBgElevated: '#1c272e',
    colorBorder: '#384650',
    colorBorderSecondary: '#27333b',
    boxShadow: '0 8px 28px rgb(0 0 0/.45)',
  },
  components: {
    Table: { headerBg: '#1c272e', rowHoverBg: '#1c272e', cellPaddingBlock: 9 },
    Button: { primaryShadow: 'none', fontWeight: 600 },
    Select: { colorBorder: '#6f808b' },
    TreeSelect: { colorBorder: '#6f808b' },
    Input: { colorBorder: '#6f808b' },
    Tooltip: { colorTextLightSolid: '#e9eff2' },
  },
}

export function DeskTheme({ children }: { children: ReactNode }) {
  const { token, ...rest } = useDark() ? DARK : LIGHT
  // With reduced motion our styles stop every animation; antd would wait for their end and never show a thing.
  const motion = !useStill()
  const lang = useLang()
  return (
    <ConfigProvider
      theme={{ ...rest, token: { ...token, motion } }}
      locale={lang === 'en' ? en : zh}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
