import { Stack, Text } from '@mantine/core';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { Trace } from '@/shared/policy/trace';
import { TraceFacts } from '@/shared/policy/trace-query';
import { Panel } from '@/shared/ui/panel';
import { Status } from '@/shared/ui/status';
import { outcomeTones, outcomeWords } from './outcome-words';
import css from './outcomes.module.css';

export const SideFacts = graphql(
  `
  fragment SideFacts on SideBySide {
    live { outcome because trace { ...TraceFacts } }
    draft { outcome because trace { ...TraceFacts } }
  }
`,
  [TraceFacts],
);

type Sided = ResultOf<typeof SideFacts>;

/** One item judged twice, each with its trace. */
export function Sides({ of, live }: { of: Sided; live: string }) {
  return (
    <div className={css.sides}>
      <Side title={live} of={of.live} />
      <Side title="Draft" of={of.draft} />
    </div>
  );
}

function Side({ title, of }: { title: string; of: Sided['live'] }) {
  return (
    <Panel title={title} aside={<Status tone={outcomeTones[of.outcome]}>{outcomeWords[of.outcome]}</Status>}>
      <Stack gap="sm">
        <Text>{of.because}</Text>
        <Trace of={of.trace} />
      </Stack>
    </Panel>
  );
}
