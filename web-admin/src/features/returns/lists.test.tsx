import { isAList } from '@/shared/testing/list';
import { withServer } from '@/shared/testing/server';
import { RefundDocuments } from './refund-documents';
import { Refunds } from './refunds';
import { ReturnsList } from './returns-list';
import { ReviewQueue } from './review-queue';
import { Tasks } from './tasks';

withServer();

const returned = (rmaNumber: string) => ({ id: rmaNumber, rmaNumber, headline: 'NEEDS_REVIEW' });

isAList({
  name: 'returns',
  show: <ReturnsList />,
  route: '/shell/returns',
  query: 'Returns',
  answer: (returns) => ({ returns }),
  rows: [returned('R-1001'), returned('R-1002')],
  reads: ['R-1001', 'R-1002'],
  empty: 'No returns yet',
  on: 'Older',
});

isAList({
  name: 'what waits for review',
  show: <ReviewQueue />,
  query: 'ReviewQueue',
  answer: (reviewQueue) => ({ reviewQueue }),
  rows: [returned('R-1001'), returned('R-1002')],
  reads: ['R-1001', 'R-1002'],
  empty: 'Nothing waits for you',
  on: 'Older',
});

const refund = (rmaNumber: string) => ({ id: `f-${rmaNumber}`, state: 'DUE', return: { id: rmaNumber, rmaNumber } });

isAList({
  name: 'refunds',
  show: <Refunds />,
  query: 'Refunds',
  answer: (refunds) => ({ refunds }),
  rows: [refund('R-1001'), refund('R-1002')],
  reads: ['R-1001', 'R-1002'],
  empty: 'No refund is due',
  on: 'Older',
});

const document = (number: string) => ({ id: number, number });

isAList({
  name: 'documents of refunds',
  show: <RefundDocuments />,
  query: 'RefundDocuments',
  answer: (refundDocuments) => ({ refundDocuments }),
  rows: [document('GS-1'), document('GS-2')],
  reads: ['GS-1', 'GS-2'],
  empty: /^No documents in/,
  on: 'Later',
});

isAList({
  name: 'tasks',
  show: <Tasks />,
  query: 'StaffTasks',
  answer: (staffTasks) => ({ staffTasks }),
  rows: [
    { id: 'k1', text: 'Send a coat' },
    { id: 'k2', text: 'Send a hat' },
  ],
  reads: ['Send a coat', 'Send a hat'],
  empty: 'Nothing to do',
  on: 'Older',
});
