// Makes Noto Sans at its regular weight out of the packages of package.json: small TrueType files, an index that says which
// code points each file has, and the licences. Runs only when what it reads has changed since it last succeeded.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const out = process.argv[2] ?? 'target/classes/fonts';
const packages = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies)
  .filter((name) => name.startsWith('@fontsource-variable/'));

/** The order in which a letter is looked for: plain Noto Sans, then the scripts, symbols, and Han last. */
const order = ['noto-sans', ...['symbols', 'jp', 'sc', 'tc', 'kr'].map((last) => `noto-sans-${last}`)];
/** Every package repeats these; plain Noto Sans has them. */
const elsewhere = /-(latin|latin-ext|cyrillic|cyrillic-ext|greek|greek-ext|vietnamese|math|symbols)-wght-normal/;

function place(family) {
  const at = order.indexOf(family);
  return at > 0 ? at + 1 : at === 0 ? 0 : 1;
}

function ranges(unicodes) {
  const parts = [];
  for (const point of [...unicodes].sort((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else parts.push([point, point]);
  }
  return parts.map(([from, to]) => (from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`));
}

function filesOf(folder, family) {
  return readdirSync(join(folder, 'files'))
    .filter((file) => file.endsWith('-wght-normal.woff2'))
    .filter((file) =>
      family === 'noto-sans'
        ? !file.includes('-devanagari-')
        : family === 'noto-sans-symbols'
          ? file.includes('-symbols-wght')
          : !elsewhere.test(file),
    )
    .sort((a, b) => (a.includes('-latin-wght') ? -1 : b.includes('-latin-wght') ? 1 : a.localeCompare(b, 'en')));
}

async function build() {
  const { default: subset } = await import('subset-font');
  const { Blob, Face } = await import('harfbuzzjs');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'licences'), { recursive: true });
  const index = [];
  const families = packages
    .map((name) => ({ folder: join('node_modules', name), family: name.split('/')[1] }))
    .sort((a, b) => place(a.family) - place(b.family) || a.family.localeCompare(b.family, 'en'));
  for (const { folder, family } of families) {
    writeFileSync(join(out, 'licences', `${family}.txt`), readFileSync(join(folder, 'LICENSE')));
    for (const file of filesOf(folder, family)) {
      const letters = await subset(readFileSync(join(folder, 'files', file)), '', {
        keepAllGlyphs: true,
        targetFormat: 'truetype',
        variationAxes: { wght: 400 },
        noHinting: true,
      });
      const name = file.replace('-wght-normal.woff2', '.ttf');
      writeFileSync(join(out, name), letters);
      index.push(`${name} ${family} ${ranges(new Face(new Blob(letters)).collectUnicodes()).join(',')}\n`);
    }
  }
  writeFileSync(join(out, 'index.txt'), index.join(''));
  console.log(`fonts: ${index.length} files of ${families.length} families`);
}

const stamp = 'node_modules/.built';
const wanted = ['package.json', 'package-lock.json', 'build.mjs']
  .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256').update(process.version))
  .digest('hex');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(join(out, 'index.txt'))) {
  console.log('fonts: up to date');
} else {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const install = ['ci', '--prefer-offline', '--no-progress', '--no-audit', '--no-fund'];
  const installed = spawnSync(npm, install, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (installed.status !== 0) {
    console.error(`fonts: 'npm ${install.join(' ')}' failed; its output is above`);
    process.exit(installed.status ?? 1);
  }
  await build();
  writeFileSync(stamp, wanted);
}
