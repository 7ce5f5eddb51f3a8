type Named = { id: string; waterfall: { lines: readonly { kind: string }[] } };

/** What a refund is for, by what its amount is made of; an adjustment is of the refund that it adjusts. */
export function purpose({ waterfall }: Omit<Named, 'id'>): string {
  const has = (...kinds: string[]) => waterfall.lines.some((line) => kinds.includes(line.kind));
  if (has('ITEM')) return 'Refund of goods';
  if (has('GOODWILL')) return 'Goodwill';
  if (has('OUTBOUND_SHIPPING')) return 'Refund of shipping';
  if (has('RESTOCKING_FEE', 'LABEL_FEE')) return 'Refund of a fee';
  return 'Refund';
}

/** By id: what each refund of a return is called. Those that are for the same are counted, in the order they came. */
export function refundNames(refunds: readonly Named[]): Map<string, string> {
  const all = refunds.map(purpose);
  return new Map(
    refunds.map((refund, at) => {
      const name = all[at] ?? 'Refund';
      const alike = all.filter((each) => each === name).length;
      const nth = all.slice(0, at + 1).filter((each) => each === name).length;
      return [refund.id, alike > 1 ? `${name} ${nth}` : name];
    }),
  );
}
