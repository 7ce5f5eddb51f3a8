import { isAList } from '@/shared/testing/list';
import { withServer } from '@/shared/testing/server';
import { HalfDone } from './half-done';

withServer();

const parcel = (code: string) => ({ id: code, code, unitsToInspect: 2 });

isAList({
  name: 'parcels that are not closed',
  show: <HalfDone />,
  query: 'HalfDoneReceipts',
  answer: (openReceipts) => ({ openReceipts }),
  rows: [parcel('P-1'), parcel('P-2')],
  reads: ['P-1', 'P-2'],
  empty: 'No open parcels',
});

isAList({
  name: 'parcels that wait for inspection',
  show: <HalfDone />,
  query: 'HalfDoneReceipts',
  answer: (receiptsToInspect) => ({ receiptsToInspect }),
  rows: [parcel('P-1'), parcel('P-2')],
  reads: ['P-1', 'P-2'],
});
