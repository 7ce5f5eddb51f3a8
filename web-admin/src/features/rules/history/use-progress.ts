import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { follow } from '@/shared/api/events';
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
    const stop = new AbortController();
    const watch = async () => {
      while (!stop.signal.aborted) {
        await follow(ProgressSubscription, { id }, (data) => setLatest(data.backTestProgress), stop.signal);
        if (stop.signal.aborted) return;
        const asked = await client.query(BackTestQuery, { id }, { requestPolicy: 'network-only' }).toPromise();
        if (asked.data?.backTest && !stop.signal.aborted) {
          setLatest(asked.data.backTest);
          if (!isUnderWay(asked.data.backTest)) return;
        }
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    };
    void watch();
    return () => stop.abort();
  }, [id, watching, client]);
  return test;
}
