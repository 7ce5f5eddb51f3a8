import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { answers, fails, holds, signs, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { TemplateEditor } from './template-editor';

withServer();

const words = { subject: 'Approved', body: 'Good news.', buttonLabel: 'Look' };
const older = { version: 3, ...words, subject: 'We approve', savedAt: '2026-11-01T10:00:00Z' };

function known(template: object = {}) {
  const all = { moment: 'APPROVED', version: 4, ...words, history: [older], ...template };
  return answers('Moments', () => ({ moments: [{ moment: 'APPROVED', title: 'Return approved', template: all }] }));
}

async function opened(template: object = {}) {
  answers('RecentReturns', () => ({}));
  holds('MessagePreview', () => ({}));
  known(template);
  const user = await shown(<TemplateEditor />, { route: '/shell/messages/$moment', address: '/messages/APPROVED' });
  await screen.findByLabelText('Subject');
  return user;
}

const button = (name: string) => screen.getByRole('button', { name });
const subject = () => screen.getByLabelText('Subject');

test('other words of a message are saved; what is wrong with them stands at the field', async () => {
  await opened();
  expect(button('Save these words')).toBeDisabled();
  fill(subject(), 'Good {{ news }');
  fill(screen.getByLabelText('Button'), 'See it');
  await isSent({
    verb: 'Save these words',
    mutation: 'SaveMessageTemplate',
    sent: { moment: 'APPROVED', version: 4, ...words, subject: 'Good {{ news }', buttonLabel: 'See it' },
    field: ['subject', /^Subject/],
    payload: { template: { moment: 'APPROVED', version: 5, ...words, subject: 'Good {{ news }' } },
  });
});

test('what is wrong with the text stands below it', async () => {
  const userErrors = [{ field: ['input', 'body'], message: 'Line 1: no end of {{.', code: 'INVALID' }];
  takes('SaveMessageTemplate', { userErrors });
  const user = await opened();
  await user.type(subject(), '!');
  await user.click(button('Save these words'));
  expect(await screen.findByText('Line 1: no end of {{.')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(subject()).toHaveValue('Approved!');
});

test('who writes what somebody else wrote meanwhile keeps the words, and loads the others when asked', async () => {
  takes('SaveMessageTemplate', { userErrors: [{ field: null, message: 'Stale.', code: 'STALE' }] });
  const user = await opened();
  fill(subject(), 'Mine');
  await user.click(button('Save these words'));
  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody saved other words meanwhile.');
  expect(subject()).toHaveValue('Mine');
  known({ version: 5, subject: 'Theirs' });
  await user.click(button('load theirs'));
  await waitFor(() => expect(subject()).toHaveValue('Theirs'));
});

test('earlier words are put into the fields, and saved only when somebody saves them', async () => {
  const sent = takes('SaveMessageTemplate', {});
  const user = await opened();
  await user.click(screen.getByRole('combobox', { name: /^Earlier words/ }));
  await user.click(await screen.findByRole('option', { name: /^Version 3/ }));
  expect(subject()).toHaveValue('We approve');
  expect(sent).toEqual([]);
  await user.click(button('Save these words'));
  await waitFor(() => expect(sent).toMatchObject([{ subject: 'We approve', version: 4 }]));
});

test('a test is sent with the words as they stand there', async () => {
  const sent = takes('SendTestMessage', { notification: { id: 'n1', recipient: 'o@b.example' } });
  const user = await opened();
  fill(subject(), 'Not saved yet');
  await user.click(button('Send me a test'));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ moment: 'APPROVED', returnId: null, ...words, subject: 'Not saved yet' });
});

test('whoever may not write messages reads them', async () => {
  signs({ scopes: ['messages:read'] });
  await opened();
  expect(subject()).toHaveAttribute('readonly');
  expect(screen.queryByRole('button', { name: 'Save these words' })).toBeNull();
});

test('where the words cannot be loaded it says so and tries again', async () => {
  fails('Moments');
  const user = await shown(<TemplateEditor />, { route: '/shell/messages/$moment', address: '/messages/APPROVED' });
  expect(await screen.findByRole('alert')).toHaveTextContent('It broke.');
  answers('RecentReturns', () => ({}));
  holds('MessagePreview', () => ({}));
  known();
  await user.click(button('Try again'));
  expect(await screen.findByLabelText('Subject')).toHaveValue('Approved');
});
