import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What is counted of a built chunk: its name in the site, the modules in it, and what it needs to start. */
export type Chunk = {
  fileName: string;
  isEntry: boolean;
  moduleIds: readonly string[];
  imports: readonly string[];
  css: readonly string[];
};

export type Page = { path: string; module: string };

/** No page may fetch more. */
const MOST = 12;

/** The document, the script before the first paint, the icon, and letters of Latin and of its neighbours. */
const ALWAYS = 5;

/** The pages that the router knows, each with the module that it fetches. */
export function pagesOf(router: string): Page[] {
  return router.split('createRoute(').flatMap((route) => {
    const path = /path: '([^']+)'/.exec(route)?.[1];
    const module = /import\('@\/([^']+)'\)/.exec(route)?.[1];
    return path && module ? [{ path, module }] : [];
  });
}

export const placeOf = (page: Page): string => page.path.split('/')[1] ?? '';
export const isDoor = (page: Page): boolean => page.module.startsWith('features/session/');

export function chunkOf(page: Page, chunks: readonly Chunk[]): Chunk {
  const holds = ({ moduleIds }: Chunk) =>
    moduleIds.some((id) => /^\.tsx?$/.test(id.split(`/src/${page.module}`)[1] ?? ''));
  const found = chunks.find(holds);
  if (!found) throw new Error(`No file holds ${page.module}, which ${page.path} shows.`);
  return found;
}

/** Every file that is fetched until a page stands there. */
export function filesOf(page: Page, chunks: readonly Chunk[]): Set<string> {
  const files = new Set<string>();
  const fetch = (chunk: Chunk | undefined) => {
    if (!chunk || files.has(chunk.fileName)) return;
    for (const file of [chunk.fileName, ...chunk.css]) files.add(file);
    for (const name of chunk.imports) fetch(chunks.find(({ fileName }) => fileName === name));
  };
  fetch(chunks.find(({ isEntry }) => isEntry));
  fetch(chunkOf(page, chunks));
  return files;
}

/** Breaks the build when a page needs too many files; answers the script of each place, to be asked for early. */
export function scriptsOf(pages: readonly Page[], chunks: readonly Chunk[]): Record<string, string> {
  for (const page of pages) {
    const files = [...filesOf(page, chunks)];
    const count = files.length + ALWAYS;
    if (count > MOST) throw new Error(`${page.path} fetches ${count} files, not at most ${MOST}: ${files.join(', ')}.`);
  }
  return Object.fromEntries(pages.map((page) => [placeOf(page), chunkOf(page, chunks).fileName]));
}

/** Tells the script before the first paint which places are doors, and in a build the script of each. */
export function pageFiles(router: string): Plugin {
  let base = '/';
  return {
    name: 'retour:page-files',
    configResolved: (config) => {
      base = config.base;
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const pages = pagesOf(readFileSync(router, 'utf8'));
        const doors = pages.filter(isDoor).map(placeOf).join(' ');
        const chunks = Object.values(bundle ?? {}).flatMap((file) =>
          file.type === 'chunk' ? [{ ...file, css: [...(file.viteMetadata?.importedCss ?? [])] }] : [],
        );
        const scripts = bundle ? scriptsOf(pages, chunks) : {};
        const early = Object.fromEntries(Object.entries(scripts).map(([place, file]) => [place, base + file]));
        const told = `data-doors="${doors}" data-scripts='${JSON.stringify(early)}'`;
        const place = /(<script )(src="[^"]*\/first-paint\.js")/;
        if (!place.test(html)) throw new Error('index.html runs no first-paint.js.');
        return html.replace(place, `$1${told} $2`);
      },
    },
  };
}
