import { describe, expect, it } from 'vitest';
import { wonEffects } from './why';

describe('why a return stands as it does', () => {
  it('names the rule that asked for the photo beside the one that decided', () => {
    const rules = [
      {
        position: 1,
        name: 'Dear defects',
        effects: [
          { kind: 'DECISION', sentence: 'send to review', fate: 'NOT_TRUE' },
          { kind: 'EVIDENCE', sentence: 'ask for 2 photos', fate: 'WON' },
        ],
      },
      { position: 2, name: 'The rest', effects: [{ kind: 'DECISION', sentence: 'approve', fate: 'WON' }] },
    ];
    expect(wonEffects(rules)).toEqual([
      { kind: 'EVIDENCE', sentence: 'ask for 2 photos', position: 1, rule: 'Dear defects' },
      { kind: 'DECISION', sentence: 'approve', position: 2, rule: 'The rest' },
    ]);
  });
});
