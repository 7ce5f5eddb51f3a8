import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { expect, test } from 'vitest';
import { ApproveMutation } from '@/features/returns/decide';
import { ReturnQuery } from '@/features/returns/return-query';
import { ReturnRow } from '@/features/returns/return-row';
import { graphql } from '@/shared/api/graphql';
import { touched } from '@/shared/api/touched';
import { useSession } from '@/shared/session/session';
import { answers, holds, signs, takes, withServer } from '@/shared/testing/server';
import { shown } from '@/shared/testing/shown';

withServer();

const ListQuery = graphql(`query List { returns(first: 5) { edges { node { ...ReturnRow } } } }`, [ReturnRow]);
const PageQuery = graphql(`query Page { return(id: "r1") { id headline timeline { sequence text } } }`);
const QueueQuery = graphql(`query Queue($first: Int!) { reviewQueue(first: $first) { edges { node { id } } } }`);
const VersionsQuery = graphql(`
  query Rules {
    policyVersions(first: 2) { edges { node { id rules { id name } } } }
    policy { draft { version rules { id name } } }
  }
`);
const PartlyMutation = graphql(`
  mutation ApproveItems($input: ApproveItemsInput!) {
    approveItems(input: $input) { return { id headline } userErrors { field message code } }
  }
`);

function List() {
  const [{ data }] = useQuery({ query: ListQuery });
  return <p>List: {data?.returns.edges.map((each) => each?.node.headline).join() ?? 'loading'}</p>;
}
function Page() {
  const [{ data }] = useQuery({ query: PageQuery });
  const [, approve] = useMutation(PartlyMutation);
  const send = () => approve({ input: { returnId: 'r1', version: 1, items: [] } });
  return (
    <button type="button" onClick={send}>
      Page: {data?.return?.headline}, {data?.return?.timeline.map((each) => each.text).join()}
    </button>
  );
}
function Queue({ first }: { first: number }) {
  const [{ data }] = useQuery({ query: QueueQuery, variables: { first } });
  return <p>{data ? `Queue: ${data.reviewQueue.edges.length}` : 'Queue'}</p>;
}
/** As the app has it: what its page shows of a return, what a decision answers, and what a row of its lists shows. */
function Decided() {
  const [{ data }] = useQuery({ query: ReturnQuery, variables: { id: 'r1' } });
  const [, approve] = useMutation(ApproveMutation);
  const send = () => approve({ input: { returnId: 'r1', version: 1, items: [] } });
  return (
    <button type="button" onClick={send}>
      Page: {data?.return?.headline}
    </button>
  );
}
function Behind() {
  const [at, setAt] = useState<'list' | 'page'>('list');
  return (
    <>
      <button type="button" onClick={() => setAt(at === 'list' ? 'page' : 'list')}>
        Go
      </button>
      {at === 'list' ? <List /> : <Decided />}
    </>
  );
}

const row = (headline: string) => ({ id: 'r1', rmaNumber: 'R-1001', headline, items: [{ id: 'i1' }] });

test('a return that is decided on its page is decided in the list behind, before anything is asked again', async () => {
  const lists = answers('List', () => ({ returns: [row('NEEDS_REVIEW')] }));
  const pages = answers('Return', () => ({ return: row('NEEDS_REVIEW') }));
  takes('ApproveItems', { return: row('APPROVED') });
  const user = await shown(<Behind />);
  expect(await screen.findByText('List: NEEDS_REVIEW')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Go' }));
  await user.click(await screen.findByRole('button', { name: 'Page: NEEDS_REVIEW' }));
  await screen.findByRole('button', { name: 'Page: APPROVED' });
  expect([lists.length, pages.length]).toEqual([1, 1]);
  const letGo = holds('List', () => ({ returns: [row('APPROVED')] }));
  await user.click(screen.getByRole('button', { name: 'Go' }));
  expect(screen.getByText('List: APPROVED')).toBeInTheDocument();
  letGo();
});

test('what a mutation does not tell of a thing is asked again where it is shown, and what it touches; else nothing', async () => {
  const pages = answers('Page', () => ({ return: { ...row('NEEDS_REVIEW'), timeline: [] } }));
  const queues = answers('Queue', () => ({ reviewQueue: [row('NEEDS_REVIEW')] }));
  const lists = answers('List', () => ({ returns: [row('NEEDS_REVIEW')] }));
  takes('ApproveItems', { return: row('APPROVED') });
  const user = await shown(
    <>
      <Page />
      <List />
      <Queue first={1} />
      <Queue first={2} />
    </>,
  );
  await waitFor(() => expect(screen.getAllByText('Queue: 1')).toHaveLength(2));
  await user.click(await screen.findByRole('button', { name: /Page: NEEDS_REVIEW/ }));
  await waitFor(() => expect(queues.map(({ first }) => first)).toEqual([1, 2, 1, 2]));
  await waitFor(() => expect(pages).toHaveLength(2));
  expect(lists.length).toBeLessThan(3);
});

test('a mutation that is refused changes nothing and asks for nothing', async () => {
  const pages = answers('Page', () => ({ return: { ...row('NEEDS_REVIEW'), timeline: [] } }));
  const queues = answers('Queue', () => ({ reviewQueue: [] }));
  const refused = { field: null, message: 'No.', code: 'STALE' };
  const sent = takes('ApproveItems', { return: null, userErrors: [refused] });
  const user = await shown(
    <>
      <Page />
      <Queue first={1} />
    </>,
  );
  await screen.findByText('Queue: 0');
  await user.click(await screen.findByRole('button', { name: /Page: NEEDS_REVIEW/ }));
  await waitFor(() => expect(sent).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: /Page: NEEDS_REVIEW/ }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect([pages.length, queues.length]).toEqual([1, 1]);
});

function Rules() {
  const [{ data }] = useQuery({ query: VersionsQuery });
  const names = data?.policyVersions.edges.map((each) => each?.node.rules[0]?.name);
  return data ? <p>Rules: {[...(names ?? []), data.policy.draft?.rules[0]?.name].join()}</p> : null;
}

test('a rule keeps its id from version to version, and each version its own words of it', async () => {
  const rule = (name: string) => [{ id: 'rule-1', name }];
  const versions = [
    { id: 'v1', rules: rule('First') },
    { id: 'v2', rules: rule('Second') },
  ];
  answers('Rules', () => ({ policyVersions: versions, policy: { draft: { version: 1, rules: rule('Third') } } }));
  await shown(<Rules />);
  expect(await screen.findByText('Rules: First,Second,Third')).toBeInTheDocument();
});

function Tenants() {
  const { facts, switchTenant } = useSession();
  return (
    <>
      <button type="button" onClick={() => void switchTenant('t2')}>
        Switch from {facts?.tenantId}
      </button>
      <List />
    </>
  );
}

test('nothing that is known of one merchant is there under another, not even until the answer comes', async () => {
  answers('List', () => ({ returns: [row('NEEDS_REVIEW')] }));
  const user = await shown(<Tenants />);
  expect(await screen.findByText('List: NEEDS_REVIEW')).toBeInTheDocument();
  const letGo = holds('List', () => ({ returns: [] }));
  signs({ tenantId: 't2' });
  await user.click(screen.getByRole('button', { name: 'Switch from t1' }));
  await screen.findByRole('button', { name: 'Switch from t2' });
  expect(screen.getByText('List: loading')).toBeInTheDocument();
  letGo();
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

test('of every mutation that is sent it is said what it touches', () => {
  const sent = sources(join(import.meta.dirname, '../features')).flatMap((text) =>
    [...text.matchAll(/mutation \w+\([^)]*\) \{\s*(\w+)\(/g)].map((found) => found[1] ?? ''),
  );
  expect(sent.length).toBeGreaterThan(60);
  expect(sent.filter((name) => !(name in touched))).toEqual([]);
});
