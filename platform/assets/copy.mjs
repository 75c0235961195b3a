// Copies from node_modules exactly the files that the pages load, into target/classes/static/assets.
// With --unchanged: exits 0 if the last copy was made from the same lock and the same script, else 1.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'target', 'classes', 'static', 'assets');
const stamp = join(here, 'target', 'assets.sha256');
const digest = createHash('sha256');
for (const source of ['package-lock.json', 'copy.mjs']) {
  digest.update(readFileSync(join(here, source)));
}
const wanted = digest.digest('hex');

if (process.argv.includes('--unchanged')) {
  const same = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(join(out, 'manifest.json'));
  process.exit(same ? 0 : 1);
}

const copied = {};

function copy(from, to) {
  const target = join(out, to);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(from, target);
  copied[to] = createHash('sha256').update(readFileSync(target)).digest('hex');
}

// A stylesheet with every file it names by a relative url(), kept in the same places relative to it.
function copyStyle(root, style, to) {
  copy(join(root, style), posix.join(to, style));
  const text = readFileSync(join(root, style), 'utf8');
  for (const [, , address] of text.matchAll(/url\((['"]?)([^)'"]+)\1\)/g)) {
    if (/^(data:|https?:|#)/.test(address)) continue;
    const file = posix.join(posix.dirname(style), address.replace(/[?#].*$/, ''));
    if (file.endsWith('.ttf') || file.endsWith('.eot') || file.endsWith('.woff')) continue; // woff2 is everywhere
    if (existsSync(join(root, file))) copy(normalize(join(root, file)), posix.join(to, file));
    else throw new Error(`${style} names ${address}, which the package does not hold`);
  }
}

rmSync(out, { recursive: true, force: true });

const uswds = join(here, 'node_modules', '@uswds', 'uswds', 'dist');
copyStyle(uswds, 'css/uswds.min.css', 'uswds');
for (const file of [
  'js/uswds.min.js',
  'js/uswds-init.min.js',
  'img/sprite.svg',
  'img/icon-dot-gov.svg',
  'img/icon-https.svg',
]) {
  copy(join(uswds, file), posix.join('uswds', file));
}
copy(join(here, 'node_modules', '@uswds', 'uswds', 'LICENSE.md'), 'uswds/LICENSE.md');

const bpmn = join(here, 'node_modules', 'bpmn-js');
copy(join(bpmn, 'dist', 'bpmn-navigated-viewer.production.min.js'), 'bpmn-js/bpmn-navigated-viewer.production.min.js');
for (const style of ['diagram-js.css', 'bpmn-js.css']) {
  copyStyle(join(bpmn, 'dist', 'assets'), style, 'bpmn-js');
}
copy(join(bpmn, 'LICENSE'), 'bpmn-js/LICENSE');

writeFileSync(join(out, 'manifest.json'), JSON.stringify(copied, Object.keys(copied).sort(), 1) + '\n');
writeFileSync(stamp, wanted);
console.log(`muniflow-assets: copied ${Object.keys(copied).length} files`);
