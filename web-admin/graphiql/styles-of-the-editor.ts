// GraphiQL's editor writes styles as text: whole elements, and attributes in the lines that it draws. The policy of our pages
// takes elements that bear the page's nonce, and no attribute. So each element gets the nonce, and what the editor says of a
// line comes past `createHTML`, is kept under another name, and is set as properties once the line stands in the page.
// First of all imports: the editor writes while it is loaded.
const KEPT = 'data-style';
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const create = document.createElement.bind(document);
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const made = create(name, options);
  if (nonce && made instanceof HTMLStyleElement) made.nonce = nonce;
  return made;
}) as typeof document.createElement;

/** The editor escapes what people write, so that a `<` always begins one of its own tags. */
function keepStyles(html: string) {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle=/gi, ` ${KEPT}=`));
}

interface Environment {
  createTrustedTypesPolicy?: (name: string, rules: Rules) => unknown;
}

interface Rules {
  createHTML?: (html: string) => string;
}

let environment: Environment = {};
Object.defineProperty(globalThis, 'MonacoEnvironment', {
  get: () => environment,
  set: (given: Environment) => {
    environment = {
      ...given,
      createTrustedTypesPolicy: (_, { createHTML, ...others }) => ({
        ...others,
        createHTML: (html: string) => keepStyles(createHTML ? createHTML(html) : html),
      }),
    };
  },
});

/** What the editor has set since, it means. */
function setStyles(of: Element) {
  if (!(of instanceof HTMLElement)) return;
  const said = create('i').style;
  said.cssText = of.getAttribute(KEPT) ?? '';
  for (const name of said) {
    if (!of.style.getPropertyValue(name)) of.style.setProperty(name, said.getPropertyValue(name));
  }
  of.removeAttribute(KEPT);
}

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const added of addedNodes) {
      if (!(added instanceof Element)) continue;
      if (added.hasAttribute(KEPT)) setStyles(added);
      added.querySelectorAll(`[${KEPT}]`).forEach(setStyles);
    }
  }
}).observe(document, { subtree: true, childList: true });
