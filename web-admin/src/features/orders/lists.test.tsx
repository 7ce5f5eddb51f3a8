import { isAList } from '@/shared/testing/list';
import { answers, withServer } from '@/shared/testing/server';
import { ImportPage } from './import';
import { OrderDetail } from './order-detail';
import { OrdersList } from './orders-list';

withServer();

const asksWho = () => void answers('Viewer', () => ({}));

isAList({
  name: 'orders',
  show: <OrdersList />,
  route: '/shell/orders',
  query: 'Orders',
  answer: (orders) => ({ orders }),
  rows: [
    { id: 'o1', number: '#1001' },
    { id: 'o2', number: '#1002' },
  ],
  reads: ['#1001', '#1002'],
  empty: 'No orders yet',
  on: 'Older',
});

isAList({
  name: 'earlier imports',
  show: <ImportPage />,
  query: 'Imports',
  answer: (imports) => ({ imports }),
  rows: [
    { id: 'm1', state: 'DONE', fileName: 'orders.csv' },
    { id: 'm2', state: 'DONE', fileName: 'products.csv' },
  ],
  reads: ['orders.csv', 'products.csv'],
  quiet: true,
});

isAList({
  name: 'lines of an order',
  show: <OrderDetail />,
  route: '/shell/orders/$orderId',
  address: '/orders/o1',
  before: asksWho,
  query: 'Order',
  answer: (lines) => ({ order: { id: 'o1', lines }, returnsOfOrder: [{ id: 'r1', rmaNumber: 'R-1001' }] }),
  rows: [
    { id: 'l1', title: 'Coat' },
    { id: 'l2', title: 'Hat' },
  ],
  reads: ['Coat', 'Hat'],
});

isAList({
  name: 'returns of an order',
  show: <OrderDetail />,
  route: '/shell/orders/$orderId',
  address: '/orders/o1',
  before: asksWho,
  query: 'Order',
  answer: (returnsOfOrder) => ({ order: { id: 'o1' }, returnsOfOrder }),
  rows: [
    { id: 'r1', rmaNumber: 'R-1001' },
    { id: 'r2', rmaNumber: 'R-1002' },
  ],
  reads: ['R-1001', 'R-1002'],
  empty: 'None so far.',
});
