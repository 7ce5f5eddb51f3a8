// What Maven runs: `install`, `build` and `check`, each only when its inputs changed since it last succeeded.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamps = 'node_modules/.retour';
const lock = ['package.json', 'package-lock.json', '.npmrc'];
const sources = [
  ...lock,
  'src',
  'graphiql',
  'public',
  'index.html',
  'schema.graphql',
  'tsconfig.json',
  'vite.config.ts',
  'vite.graphiql.config.ts',
];

const steps = {
  install: { inputs: lock, needs: [], command: ['ci', '--prefer-offline', '--no-progress', '--no-audit', '--no-fund'] },
  build: { inputs: sources, needs: ['dist/admin/index.html', 'dist/graphiql/index.html'], command: ['run', 'build'] },
  check: {
    inputs: [...sources, 'build', 'e2e', 'biome.json', 'vitest.config.ts'],
    needs: [],
    command: ['run', 'check'],
  },
};

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap(files)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function run(name) {
  const step = steps[name];
  if (!step) throw new Error(`Unknown step '${name}'; one of: ${Object.keys(steps).join(', ')}`);
  const stamp = join(stamps, name);
  const wanted = fingerprint(step.inputs);
  const fresh =
    existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && step.needs.every((file) => existsSync(file));
  if (fresh) {
    console.log(`web-admin: ${name} is up to date`);
    return;
  }
  rmSync(stamp, { force: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, step.command, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error(`web-admin: 'npm ${step.command.join(' ')}' failed; its output is above`);
    process.exit(done.status ?? 1);
  }
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, wanted);
}

for (const name of process.argv.slice(2)) run(name);
