// Opens a page of some shop in a real browser, whose scripts speak to Beckon through existing clients.
//
// The environment says where and with what: BECKON_URL, BECKON_WRITE_KEY, CHROMIUM.
// Prints what the page said to its console, as one JSON list.
import { createServer } from 'node:http';
import { writeSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const { BECKON_URL, BECKON_WRITE_KEY, CHROMIUM } = process.env;

const bundle = await build({
  entryPoints: ['page.js'],
  bundle: true,
  write: false,
  format: 'iife',
  define: { BECKON_URL: JSON.stringify(BECKON_URL), BECKON_WRITE_KEY: JSON.stringify(BECKON_WRITE_KEY) },
});
const script = bundle.outputFiles[0].text;
const html = '<!doctype html><title>Shop</title><script src="/page.bundle.js"></script>';
const shop = createServer((request, response) => {
  const isScript = request.url === '/page.bundle.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
  response.end(isScript ? script : html);
});
await new Promise((ready) => shop.listen(0, '127.0.0.1', ready));

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
const said = [];
try {
  const page = await browser.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  await page.goto(`http://127.0.0.1:${shop.address().port}/pricing?utm_campaign=spring`);
  await page.waitForFunction(() => window.finished && window.told, null, { timeout: 30_000 });
  // Our own script hands what it has left to the browser when the page goes.
  await page.goto('about:blank');
} finally {
  await browser.close();
  shop.close();
}
writeSync(1, `${JSON.stringify(said)}\n`);
