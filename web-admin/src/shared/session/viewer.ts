import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { anew, once } from '@/shared/api/policies';
import { amountWanted, decimalsOf, percentOf, plainAmount, readAmount } from '@/shared/format/money';
import { useCan } from './session';

export const ViewerQuery = graphql(`
  query Viewer($returns: Boolean!, $messages: Boolean!) {
    returnCounts @include(if: $returns) { review refundsDue openTasks }
    notificationCounts @include(if: $messages) { failed }
    viewer {
      id
      email
      name
      totpEnabled
      role
      tenant { id version name slug portalUrl currency usualAmount { amount currencyCode } timeZone locale live missingForLive contactEmail }
      memberships { tenantId name slug role current }
    }
  }
`);

function useAsked() {
  const can = useCan();
  return { returns: can('returns:read'), messages: can('messages:read') };
}

/** The signed-in person and their merchant; asked once and answered from the cache wherever it is needed. */
export function useViewer() {
  const [{ data }] = useQuery({ query: ViewerQuery, variables: useAsked(), ...once });
  return data?.viewer;
}

/** How amounts of the shop's currency are typed. */
export function useShopAmounts() {
  const usual = useViewer()?.tenant.usualAmount;
  const decimals = usual ? decimalsOf(usual.amount) : 2;
  return {
    /** A part of what a hundred euros are to others, to begin an input with; nothing before it is known. */
    usual: (percent: number) => (usual ? percentOf(usual, percent) : ''),
    plain: (typed: string) => plainAmount(typed, decimals),
    /** Null for what cannot be read; then this is to be said. */
    read: (typed: string) => readAmount(typed, decimals),
    wanted: amountWanted(usual?.currencyCode ?? 'your currency', decimals),
  };
}

/** What waits, for the rail; comes with the first query of a page, and anew on every change of place: others work too. */
export function useCounts(place: string) {
  const [{ data }, again] = useQuery({ query: ViewerQuery, variables: useAsked(), ...once });
  const first = useRef(place);
  useEffect(() => {
    if (first.current === place) return;
    first.current = place;
    again(anew);
  }, [place, again]);
  return { ...data?.returnCounts, failed: data?.notificationCounts?.failed };
}
