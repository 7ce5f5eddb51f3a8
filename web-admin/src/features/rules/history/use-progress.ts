import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { anew } from '@/shared/api/policies';
import { type BackTest, BackTestQuery, ProgressSubscription } from './back-test-query';
import { isUnderWay } from './telling';

const pause = 2_000;

/**
 * A back-test as it stands, while one looks: by events, and by asking every other second where those do not come through.
 * The server runs it on when nobody looks.
 */
export function useProgress(given: BackTest): BackTest {
  const client = useClient();
  const [latest, setLatest] = useState(given);
  const test = latest.id === given.id && isUnderWay(given) ? latest : given;
  const { id } = given;
  const watching = isUnderWay(test);
  useEffect(() => {
    if (!watching) return;
    let stopped = false;
    let follows: { unsubscribe: () => void } | undefined;
    /** Until the events end, break or are let go. */
    const ended = () =>
      new Promise<void>((resolve) => {
        follows = client.subscription(ProgressSubscription, { id }).subscribe(({ data, error, hasNext }) => {
          if (data && !stopped) setLatest(data.backTestProgress);
          if (error || !hasNext) resolve();
        });
      });
    const watch = async () => {
      while (!stopped) {
        await ended();
        if (stopped) return;
        const asked = await client.query(BackTestQuery, { id }, anew).toPromise();
        if (asked.data?.backTest && !stopped) {
          setLatest(asked.data.backTest);
          if (!isUnderWay(asked.data.backTest)) return;
        }
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    };
    void watch();
    return () => {
      stopped = true;
      follows?.unsubscribe();
    };
  }, [id, watching, client]);
  return test;
}
