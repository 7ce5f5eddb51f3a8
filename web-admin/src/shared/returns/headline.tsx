import { Tooltip } from '@mantine/core';
import { sentence } from '@/shared/format/words';
import { Status, type Tone } from '@/shared/ui/status';
import { type FourFactsOf, fourFacts } from './four-facts';
import css from './headline.module.css';

const tones: Record<string, Tone> = {
  CANCELED: 'calm',
  EXPIRED: 'calm',
  REJECTED: 'bad',
  CLOSED: 'calm',
  ACTION_NEEDED: 'warn',
  PROBLEM: 'bad',
  REFUNDED: 'good',
  CREDITED: 'good',
  EXCHANGED: 'good',
  COMPLETED: 'good',
  PARTLY_REFUNDED: 'info',
  BEING_INSPECTED: 'info',
  RECEIVED: 'info',
  PARTLY_RECEIVED: 'info',
  DELIVERED_TO_US: 'info',
  ON_ITS_WAY: 'info',
  PENDING_REVIEW: 'warn',
  PARTLY_APPROVED: 'good',
  APPROVED: 'good',
};

const words: Record<string, string> = { DELIVERED_TO_US: 'Delivered to you', ACTION_NEEDED: 'Shopper’s turn' };

export function Headline({ of }: { of: string }) {
  return <Status tone={tones[of] ?? 'calm'}>{words[of] ?? sentence(of)}</Status>;
}

/** Decision, parcel, goods, money as four small bars; each told in words to readers and on hover. */
export function Gauge({ of }: { of: FourFactsOf }) {
  const facts = fourFacts(of);
  const told = facts.map((fact) => `${fact.name}: ${fact.text}`);
  return (
    <Tooltip withArrow label={told.map((line) => <div key={line}>{line}</div>)}>
      <span className={css.gauge} role="img" aria-label={told.join('; ')}>
        {facts.map((fact) => (
          <span key={fact.name} className={css.bar}>
            <span style={{ width: `${fact.filled * 100}%`, background: `var(--rt-${fact.tone})` }} />
          </span>
        ))}
      </span>
    </Tooltip>
  );
}
