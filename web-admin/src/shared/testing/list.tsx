import { screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { page } from './completed';
import { answers, fails, holds } from './server';
import { shown } from './shown';

type ListCase = {
  name: string;
  show: ReactNode;
  /** Where the app shows it, if it asks the address for something. */
  route?: string;
  address?: string;
  query: string;
  /** The answer with these rows; a list of rows or a page of it. */
  answer: (rows: unknown) => Record<string, unknown>;
  rows: [unknown, unknown];
  /** What is to be read of them. */
  reads: [string | RegExp, string | RegExp];
  /** What is said where there are none. Left out: then it is not shown, or has always some. */
  empty?: string | RegExp;
  /** Left out: it has no further page. */
  on?: string;
  /** What else the page asks. */
  before?: () => void;
  /** What leads to it. */
  then?: (user: Awaited<ReturnType<typeof shown>>) => Promise<void>;
  /** Left out where the page comes with something else first. */
  quiet?: true;
};

/** What each list does: waits in its shape, shows its rows and the next ones, says what it is for, and owns up and tries again. */
export function isAList(of: ListCase): void {
  const opened = async () => {
    of.before?.();
    const user = await shown(of.show, {
      ...(of.route ? { route: of.route } : {}),
      ...(of.address ? { address: of.address } : {}),
    });
    await of.then?.(user);
    return user;
  };
  const [first, second] = of.rows;

  test(`${of.name}: waits in its shape, then shows what there is`, async () => {
    const letGo = holds(of.query, () => of.answer([first, second]));
    await opened();
    if (!of.quiet) expect(screen.getAllByRole('status', { name: 'Loading' }).length).toBeGreaterThan(0);
    letGo();
    expect((await screen.findAllByText(of.reads[0])).length).toBeGreaterThan(0);
    expect(screen.getAllByText(of.reads[1]).length).toBeGreaterThan(0);
  });

  test(`${of.name}: where it cannot be loaded it says so, with the id to quote, and tries again when asked`, async () => {
    fails(of.query);
    const user = await opened();
    const failure = await screen.findByRole('alert');
    expect(failure).toHaveTextContent('It broke.');
    expect(failure).toHaveTextContent('id-7');
    answers(of.query, () => of.answer([first, second]));
    await user.click(within(failure).getByRole('button', { name: 'Try again' }));
    expect((await screen.findAllByText(of.reads[0])).length).toBeGreaterThan(0);
  });

  if (of.empty !== undefined) {
    test(`${of.name}: where there is nothing, it is said`, async () => {
      answers(of.query, () => of.answer([]));
      await opened();
      expect(await screen.findByText(of.empty as string)).toBeInTheDocument();
    });
  }

  const on = of.on;
  if (on !== undefined) {
    test(`${of.name}: the next page is asked for by its cursor, and there is a way back`, async () => {
      const asked = answers(of.query, ({ after }) => of.answer(after ? page([second]) : page([first], 'cursor-1')));
      const user = await opened();
      expect((await screen.findAllByText(of.reads[0])).length).toBeGreaterThan(0);
      await user.click(screen.getByRole('button', { name: on }));
      expect((await screen.findAllByText(of.reads[1])).length).toBeGreaterThan(0);
      expect(asked.map(({ after }) => after ?? null)).toContain('cursor-1');
      expect(screen.getByText('Page 2')).toBeInTheDocument();
      expect(screen.getByRole('button', { name: on })).toBeDisabled();
    });
  }
}
