import { useCallback } from 'react';
import { type Outcome, useAct, useKey } from '@/shared/api/act';
import { graphql, type ResultOf, type VariablesOf } from '@/shared/api/graphql';
import { ImportFacts } from './import-query';

const StartMutation = graphql(
  `mutation StartImport($input: StartImportInput!) {
    startImport(input: $input) { import { ...ImportFacts } userErrors { field message code } }
  }`,
  [ImportFacts],
);

export type Started = Pick<ResultOf<typeof StartMutation>['startImport'], 'import'>;
type Wanted = Omit<VariablesOf<typeof StartMutation>['input'], 'idempotencyKey'>;

/** Starts an import, the same one once; what is wrong with the file itself is said of the field it was chosen in. */
export function useStart(): (wanted: Wanted) => Promise<Outcome<Started>> {
  const [start] = useAct(StartMutation);
  const key = useKey();
  return useCallback(
    async (wanted) => {
      const outcome = await start({ input: { ...wanted, idempotencyKey: key(wanted) } });
      if (!outcome.refused) return outcome;
      const named = outcome.refused.map((each) =>
        each.field?.at(-1) === 'fileId' ? { ...each, field: ['file'] } : each,
      );
      return { refused: named };
    },
    [start, key],
  );
}
