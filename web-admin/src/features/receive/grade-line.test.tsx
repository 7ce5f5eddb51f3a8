import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { Grading } from './grade-line';
import type { Draft } from './grading';
import type { Line, ReceiptFacts } from './receipt-query';

withServer();

const receipt = { id: 'p1', lines: [] } as unknown as ReceiptFacts;
const came = { id: 'l1', title: 'Coat', received: 2, accepted: 0, refused: 0, grade: null, note: null };
let kept: Draft | undefined;

/** As its page has it: what is chosen is a draft there. */
function OfLine({ of }: { of: object }) {
  const [draft, setDraft] = useState<Draft>();
  kept = draft;
  const line = { ...came, disposition: null, ...of } as Line;
  return <Grading receipt={receipt} line={line} draft={draft} onDraft={setDraft} onSend={(sending) => sending} />;
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const field = (label: RegExp) => screen.getByLabelText(label);
const keep = 'Keep this grade';

test('a line is graded with what usually becomes of such goods; who refuses units says why', async () => {
  await shown(<OfLine of={{}} />);
  expect(screen.queryByRole('button', { name: keep })).toBeNull();
  await press('Used');
  expect(screen.getByRole('combobox', { name: /^What becomes/ })).toHaveValue('Refurbished');
  fill(field(/^Refused units/), '1');
  fill(field(/^Note/), 'Torn at the hem');
  expect(kept).toEqual({ grade: 'USED', disposition: 'REFURBISHED', refused: 1, note: 'Torn at the hem' });
  const grade = { lineId: 'l1', accepted: null, refused: 1, grade: 'USED', disposition: 'REFURBISHED' };
  await isSent({
    verb: keep,
    mutation: 'GradeItems',
    sent: { receiptId: 'p1', grades: [{ ...grade, note: 'Torn at the hem' }] },
    field: ['grades.note', /^Note/],
  });
  await waitFor(() => expect(kept).toBeUndefined());
});

test('units are not refused without a word why, and Enter sends what was typed', async () => {
  const sent = takes('GradeItems', {});
  const user = await shown(<OfLine of={{}} />);
  await press('Damaged');
  fill(field(/^Refused units/), '2');
  await press(keep);
  await waitFor(() => expect(field(/^Note/)).toHaveAccessibleDescription(/Say why these are refused/));
  expect(sent).toEqual([]);
  await user.type(field(/^Note/), 'Wet{Enter}');
  await waitFor(() => expect(sent).toMatchObject([{ grades: [{ refused: 2, note: 'Wet' }] }]));
});

const graded = { grade: 'AS_NEW', disposition: 'RESTOCKED', received: 1, accepted: 1 };

test('a known grade is told, and looking at it again sends nothing', async () => {
  const sent = takes('GradeItems', {});
  await shown(<OfLine of={graded} />);
  expect(screen.getByText(/As new · restocked/)).toBeInTheDocument();
  await press('Grade again');
  await press(keep);
  expect(await screen.findByRole('button', { name: 'Grade again' })).toBeInTheDocument();
  expect(sent).toEqual([]);
});

test('a unit that came after the grade gets the same one by a press', async () => {
  const sent = takes('GradeItems', {});
  await shown(<OfLine of={{ ...graded, received: 2 }} />);
  await press(keep);
  await waitFor(() => expect(sent).toMatchObject([{ grades: [{ lineId: 'l1', grade: 'AS_NEW' }] }]));
});
