import { setNonce } from 'get-nonce';

/**
 * What the server wrote into this page and names in its content security policy: styles that components write while the page
 * runs are taken only with it. Browsers hide it from the attribute. Undefined where no policy is.
 */
export const pageNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined;

// What locks the page behind a dialogue has its own way to ask.
if (pageNonce) setNonce(pageNonce);
