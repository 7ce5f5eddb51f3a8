import type { ReactNode } from 'react';
import type { AnyVariables, UseQueryResponse } from 'urql';
import { anew } from '@/shared/api/policies';
import { Failure, RowsSkeleton } from './states';

type LoadedProps<Data, V extends AnyVariables> = {
  query: UseQueryResponse<Data, V>;
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
};

/** A query's three faces. Data that is there stays on screen while a newer answer is fetched. */
export function Loaded<Data, V extends AnyVariables>({ query, skeleton, children }: LoadedProps<Data, V>) {
  const [{ data, error, fetching }, again] = query;
  if (error && !fetching && !data) return <Failure error={error} retry={() => again(anew)} />;
  if (!data) return skeleton ?? <RowsSkeleton />;
  return children(data);
}
