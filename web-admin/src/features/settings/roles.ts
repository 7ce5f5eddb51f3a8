/** Roles as people read them; what they really hold is decided by the server. */
export const roles = [
  { value: 'OWNER', label: 'Owner', about: 'Everything, also team, API clients, settings and audit.' },
  { value: 'AGENT', label: 'Agent', about: 'Decides, refunds, receives; reads all but the audit.' },
  { value: 'WAREHOUSE', label: 'Warehouse', about: 'Receives and grades; reads returns, orders and parcels.' },
  { value: 'VIEWER', label: 'Viewer', about: 'Reads all but the audit, changes nothing.' },
] as const;

export type Role = (typeof roles)[number]['value'];
