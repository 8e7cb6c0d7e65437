/**
 * What a person chose for this device: theme, large print and language. Kept in localStorage and written on <html>
 * as data-theme, data-print, data-step and lang. public/first-paint.js does the same before the first paint and must
 * read the same key and fields.
 */
import { useSyncExternalStore } from 'react'

export const LANGS = ['zh-CN', 'en'] as const
export type Lang = (typeof LANGS)[number]
/** Each by its own name, whatever the page speaks: it is looked for by somebody who cannot read the other. */
export const LANG_NAMES: Record<Lang, string> = { 'zh-CN': '中文', en: 'English' }
/** 0 is ordinary print; 1 to 5 are the five steps of 长辈版. */
export type PrintStep = 0 | 1 | 2 | 3 | 4 | 5
export type Settings = { theme: 'system' | 'light' | 'dark'; print: PrintStep; lang: Lang }

const KEY = 'linli.settings'
const FIRST: Settings = { theme: 'system', print: 0, lang: 'zh-CN' }
const listeners = new Set<() => void>()
const inBrowser = typeof document !== 'undefined'
let settings = read()

export const currentSettings = (): Settings => settings

/** Changes some of the settings, on the page and for the next visit. */
export function choose(change: Partial<Settings>) {
  settings = { ...settings, ...change }
  localStorage.setItem(KEY, JSON.stringify(settings))
  apply()
  for (const tell of listeners) tell()
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, currentSettings, () => FIRST)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function read(): Settings {
  if (!inBrowser) return FIRST
  try {
    return { ...FIRST, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') }
  } catch {
    return FIRST // unreadable storage (private mode, an older shape): the defaults are always usable
  }
}

function apply() {
  const html = document.documentElement
  const dark =
    settings.theme === 'dark' || (settings.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  html.dataset['theme'] = dark ? 'dark' : 'light'
  html.lang = settings.lang
  if (settings.print === 0) {
    delete html.dataset['print']
    delete html.dataset['step']
  } else {
    html.dataset['print'] = 'large'
    html.dataset['step'] = String(settings.print)
  }
}

if (inBrowser) {
  apply()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply)
  addEventListener('storage', (event) => {
    if (event.key !== KEY) return
    settings = read()
    apply()
    for (const tell of listeners) tell()
  })
}
