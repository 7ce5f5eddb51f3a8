import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { When } from '@/shared/ui/values';
import type { ReturnFacts } from './return-query';
import css from './returns.module.css';

/** What the team does or waits for next, in the team's words; the shopper reads their own on the portal. */
export function NextSteps({ of }: { of: ReturnFacts['teamSteps'] }) {
  return (
    <ul className={css.steps}>
      {of.map((step) => (
        <li key={step.kind + step.text + step.receiptId}>
          {step.receiptId ? (
            <Anchor
              renderRoot={(props) => (
                <Link to="/receive/$receiptId" params={{ receiptId: step.receiptId ?? '' }} {...props} />
              )}
            >
              {step.text}
            </Anchor>
          ) : (
            step.text
          )}
          {step.by && (
            <span className={css.dim}>
              {' '}
              · ends <When at={step.by} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
