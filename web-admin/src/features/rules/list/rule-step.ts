/** What the keys and the menu of a row can do to its rule. */
export type RuleStep = 'up' | 'down' | 'switch' | 'copy' | 'below' | 'remove';
