import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useCan } from '@/shared/session/session';
import { CopyId } from '@/shared/ui/copy-id';
import { Panel } from '@/shared/ui/panel';
import { Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { done, refusedToast } from '@/shared/ui/toast';
import { pushExample } from './fact-search';
import css from './facts.module.css';
import { type Own, OwnFact } from './own-fact';
import { OwnFactForm } from './own-fact-form';

const ArchiveMutation = graphql(
  `mutation ArchiveCustomFact($input: ArchiveCustomFactInput!) {
    archiveCustomFact(input: $input) { fact { ...OwnFact } userErrors { field message code } }
  }`,
  [OwnFact],
);

/** Facts that the merchant adds, fed by what their shop pushes. */
export function OwnFacts({ of }: { of: readonly Own[] }) {
  const may = useCan()('rules:write');
  const [editing, setEditing] = useState<Own | 'new'>();
  const [archive, busy] = useAct(ArchiveMutation);
  return (
    <Panel
      title="Facts of your own"
      flush={of.length > 0}
      aside={
        may && (
          <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setEditing('new')}>
            Add a fact
          </Button>
        )
      }
    >
      {of.length === 0 ? (
        <Teaching />
      ) : (
        <Table
          label="Facts of your own"
          rows={of}
          keyOf={(fact) => fact.key}
          columns={[
            {
              name: 'Fact',
              cell: (fact) => (
                <Stack gap={0}>
                  <Text fw={600}>
                    {fact.label} {fact.archived && <Status tone="calm">Archived</Status>}
                  </Text>
                  <CopyId value={fact.key} />
                </Stack>
              ),
            },
            { name: 'What it says', cell: (fact) => fact.description || '–', wide: true },
            {
              name: 'Read from',
              wide: true,
              cell: (fact) => `${fact.source === 'ORDER' ? 'order' : 'shopper'}, “${fact.attribute}”`,
            },
            { name: 'Personal', cell: (fact) => (fact.personal ? 'Yes' : 'No'), wide: true },
            {
              name: '',
              right: true,
              cell: (fact) =>
                may && (
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    <Button size="xs" variant="subtle" onClick={() => setEditing(fact)}>
                      Describe
                    </Button>
                    <Button
                      size="xs"
                      variant="subtle"
                      loading={busy}
                      onClick={async () => {
                        const { refused } = await archive({ input: { key: fact.key, archived: !fact.archived } });
                        if (refused) return refusedToast(refused);
                        done(
                          fact.archived
                            ? `${fact.label} is offered again.`
                            : `${fact.label} is offered no more. What reads it goes on.`,
                        );
                      }}
                    >
                      {fact.archived ? 'Restore' : 'Archive'}
                    </Button>
                  </Group>
                ),
            },
          ]}
        />
      )}
      {editing && <OwnFactForm of={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Panel>
  );
}

function Teaching() {
  return (
    <Stack gap="sm">
      <Text>
        A loyalty tier, the store that sold it, a fraud score: whatever your shop knows can be a fact. Add it here with
        its type, have your integration push it with the order or the shopper, and use it in rules like any other.
      </Text>
      <Text size="sm">This is what your integration sends, with the scope to write orders:</Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label="Example of the mutation" className={css.code} tabIndex={0}>
        <pre style={{ margin: 0 }}>{pushExample('SHOPPER', 'loyalty_tier')}</pre>
      </section>
    </Stack>
  );
}
