import { Button, Stack } from '@mantine/core';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { count } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Empty } from '@/shared/ui/states';
import { Notice } from '@/shared/ui/status';
import { RulesPage } from '../rules-page';
import { ExampleDialog } from './example-dialog';
import { ExampleRow } from './example-row';
import css from './examples.module.css';
import { ExamplesQuery, type PolicyExample } from './examples-query';

/** Invented items that every policy must decide as written; a draft that does not cannot be published. */
export function ExamplesPage() {
  const query = useQuery({ query: ExamplesQuery });
  const [edited, setEdited] = useState<PolicyExample | 'new'>();
  const may = useCan()('rules:write');
  const add = may && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      Add an example
    </Button>
  );
  const some = (query[0].data?.policyExamples.length ?? 0) > 0;
  return (
    <RulesPage
      title="Examples that must hold"
      lead="A draft that decides one of these differently cannot be published."
      actions={some && add}
    >
      <Loaded query={query}>
        {({ policy, policyExamples }) => {
          const by = policy.draft ? 'the draft' : 'the policy in force';
          const failing = policyExamples.filter((each) => !each.holds);
          if (policyExamples.length === 0) {
            return (
              <Empty icon={IconChecklist} title="No examples yet" action={add}>
                Write down the cases that must never go wrong, such as “A VIP exchanges a size: approved”. Each later
                draft is held against them before it can be published. The quickest way to one: try a past return, then
                save it as an example.
              </Empty>
            );
          }
          return (
            <Stack>
              <Notice tone={failing.length === 0 ? 'good' : 'bad'}>
                <span role="status">
                  {failing.length === 0
                    ? `By ${by} ${policyExamples.length === 1 ? 'it holds' : `all ${count(policyExamples.length, 'example')} hold`}.`
                    : `By ${by} ${failing.length} of ${count(policyExamples.length, 'example')} ${failing.length === 1 ? 'fails' : 'fail'}${policy.draft ? `, so it cannot be published. Change the rules, or ${failing.length === 1 ? 'the example' : 'the examples'}` : ''}.`}
                </span>
              </Notice>
              <ul className={css.list}>
                {[...failing, ...policyExamples.filter((each) => each.holds)].map((each, at) => (
                  <ExampleRow
                    key={`${each.id}${each.version}${each.holds}`}
                    of={each}
                    by={by}
                    may={may}
                    first={at === 0}
                    onEdit={() => setEdited(each)}
                  />
                ))}
              </ul>
            </Stack>
          );
        }}
      </Loaded>
      {edited && <ExampleDialog {...(edited === 'new' ? {} : { of: edited })} onClose={() => setEdited(undefined)} />}
    </RulesPage>
  );
}
