import { IconChecklist } from '@tabler/icons-react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Pager } from '@/shared/ui/pager';
import { Panel } from '@/shared/ui/panel';
import { Empty, Forbidden } from '@/shared/ui/states';
import { ReturnRow } from './return-row';
import { ReviewTable } from './return-table';

const ReviewQuery = graphql(
  `
  query ReviewQueue($first: Int!, $after: String) {
    reviewQueue(first: $first, after: $after) {
      edges { node { ...ReturnRow } }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [ReturnRow],
);

export function ReviewQueue() {
  const can = useCan();
  const pages = usePages('review');
  const query = useQuery({
    query: ReviewQuery,
    variables: { first: 50, after: pages.after },
    pause: !can('returns:read'),
  });
  return (
    <Page title="Review" lead="Requests that your rules leave to a person, the most urgent first.">
      <Panel flush>
        {can('returns:read') ? (
          <Loaded query={query}>
            {({ reviewQueue }) => {
              const rows = nodesOf(reviewQueue);
              if (rows.length === 0) {
                return (
                  <Empty icon={IconChecklist} title="Nothing waits for you">
                    Requests come here when a rule says so, when no rule decides, or when a fact that a rule needs is
                    not known. Each one says why.
                  </Empty>
                );
              }
              return (
                <>
                  <ReviewTable rows={rows} />
                  <Pager pages={pages} info={reviewQueue.pageInfo} />
                </>
              );
            }}
          </Loaded>
        ) : (
          <Forbidden />
        )}
      </Panel>
    </Page>
  );
}
