export type SectionKey =
  | 'business'
  | 'brand'
  | 'returns'
  | 'reasons'
  | 'staff'
  | 'api'
  | 'tracking'
  | 'privacy'
  | 'security'
  | 'audit';

export type Section = {
  key: SectionKey;
  label: string;
  scope?: string;
  /** Its settings as their labels read, each with other words that people look for. */
  settings: Record<string, string>;
};

export const sections: Section[] = [
  {
    key: 'business',
    label: 'Business',
    scope: 'tenant:read',
    settings: {
      Live: 'go live pause messages start',
      'Business name': 'shop company',
      'Portal address': 'slug url link',
      'Time zone': 'days clock',
      Language: 'locale english german',
      'Contact address': 'reply e-mail questions support',
      'Team inbox': 'e-mail notify review',
      'Return address': 'warehouse street country postcode',
    },
  },
  { key: 'brand', label: 'Brand', scope: 'tenant:read', settings: { Colour: 'color accent', Logo: 'picture image' } },
  {
    key: 'returns',
    label: 'Returns',
    scope: 'tenant:read',
    settings: {
      'What shoppers may ask for': 'resolutions refund exchange store credit',
      'Who pays the way back': 'return shipping label',
      'Cost of a label': 'fee shipping',
      'Give outbound shipping back': 'refund shipping',
      'Assume delivery when nobody reported it': 'delivered window',
      'Days from dispatch to delivery': 'transit window',
      'Business hours that approved items wait for the rest': 'release partly',
      'Days to give evidence': 'photos expire reminder',
      'Limit how far agents adjust refunds': 'adjustment limit role',
      'Every order is known since': 'history complete shopper return rate',
      'Tag of final sale products': 'final sale',
      'Two people publish rules': 'four eyes policy approve publish draft',
    },
  },
  {
    key: 'reasons',
    label: 'Reasons',
    scope: 'tenant:read',
    settings: { Reasons: 'why texts groups archive translate' },
  },
  {
    key: 'staff',
    label: 'Staff and roles',
    scope: 'tenant:read',
    settings: { Team: 'invite member colleague', 'What the roles may do': 'owner agent warehouse viewer permission' },
  },
  {
    key: 'api',
    label: 'API clients',
    scope: 'clients:write',
    settings: { 'API clients': 'integration secret oauth graphql graphiql token scopes' },
  },
  {
    key: 'tracking',
    label: 'Tracking',
    scope: 'tracking:read',
    settings: { 'Parcels from EasyPost': 'webhook secret carrier', 'What carriers said': 'events log' },
  },
  {
    key: 'privacy',
    label: 'Privacy',
    scope: 'privacy:write',
    settings: {
      'Days that photos are kept after a return is over': 'retention delete gdpr uploads carrier',
      'What the nights took away': 'retention report deleted',
    },
  },
  {
    key: 'security',
    label: 'Your sign-in',
    settings: { You: 'name', Password: 'change', 'Authenticator app': 'totp two-factor 2fa code' },
  },
  { key: 'audit', label: 'Audit', scope: 'audit:read', settings: { 'Who did what': 'log record history' } },
];

/** The sections in which every word is found, with the settings that were meant; all of them for no words. */
export function findSettings(mine: readonly Section[], text: string): { section: Section; settings: string[] }[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return mine.map((section) => ({ section, settings: [] }));
  const has = (where: string) => words.every((word) => where.toLowerCase().includes(word));
  return mine.flatMap((section) => {
    const settings = Object.entries(section.settings)
      .filter(([name, also]) => has(`${name} ${also}`))
      .map(([name]) => name);
    return settings.length > 0 || has(section.label) ? [{ section, settings }] : [];
  });
}
