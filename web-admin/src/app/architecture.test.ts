import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/*
 * shared ← features ← app, no feature knows another, and no folder needs one that needs it. The zones are found, not
 * listed: a new feature is guarded from its first file on. That no file needs one that needs it, Biome looks after.
 */
const root = join(import.meta.dirname, '..');

type Import = { file: string; target: string };

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const imports: Import[] = sources(root).flatMap((path) => {
  const file = relative(root, path);
  const found = readFileSync(path, 'utf8').matchAll(/(?:from|import\(?)\s*'([^']+)'/g);
  return [...found].map(([, name = '']) => ({
    file,
    target: name.startsWith('@/')
      ? name.slice(2)
      : name.startsWith('.')
        ? relative(root, join(path, '..', name))
        : name,
  }));
});

const featureOf = (path: string) => /^features\/([^/]+)/.exec(path)?.[1];

test('shared knows neither features nor the app', () => {
  const broken = imports.filter(
    ({ file, target }) => file.startsWith('shared/') && (target.startsWith('features/') || target.startsWith('app/')),
  );
  expect(broken).toEqual([]);
});

test('a feature knows neither the app nor another feature', () => {
  const broken = imports.filter(({ file, target }) => {
    const own = featureOf(file);
    if (!own) return false;
    const other = featureOf(target);
    return target.startsWith('app/') || (other !== undefined && other !== own);
  });
  expect(broken).toEqual([]);
});

/** The folders a file may be asked for in, each with those it needs. What is generated at the root belongs to none. */
function folders(of: readonly Import[]): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const { file, target } of of) {
    if (!/^(?:app|features|shared)\//.test(target)) continue;
    const [from, to] = [dirname(file), dirname(target)];
    if (from !== to) known.set(from, (known.get(from) ?? new Set()).add(to));
  }
  return known;
}

/** One way that leads back to where it began, if there is any. */
function circle(of: Map<string, Set<string>>): string[] {
  const done = new Set<string>();
  const walk = (at: string, way: string[]): string[] => {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at];
    if (done.has(at)) return [];
    for (const next of of.get(at) ?? []) {
      const found = walk(next, [...way, at]);
      if (found.length > 0) return found;
    }
    done.add(at);
    return [];
  };
  return [...of.keys()].map((at) => walk(at, [])).find((found) => found.length > 0) ?? [];
}

test('no folder needs a folder that needs it', () => {
  expect(circle(folders(imports))).toEqual([]);
  const bent = [...imports, { file: 'shared/api/act.ts', target: 'shared/ui/toast' }];
  expect(circle(folders(bent))).toEqual(['shared/api', 'shared/ui', 'shared/api']);
});

test('the rules above read real imports', () => {
  expect(imports.some(({ file, target }) => file === 'app/router.tsx' && target.startsWith('features/'))).toBe(true);
});

const written = sources(root)
  .filter((path) => path.endsWith('.tsx') && !/\.test\.|\/testing/.test(path))
  .map((path) => ({ file: relative(root, path), text: readFileSync(path, 'utf8') }))
  .filter(({ file }) => file !== 'shared/ui/act-form.tsx');
const byHand = (of: typeof written) =>
  of.filter(({ text }) => !text.includes('useActForm(') && !text.includes('useActForm<')).map(({ file }) => file);

/** What is sent when it is typed is a form; of one thing that is set at a touch, a switch. */
const fields = /<(?:\w*Input|Textarea|CodeField|NewPassword|(?:Multi)?Select|Checkbox|Radio)\b/;

test('a form is written in the one way; those by hand only look for something, or write into a draft', () => {
  const forms = written.filter(({ text }) => /<form\b|onSubmit=/.test(text));
  expect(forms.length).toBeGreaterThan(20);
  expect(byHand(forms)).toEqual([
    'app/shell.tsx',
    'features/orders/orders-list.tsx',
    'features/returns/returns-list.tsx',
    'features/rules/editor/rule-editor.tsx',
  ]);
});

test('what is typed or chosen and then sent is a form; without one only a single choice is sent, as it is made', () => {
  const sending = written.filter(({ text }) => /useAct\(|useMutation\(|\bupload\(/.test(text) && fields.test(text));
  expect(sending.length).toBeGreaterThan(15);
  expect(byHand(sending)).toEqual(['features/rules/facts/fact-row.tsx', 'features/settings/staff.tsx']);
});

test('when the network is asked is said in one place, and nothing is told by events of the window', () => {
  const own = sources(root).filter((path) => !path.includes('.test.') && !path.includes('/testing'));
  const saying = (words: RegExp) =>
    own.filter((path) => words.test(readFileSync(path, 'utf8'))).map((path) => relative(root, path));
  expect(saying(/requestPolicy/)).toEqual(['shared/api/client.ts', 'shared/api/policies.ts']);
  expect(saying(/window\.dispatchEvent/)).toEqual(['shared/api/client.ts']);
});

test('no file grows beyond 250 lines', () => {
  const long = sources(root)
    .filter((path) => !path.endsWith('graphql-env.d.ts'))
    .filter((path) => readFileSync(path, 'utf8').split('\n').length > 251)
    .map((path) => relative(root, path));
  expect(long).toEqual([]);
});

test('nothing is called by a word that README says to avoid', () => {
  const avoided =
    /\b(?:const|let|function|type|interface|class)\s+\w*(?:verdict|payout|ticket|workflow|dossier|caseFact)\w*/i;
  const named = sources(root).flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => !path.endsWith('graphql-env.d.ts') && avoided.test(line))
      .map((line) => `${relative(root, path)}: ${line.trim()}`),
  );
  expect(named).toEqual([]);
  expect(['function', 'Verdict() {'].join(' ')).toMatch(avoided);
});
