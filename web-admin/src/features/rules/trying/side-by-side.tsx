import { Anchor, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { differences } from '@/shared/policy/folding';
import { Notice } from '@/shared/ui/status';
import { compared, saysTheSame } from './compared';
import { PolicyAnswer } from './policy-answer';
import type { Sides } from './tried-query';
import css from './trying.module.css';

type SideBySideProps = Sides & {
  /** What to do with the case, for example keep it as an example. */
  actions?: ReactNode;
  /** Says which draft, where it is not the one of now. */
  draftTitle?: string;
};

/** The same item judged by what is in force and by the draft, what differs marked in both. */
export function SideBySide({ live, draft, actions, draftTitle = 'Draft' }: SideBySideProps) {
  const liveTitle = `In force · version ${live.trace.versionNumber ?? 0}`;
  if (!draft) {
    return (
      <Stack gap="sm">
        <Notice tone="calm">
          There is no draft, so this shows the rules in force only.{' '}
          <Anchor renderRoot={(props) => <Link to="/rules" {...props} />}>Change a rule</Anchor> to see both side by
          side.
        </Notice>
        {actions}
        <PolicyAnswer title={liveTitle} of={live} />
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      <Notice tone={saysTheSame(live, draft) ? 'good' : 'warn'}>
        <span role="status">{compared(live, draft)}</span>
      </Notice>
      {actions}
      <div className={css.sides}>
        <PolicyAnswer
          title={liveTitle}
          of={live}
          marks={differences(live.trace.rules, draft.trace.rules, 'Gone from the draft')}
        />
        <PolicyAnswer
          title={draftTitle}
          of={draft}
          marks={differences(draft.trace.rules, live.trace.rules, 'Only in the draft')}
        />
      </div>
    </Stack>
  );
}
