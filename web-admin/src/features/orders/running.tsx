import { Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { troubleOf } from '@/shared/api/client';
import { graphql } from '@/shared/api/graphql';
import { anew } from '@/shared/api/policies';
import { Panel } from '@/shared/ui/panel';
import { Failure, RowsSkeleton } from '@/shared/ui/states';
import { Notice } from '@/shared/ui/status';
import { ImportFacts } from './import-query';
import { ImportReport } from './import-report';

const ImportQuery = graphql(`query Import($id: ID!) { import(id: $id) { ...ImportFacts } }`, [ImportFacts]);

const PAUSE_MS = 1000;

/** An import while it goes on, asked for again and again; where no answer comes that is said, and it is still asked for. */
export function Running({ id }: { id: string }) {
  const [{ data, error }, again] = useQuery({ query: ImportQuery, variables: { id } });
  // An answer that fails takes the one before it away.
  const last = useRef<ImportFacts>(undefined);
  if (data?.import) last.current = data.import;
  const running = last.current;
  const over = running?.state === 'DONE' || running?.state === 'FAILED';
  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => again(anew), PAUSE_MS);
    return () => clearInterval(timer);
  }, [over, again]);
  const retry = () => again(anew);
  if (running) {
    return (
      <>
        {error && !over && (
          <Notice tone="warn" alert>
            <Group gap="xs">
              <span>How far it is could not be loaded: {troubleOf(error).message}</span>
              <Button size="compact-sm" variant="default" onClick={retry}>
                Try again
              </Button>
            </Group>
          </Notice>
        )}
        <ImportReport of={running} />
      </>
    );
  }
  return (
    <Panel title="Import">
      {error ? (
        <Failure error={error} retry={retry} />
      ) : data ? (
        <Notice tone="warn">This import is not known any more.</Notice>
      ) : (
        <RowsSkeleton rows={3} />
      )}
    </Panel>
  );
}
