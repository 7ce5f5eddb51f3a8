import { describe, expect, it } from 'vitest';
import { amountOf } from '@/shared/format/money';
import { capsSentence } from './caps';

const off = { approvals: null, amount: null, days: 30, currency: 'EUR' };

describe('what the caps do, in a sentence', () => {
  it('says so when none is on', () => {
    expect(capsSentence(off)).toContain('No cap is on');
  });

  it('names the number and the period, one of each in the singular', () => {
    expect(capsSentence({ ...off, approvals: 5 })).toContain('at most 5 returns of one shopper in 30 days');
    expect(capsSentence({ ...off, approvals: 1, days: 1 })).toContain('at most 1 return of one shopper in 1 day ');
  });

  it('names the amount as the shop writes it, and stays general while one is typing', () => {
    expect(capsSentence({ ...off, amount: '200,5' })).toMatch(/goods worth €\s?200.50/);
    expect(capsSentence({ ...off, amount: '' })).toContain('goods worth the amount that you give');
    expect(capsSentence({ ...off, approvals: 2, amount: '9' })).toMatch(/2 returns, together worth at most €\s?9.00/);
  });
});

describe('a typed amount', () => {
  it('is read with comma or point', () => {
    expect(amountOf(' 12,50 ')).toBe('12.50');
    expect(amountOf('12.5')).toBe('12.5');
  });

  it('is none when it is nothing, nil or no number', () => {
    for (const typed of ['', '0', '-1', 'ten', '1.2.3']) expect(amountOf(typed)).toBeNull();
  });
});
