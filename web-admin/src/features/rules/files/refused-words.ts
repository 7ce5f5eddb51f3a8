import type { Refused } from '@/shared/api/act';

/** `Rule 3: line 12: …`: the server names the line; the rule's place in the list is what people count. */
export function refusedWords(refused: readonly Refused[]): string {
  return refused
    .map(({ field, message, code }) => {
      if (code === 'STALE')
        return 'Somebody changed the draft meanwhile. Close this, look at the draft, and try again.';
      const at = field?.indexOf('rules') ?? -1;
      const rule = at >= 0 ? Number(field?.[at + 1]) : Number.NaN;
      return Number.isNaN(rule) ? message : `Rule ${rule + 1}, ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
    })
    .join(' ');
}
