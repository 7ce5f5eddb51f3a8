import { isAList } from '@/shared/testing/list';
import { answers, withServer } from '@/shared/testing/server';
import { ApiClients } from './api-clients';
import { Audit } from './audit';
import { Invitations } from './invitations';
import { Privacy } from './privacy';
import { Reasons } from './reasons';
import { Sessions } from './sessions';
import { Staff } from './staff';
import { Tracking } from './tracking';

withServer();

const people = ['Olga', 'Pavel'] as const;
const person = (name: string) => ({ id: name, personId: name, name, email: `${name}@b.example`, role: 'AGENT' });

isAList({
  name: 'reasons',
  show: <Reasons />,
  before: () => void answers('Viewer', () => ({})),
  query: 'ReturnReasons',
  answer: (returnReasons) => ({ returnReasons }),
  rows: [
    { id: 'a', text: 'Too small' },
    { id: 'b', text: 'Torn' },
  ],
  reads: ['Too small', 'Torn'],
});

isAList({
  name: 'the team',
  show: <Staff />,
  before: () => {
    answers('Viewer', () => ({ viewer: { id: 'p1' } }));
    answers('Invitations', () => ({}));
  },
  query: 'Staff',
  answer: (staff) => ({ staff }),
  rows: [person(people[0]), person(people[1])],
  reads: [...people],
});

isAList({
  name: 'open invitations',
  show: <Invitations />,
  query: 'Invitations',
  answer: (invitations) => ({ invitations }),
  rows: [person(people[0]), person(people[1])],
  reads: ['Olga@b.example', 'Pavel@b.example'],
  quiet: true,
});

isAList({
  name: 'where one is signed in',
  show: <Sessions />,
  query: 'OwnSessions',
  answer: (sessions) => ({ viewer: { id: 'p1', sessions } }),
  rows: [
    { id: 's1', device: 'Firefox on Linux', current: true },
    { id: 's2', device: 'Safari on iPhone' },
  ],
  reads: ['Firefox on Linux', 'Safari on iPhone'],
});

isAList({
  name: 'programs that may call the API',
  show: <ApiClients />,
  query: 'ApiClients',
  answer: (apiClients) => ({ apiClients }),
  rows: [
    { id: 'a', name: 'Warehouse' },
    { id: 'b', name: 'Old shop' },
  ],
  reads: ['Warehouse', 'Old shop'],
  empty: 'No program may call the API yet',
});

isAList({
  name: 'who did what',
  show: <Audit />,
  query: 'Audit',
  answer: (auditEntries) => ({ auditEntries }),
  rows: [
    { id: 'a', actorName: 'Olga', action: 'policy.published', detail: { number: 3 } },
    { id: 'b', actorName: 'Pavel', action: 'reason.created' },
  ],
  reads: ['Olga', 'Pavel'],
  empty: 'Nothing on record yet',
  on: 'Older',
});

isAList({
  name: 'what carriers said',
  show: <Tracking />,
  before: () => void answers('TrackingEndpoint', () => ({})),
  query: 'CarrierMessages',
  answer: (carrierMessages) => ({ carrierMessages }),
  rows: [
    { id: 'a', trackingNumber: 'JJD-1' },
    { id: 'b', trackingNumber: 'JJD-2' },
  ],
  reads: ['JJD-1', 'JJD-2'],
  empty: 'Nothing heard yet',
  on: 'Older',
});

isAList({
  name: 'what the nights took away',
  show: <Privacy />,
  query: 'Privacy',
  answer: (retentionNights) => ({ retentionNights }),
  rows: [{ night: '2026-11-29' }, { night: '2026-11-28' }],
  reads: ['2026-11-29', '2026-11-28'],
  empty: /^No night has passed yet/,
});
