import { isAList } from '@/shared/testing/list';
import { answers, withServer } from '@/shared/testing/server';
import { Home } from './home';

withServer();

isAList({
  name: 'latest returns',
  show: <Home />,
  before: () => void answers('Viewer', () => ({})),
  query: 'Home',
  answer: (returns) => ({ returns, returnCounts: {} }),
  rows: [
    { id: 'r1', rmaNumber: 'R-1001' },
    { id: 'r2', rmaNumber: 'R-1002' },
  ],
  reads: ['R-1001', 'R-1002'],
  empty: /^None yet\./,
});
