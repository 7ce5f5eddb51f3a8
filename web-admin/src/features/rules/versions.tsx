import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { count } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Pager } from '@/shared/ui/pager';
import { Status } from '@/shared/ui/status';
import { done, refusedToast } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';
import css from './rules.module.css';

const VersionsQuery = graphql(`
  query PolicyVersions($after: String) {
    policyVersions(first: 20, after: $after) {
      edges { node { id number note publishedAt isLive rules { id name sentence } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const RevertMutation = graphql(`
  mutation RevertPolicyDraft($input: RevertPolicyDraftInput!) {
    revertPolicyDraft(input: $input) { draft { version } userErrors { field message code } }
  }
`);

type VersionsProps = { draftVersion: number; onClose: () => void; onReverted: () => void };

export function Versions({ draftVersion, onClose, onReverted }: VersionsProps) {
  const can = useCan();
  const pages = usePages('versions');
  const query = useQuery({ query: VersionsQuery, variables: { after: pages.after } });
  const [revert, busy] = useAct(RevertMutation);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title="Published versions"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Loaded query={query}>
        {({ policyVersions }) => (
          <Stack gap={0}>
            {nodesOf(policyVersions).map((version) => (
              <div key={version.id} className={css.recipe}>
                <Group justify="space-between" wrap="nowrap">
                  <Text fw={640}>
                    Version {version.number} {version.isLive && <Status tone="good">Live</Status>}
                  </Text>
                  {can('rules:write') && !version.isLive && (
                    <Button
                      size="xs"
                      variant="default"
                      loading={busy}
                      onClick={async () => {
                        const { refused } = await revert({ input: { versionId: version.id, version: draftVersion } });
                        if (refused) return refusedToast(refused);
                        done(`Version ${version.number} is in the draft. Look at it, then publish.`);
                        onReverted();
                        onClose();
                      }}
                    >
                      Put into the draft
                    </Button>
                  )}
                </Group>
                <Text>{version.note || 'Everything goes to review.'}</Text>
                <Text size="sm" c="dimmed">
                  {count(version.rules.length, 'rule')} · <When at={version.publishedAt} />
                </Text>
              </div>
            ))}
            <Pager pages={pages} info={policyVersions.pageInfo} />
          </Stack>
        )}
      </Loaded>
    </Drawer>
  );
}
