/**
 * What a person with a phone feels, in a real browser at a quarter of this machine's speed: how soon the first question is
 * there, what a tap costs, how long 100 answers take over a bad line. Medians of rounds, or shares of all taps.
 *
 * Reads DATABASE_URL and DATABASE_OWNER_URL (a migrated database), SERVER_URL (a server on it) and CHROMIUM_PATH.
 */
import 'reflect-metadata';
import { cpus, loadavg } from 'node:os';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { photosOf } from '../e2e/photos.js';
import { SlowLine } from '../e2e/slow-line.js';
import { createClients, type Client } from './field.js';
import { share } from './figures.js';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SLOWER = 4;
const PHOTOS = 10;
const ANSWERS = 100;
const PHONE = { width: 375, height: 720 };
/** Bytes a second and milliseconds: 1.6 Mbit/s down, 750 kbit/s up. */
const NETWORK_3G = { up: 93_750, down: 200_000, roundTrip: 150 };
/** 64 kbit/s. */
const NETWORK_BAD = { up: 8_000, down: 8_000, roundTrip: 800 };
const WAIT = { timeout: 120_000 };

declare global {
  interface Window {
    /** Milliseconds from the start of the navigation until the first question was painted. */
    firstQuestion?: number;
    /** Milliseconds from a tap until the next frame was painted; to the card's "Đã lưu trên máy". */
    painted: number[];
    saved: number[];
  }
}

/** Runs in the page, before anything of the app. */
function watch(): void {
  const onPaint = (then: () => void) => requestAnimationFrame(() => setTimeout(then));
  const observer = new MutationObserver(() => {
    if (!document.querySelector('article')) return;
    observer.disconnect();
    onPaint(() => (window.firstQuestion = performance.now()));
  });
  observer.observe(document, { childList: true, subtree: true });

  window.painted = [];
  window.saved = [];
  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      const card = (target as Element).closest('article');
      if (!card) return;
      onPaint(() => window.painted.push(performance.now() - timeStamp));
      // What is still shown of the answer before does not count.
      let isOlder = card.textContent.includes('Đã lưu trên máy');
      const saving = new MutationObserver(() => {
        const isSaved = card.textContent.includes('Đã lưu trên máy');
        if (isSaved && !isOlder) {
          saving.disconnect();
          window.saved.push(performance.now() - timeStamp);
        }
        isOlder &&= isSaved;
      });
      saving.observe(card, { childList: true, subtree: true, characterData: true });
    },
    { capture: true },
  );
}

async function deviceOf(browser: Browser, client: Client, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true, locale: 'vi-VN' });
  const [name = '', value = ''] = client.cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  await context.addInitScript(watch);
  return context;
}

async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

async function openSheet(page: Page, url: string, { visit }: Client): Promise<number> {
  await page.goto(`${url}/cham-diem/${visit}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.firstQuestion !== undefined, null, WAIT);
  return page.evaluate(() => window.firstQuestion ?? NaN);
}

/** The app and the visit are on the device. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, WAIT);
  await page.waitForFunction(() => document.querySelector('[aria-label="Đồng bộ: Đã đồng bộ"]'), null, WAIT);
}

/** A finger on the middle of the screen, where nothing lies above the card. */
async function tap(page: Page, button: Locator): Promise<void> {
  const { x, y } = await button.evaluate(async (shown) => {
    // Cards take their height as they come into sight.
    for (let look = 0; look < 3; look += 1) {
      shown.scrollIntoView({ block: 'center' });
      await new Promise(requestAnimationFrame);
    }
    const { left, top, width, height } = shown.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.touchscreen.tap(x, y);
}

/** Presses a choice of so many cards, one after the other; criteria that take figures are left out. */
async function answer(page: Page, choice: number, count: number): Promise<void> {
  const cards = page.locator('article:has([data-choice])');
  for (let nth = 0; nth < count; nth += 1) {
    const before = await page.evaluate(() => window.saved.length);
    await tap(page, cards.nth(nth).locator('[data-choice]').nth(choice));
    await page.waitForFunction((saved) => window.saved.length > saved, before, WAIT);
  }
}

async function sendNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Đồng bộ/ }).click();
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await page.keyboard.press('Escape');
}

/** 100 answers without a network. What was tried to be sent once never changes: each is an operation of its own. */
async function answerAll(page: Page): Promise<void> {
  await page.context().setOffline(true);
  // The first cards are drawn before the others.
  await page.locator('[aria-busy=false] article').first().waitFor(WAIT);
  const cards = await page.locator('article:has([data-choice])').count();
  await answer(page, 0, cards);
  await sendNow(page);
  await answer(page, 1, ANSWERS - cards);
}

/** Cold, and again without a network. */
async function starts(browser: Browser, clients: readonly Client[], line: SlowLine): Promise<void> {
  const [cold, again]: [number[], number[]] = [[], []];
  for (const client of clients) {
    line.pace = NETWORK_3G;
    const context = await deviceOf(browser, client, line.url);
    const page = await slowPage(context);
    cold.push(await openSheet(page, line.url, client));
    line.pace = null;
    await kept(page);
    await page.close();
    await context.setOffline(true);
    again.push(await openSheet(await slowPage(context), line.url, client));
    await context.close();
  }
  tell('first question on 3g, cold', share(cold, 0.5), 2200);
  tell('first question again, without a network', share(again, 0.5), 900);
}

async function taps(browser: Browser, client: Client, line: SlowLine): Promise<void> {
  const context = await deviceOf(browser, client, line.url);
  const page = await slowPage(context);
  await openSheet(page, line.url, client);
  await kept(page);
  const files = (await photosOf(page, PHOTOS)).map((buffer, n) => ({
    name: `anh-${n + 1}.jpg`,
    mimeType: 'image/jpeg',
    buffer,
  }));
  await page
    .locator('article')
    .first()
    .getByLabel(/^Chọn ảnh, tệp/)
    .setInputFiles(files);
  const photos = page.getByRole('list', { name: 'Ảnh, tệp' }).getByRole('listitem');
  await photos.nth(PHOTOS - 1).waitFor(WAIT);
  await answerAll(page);
  const { painted, saved } = await page.evaluate(() => ({ painted: window.painted, saved: window.saved }));
  tell('tap to paint, p98', share(painted, 0.98), 50);
  tell('tap to “Đã lưu trên máy”, p95', share(saved, 0.95), 100);
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  tell('JavaScript heap of the page', usedSize / 1e6, 60, 'MB');
  await context.close();
}

/** What a tap costs where nothing happens: no page comes below it. */
async function floor(browser: Browser): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true });
  await context.addInitScript(watch);
  const page = await slowPage(context);
  const content = '<meta name="viewport" content="width=device-width"><article><button>Button</button></article>';
  await page.goto(`data:text/html,${content}`);
  for (let nth = 0; nth < ANSWERS; nth += 1) {
    await tap(page, page.getByRole('button'));
    await page.waitForFunction((taps) => window.painted.length > taps, nth, WAIT);
  }
  const painted = await page.evaluate(() => window.painted);
  console.log(`tap to paint on an empty page, p98: ${share(painted, 0.98).toFixed(0)} ms`);
  await context.close();
}

async function drain(browser: Browser, client: Client, line: SlowLine): Promise<void> {
  const context = await deviceOf(browser, client, line.url);
  const page = await slowPage(context);
  await openSheet(page, line.url, client);
  await kept(page);
  await answerAll(page);
  line.pace = NETWORK_BAD;
  line.dropAll();
  const begin = performance.now();
  await context.setOffline(false);
  await kept(page);
  tell(`${ANSWERS} answers over 64 kbit/s and 800 ms`, performance.now() - begin, 60_000);
  line.pace = null;
  await context.close();
}

function tell(what: string, value: number, target: number, unit = 'ms'): void {
  const verdict = value <= target ? 'reached' : 'MISSED';
  console.log(`${what}: ${value.toFixed(unit === 'ms' ? 0 : 1)} ${unit} (target ${target} ${unit}: ${verdict})`);
}

const clients = await createClients(ROUNDS + 2);
const [forTaps, forDrain, ...forStarts] = clients;
if (!forTaps || !forDrain) throw new Error('fewer clients than parts');
const line = await SlowLine.open(process.env['SERVER_URL'] ?? '');
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? 'chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
try {
  console.log(`100 criteria, ${PHOTOS} photos, processor ${SLOWER} times slower, ${ROUNDS} rounds`);
  const [waiting = 0] = loadavg();
  if (waiting > 1)
    console.log(`${waiting.toFixed(1)} processes wait for ${cpus().length} processors: the figures say little`);
  await starts(browser, forStarts, line);
  await floor(browser);
  await taps(browser, forTaps, line);
  await drain(browser, forDrain, line);
} finally {
  await browser.close();
  line.close();
}
