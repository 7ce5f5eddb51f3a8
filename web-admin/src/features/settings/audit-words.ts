import { sentence } from '@/shared/format/words';

/** What somebody did, as one would tell it; the code of an action that nobody put into words yet, made readable. */
const deeds: Record<string, string> = {
  'client.created': 'Made an API client',
  'client.revoked': 'Revoked an API client',
  'fact.added': 'Added a fact for rules',
  'guards.changed': 'Changed the guards',
  'moment.switched': 'Switched a message',
  'orders.settingsChanged': 'Changed what is known about orders',
  'person.authenticator_off': 'Switched the authenticator app off',
  'person.authenticator_on': 'Switched an authenticator app on',
  'person.password_changed': 'Changed their password',
  'person.password_reset': 'Chose a new password by a link in a mail',
  'person.recovery_codes_renewed': 'Made new recovery codes',
  'person.sessions_ended': 'Signed out elsewhere',
  'person.sign_in_failed': 'A sign-in failed',
  'person.signed_in': 'Signed in',
  'person.signed_out': 'Signed out',
  'policy.discarded': 'Discarded the draft of the rules',
  'policy.four-eyes': 'Changed how many people publish rules',
  'policy.published': 'Published rules',
  'policy.shadow-started': 'Let the draft judge in the shadow',
  'policy.shadow-stopped': 'Stopped the draft in the shadow',
  'refund.adjusted': 'Adjusted a refund',
  'refund.canceled': 'Canceled a refund',
  'refund.failed': 'Marked a refund as failed',
  'refund.given': 'Gave back shipping or goodwill',
  'refund.issued': 'Issued a refund',
  'return.closed': 'Closed a return',
  'return.items_approved': 'Approved items of a return',
  'return.items_rejected': 'Rejected items of a return',
  'privacy.retention-changed': 'Changed how long photos are kept',
  'shopper.attributes-erased': 'Erased what was pushed of a shopper',
  'shopper.erased': 'Erased a shopper',
  'shopper.exported': 'Exported what is kept of a shopper',
  'staff.invited': 'Invited somebody to the team',
  'staff.joined': 'Joined the team',
  'staff.removed': 'Removed somebody from the team',
  'staff.role_changed': 'Changed a role',
  'template.reverted': 'Put a message back to Retour’s text',
  'template.saved': 'Changed a message',
  'tenant.live': 'Went live',
  'tenant.opened': 'Opened the business',
  'tenant.paused': 'Paused messages to shoppers',
  'tenant.updated': 'Changed the business',
  'tracking.endpoint.moved': 'Moved the address for tracking',
  'tracking.secret.set': 'Set the secret for tracking',
};

export function deedWords(action: string): string {
  return deeds[action] ?? sentence(action.replaceAll(/[.-]/g, '_'));
}

/** `Number: 3 · Note: Wider window`; what it is about, without a brace. */
export function detailWords(detail: unknown): string {
  if (detail === null || typeof detail !== 'object') return '';
  return Object.entries(detail)
    .flatMap(([name, value]) => {
      const told = valueWords(value);
      return told ? [`${sentence(name.replaceAll(/([a-z])([A-Z])/g, '$1_$2'))}: ${told}`] : [];
    })
    .join(' · ');
}

function valueWords(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.map(valueWords).filter(Boolean).join(', ');
  if (value !== null && typeof value === 'object') {
    return Object.entries(value)
      .map(([name, inner]) => `${valueWords(inner)} ${/^[A-Z_]+$/.test(name) ? sentence(name).toLowerCase() : name}`)
      .join(', ');
  }
  const text = value === null || value === undefined ? '' : String(value);
  return /^[A-Z][A-Z_]+$/.test(text) && text.length > 3 ? sentence(text) : text;
}
