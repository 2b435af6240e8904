// One visit to a page, and a second one from the cache.

const KEYS = 40

/** What is measured of a page that nobody has visited: bytes, times in ms, the longest task. */
export async function visit(browser, address, { query = '', ready, field }, profile) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  await context.addInitScript(watch, ready)
  const first = await open(context, address + query, profile)
  const keys = field === undefined ? [] : await first.page.evaluate(type, [field, KEYS])
  const { paint, result, longest } = await first.page.evaluate(() => window.measured)
  // The next visit finds what this one stored, its service worker too.
  await first.page.waitForTimeout(500)
  await first.page.close()
  const second = await open(context, address + query, profile)
  const again = await second.page.evaluate(() => window.measured.result)
  await context.close()
  return { bytes: first.bytes, paint, result, second: again, keys, longest }
}

/** Opens a page, until it has its first result. */
async function open(context, address, { cpu, network }) {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await devtools.send('Network.enable')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  if (network) await devtools.send('Network.emulateNetworkConditions', { offline: false, ...network })
  await page.goto(address)
  await page.waitForFunction(() => window.measured.result !== undefined && window.measured.paint !== undefined)
  return { page, bytes }
}

/** Runs in the page before anything else: notes the first paint, the first result, the longest task. */
function watch(ready) {
  const measured = (window.measured = { longest: 0 })
  const observe = (type, note) => {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  }
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') measured.paint = startTime
  })
  observe('longtask', ({ duration }) => (measured.longest = Math.max(measured.longest, duration)))
  const look = () => {
    if (measured.result === undefined && document.querySelector(ready)) measured.result = performance.now()
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true })
}

/** Runs in the page: types so many numbers into a field, and times each until the page has changed. */
async function type([field, keys]) {
  const input = document.querySelector(field)
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  const frame = () => new Promise(requestAnimationFrame)
  let changed = 0
  new MutationObserver(() => (changed = performance.now())).observe(document.body, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  })
  const times = []
  for (let key = 0; key < keys; key++) {
    set.call(input, String(4_000_000 + key))
    const start = performance.now()
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    // What belongs to the key is done by the second frame after it.
    await frame()
    await frame()
    times.push(changed - start)
    await new Promise((done) => setTimeout(done, 50))
  }
  return times
}
