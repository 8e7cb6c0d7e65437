/* Theme, print and language before the first paint, so that nothing flashes. A file and not an inline script because
   the pages allow scripts from their own origin only. Keep in step with platform/settings.ts. */
;(function () {
  var chosen = {}
  try {
    chosen = JSON.parse(localStorage.getItem('linli.settings') || '{}')
  } catch (_) {}
  var html = document.documentElement
  var dark = chosen.theme === 'dark' || (chosen.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  html.dataset.theme = dark ? 'dark' : 'light'
  html.lang = chosen.lang === 'en' ? 'en' : 'zh-CN'
  if (chosen.print > 0) {
    html.dataset.print = 'large'
    html.dataset.step = String(chosen.print)
  }
})()
