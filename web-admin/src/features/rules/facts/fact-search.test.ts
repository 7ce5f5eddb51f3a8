import { describe, expect, it } from 'vitest';
import { bySubject, fits, pushExample } from './fact-search';

const value = { key: 'order.value', subject: 'order', label: 'the order value', description: 'Before shipping' };
const tier = { key: 'custom.tier', subject: 'custom', label: 'the loyalty tier', description: '' };

describe('looking for a fact', () => {
  it('finds by key, words or description, in any case and order', () => {
    for (const typed of ['', 'ORDER.value', 'shipping', 'value order', '  before '])
      expect(fits(value, typed.trim())).toBe(true);
    expect(fits(value, 'order weight')).toBe(false);
  });

  it('finds by how it compares, whatever it is compared with', () => {
    const delivery = { ...value, label: 'delivery', operators: [{ label: 'was within' }] };
    expect(fits(delivery, 'within 30')).toBe(true);
    expect(fits(value, 'within 30')).toBe(false);
  });

  it('groups by what the facts speak of', () => {
    expect(bySubject([value, tier]).map((group) => group.heading)).toEqual(['The order', 'Your own']);
  });
});

describe('what an integrator sends', () => {
  it('names the owner that carries the attribute, and escapes its name', () => {
    expect(pushExample('ORDER', 'a "b"')).toContain('orderId');
    expect(pushExample('ORDER', 'a "b"')).toContain('name: "a \\"b\\""');
    expect(pushExample('SHOPPER', 'tier')).toContain('shopperId');
  });
});
