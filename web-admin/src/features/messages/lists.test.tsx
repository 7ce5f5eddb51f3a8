import { isAList } from '@/shared/testing/list';
import { answers, withServer } from '@/shared/testing/server';
import { Ledger } from './ledger';
import { Moments } from './moments';

withServer();

const moment = (title: string, name: string) => ({ moment: name, title, audience: 'SHOPPER' });

isAList({
  name: 'what was sent',
  show: <Ledger />,
  route: '/shell/messages/ledger',
  before: () => void answers('Moments', () => ({ moments: [] })),
  query: 'Ledger',
  answer: (notifications) => ({ notifications }),
  rows: [
    { id: 'n1', title: 'We got your request' },
    { id: 'n2', title: 'Your refund is issued' },
  ],
  reads: ['We got your request', 'Your refund is issued'],
  empty: 'No messages here',
  on: 'Older',
});

isAList({
  name: 'moments of a return',
  show: <Moments />,
  before: () => {
    answers('NotificationCounts', () => ({}));
    answers('Viewer', () => ({}));
  },
  query: 'Moments',
  answer: (moments) => ({ moments }),
  rows: [moment('Requested', 'RETURN_REQUESTED'), moment('Approved', 'RETURN_APPROVED')],
  reads: ['Requested', 'Approved'],
});
