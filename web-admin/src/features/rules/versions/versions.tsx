import { Button, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { usePages } from '@/shared/api/pages';
import { once } from '@/shared/api/policies';
import { count } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Pager } from '@/shared/ui/pager';
import { Status } from '@/shared/ui/status';
import { done, refusedToast } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';
import { ChangesQuery } from '../policy-query';
import { Changes } from '../sentences/changes';
import { useAuthorName } from './author';
import { RevertMutation } from './version-query';
import css from './versions.module.css';

const PAGE = 20;

const VersionsQuery = graphql(`
  query PolicyVersions($first: Int!, $after: String) {
    policyVersions(first: $first, after: $after) {
      edges { cursor node { id number note publishedAt publishedBy { personId name } isLive rules { id } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

type VersionsProps = { draftVersion: number; onClose: () => void; onReverted: () => void };

/** Everything that was ever in force: what each version changed, in words, and the way back to it. */
export function Versions({ draftVersion, onClose, onReverted }: VersionsProps) {
  const can = useCan();
  const authorName = useAuthorName();
  const pages = usePages('versions');
  // One more than is shown, so that the last one, too, can be told from the one before it.
  const query = useQuery({ query: VersionsQuery, variables: { first: PAGE + 1, after: pages.after } });
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
        {({ policyVersions }) => {
          const edges = policyVersions.edges.filter((edge) => edge !== null);
          const shown = edges.slice(0, PAGE);
          return (
            <Stack gap={0}>
              {shown.length === 0 && <Text c="dimmed">Nothing was published yet: a person reviews every return.</Text>}
              {shown.map(({ node: version }, at) => (
                <div key={version.id} className={css.version}>
                  <Group justify="space-between" wrap="nowrap">
                    <Text fw={640} component="h3" m={0}>
                      <Link to="/rules/versions/$number" params={{ number: String(version.number) }}>
                        {version.number === 0 ? 'No rules' : `Version ${version.number}`}
                      </Link>{' '}
                      {version.isLive && <Status tone="good">Live</Status>}
                    </Text>
                    {can('rules:write') && !version.isLive && (
                      <Button
                        size="xs"
                        variant="default"
                        loading={busy}
                        aria-label={`Put version ${version.number} into the draft`}
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
                  <Text>{version.note || 'No rules: everything goes to review.'}</Text>
                  <Text size="sm" c="dimmed">
                    {count(version.rules.length, 'rule')} · <When at={version.publishedAt} />
                    {version.publishedBy && ` · by ${authorName(version.publishedBy)}`}
                  </Text>
                  <WhatChanged from={edges[at + 1]?.node.id} to={version.id} />
                </div>
              ))}
              <Pager
                pages={pages}
                info={{ hasNextPage: edges.length > PAGE, endCursor: shown.at(-1)?.cursor ?? null }}
              />
            </Stack>
          );
        }}
      </Loaded>
    </Drawer>
  );
}

/** From the version before; asked for when somebody wants to know. */
function WhatChanged({ from, to }: { from: string | undefined; to: string }) {
  const [open, setOpen] = useState(false);
  const [{ data, error }] = useQuery({
    query: ChangesQuery,
    variables: { from: from ?? null, to },
    pause: !open || !from,
    ...once,
  });
  if (!from) return null;
  return (
    <details className={css.whatChanged} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What it changed</summary>
      {error ? (
        <Text size="sm">This could not be loaded.</Text>
      ) : !data ? (
        <Skeleton h={40} />
      ) : data.policyChanges.length === 0 ? (
        <Text size="sm">Nothing: it says the same as the version before.</Text>
      ) : (
        <Changes of={data.policyChanges} most={50} />
      )}
    </details>
  );
}
