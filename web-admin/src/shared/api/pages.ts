import { useState } from 'react';

/** Keyset paging through signed cursors: the way back is the stack of cursors that led here. */
export function usePages(resetOn: string) {
  const [stack, setStack] = useState<{ key: string; cursors: string[] }>({ key: resetOn, cursors: [] });
  const cursors = stack.key === resetOn ? stack.cursors : [];
  return {
    after: cursors.at(-1) ?? null,
    page: cursors.length + 1,
    next: (cursor: string) => setStack({ key: resetOn, cursors: [...cursors, cursor] }),
    previous: () => setStack({ key: resetOn, cursors: cursors.slice(0, -1) }),
  };
}

export type Pages = ReturnType<typeof usePages>;

/** The nodes of a connection, without the wrapping. */
export function nodesOf<T>(connection: { edges: readonly ({ node: T } | null)[] } | null | undefined): T[] {
  return (connection?.edges ?? []).flatMap((edge) => (edge ? [edge.node] : []));
}
