type Explained = { waterfall: { lines: readonly { kind: string }[] } };

const titles: Record<string, string> = {
  Goods: 'Refund of goods',
  Shipping: 'Refund of shipping',
  Fee: 'Refund of a fee',
  Correction: 'Refund',
};

/** What a refund is for, by what its amount is made of; an adjustment is of the refund that it adjusts. */
export function purpose({ waterfall }: Explained): string {
  const has = (...kinds: string[]) => waterfall.lines.some((line) => kinds.includes(line.kind));
  if (has('ITEM')) return 'Goods';
  if (has('GOODWILL')) return 'Goodwill';
  if (has('OUTBOUND_SHIPPING')) return 'Shipping';
  return has('RESTOCKING_FEE', 'LABEL_FEE') ? 'Fee' : 'Correction';
}

const titleOf = (refund: Explained) => titles[purpose(refund)] ?? purpose(refund);

/** By id: what each refund of a return is called. Those that are for the same are counted, in the order they came. */
export function refundNames(refunds: readonly (Explained & { id: string })[]): Map<string, string> {
  const all = refunds.map(titleOf);
  return new Map(
    refunds.map((refund, at) => {
      const name = titleOf(refund);
      const alike = all.filter((each) => each === name).length;
      const nth = all.slice(0, at + 1).filter((each) => each === name).length;
      return [refund.id, alike > 1 ? `${name} ${nth}` : name];
    }),
  );
}
