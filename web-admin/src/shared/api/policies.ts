/*
 * When the network is asked, in one place. As a rule, whatever is opened shows what is known of it at once and asks anew (the
 * client's default); a mutation says what it changed. These are the exceptions.
 */

/** What is known does not do: a next try, what others change meanwhile, and what a form begins with. */
export const anew = { requestPolicy: 'network-only' } as const;

/** What never changes by itself is asked once. */
export const once = { requestPolicy: 'cache-first' } as const;
