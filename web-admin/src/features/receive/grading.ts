import type { Line } from './receipt-query';

export const grades = ['AS_NEW', 'OPENED', 'USED', 'DAMAGED', 'DEFECTIVE', 'WRONG_ITEM'] as const;
export const dispositions = ['RESTOCKED', 'REFURBISHED', 'RECYCLED', 'DONATED', 'SCRAPPED', 'SENT_BACK'] as const;

/** What usually becomes of goods in this condition; the clerk may choose otherwise. */
export const usual = {
  AS_NEW: 'RESTOCKED',
  OPENED: 'RESTOCKED',
  USED: 'REFURBISHED',
  DAMAGED: 'SCRAPPED',
  DEFECTIVE: 'REFURBISHED',
  WRONG_ITEM: 'SENT_BACK',
} as const satisfies Record<(typeof grades)[number], (typeof dispositions)[number]>;

/** What the clerk chose for a line and the server does not know yet. */
export type Draft = {
  grade: NonNullable<Line['grade']>;
  disposition: NonNullable<Line['disposition']>;
  refused: number;
  note: string;
};

/** Drafts by line. They live on the page, so that counting on or closing the parcel keeps them. */
export type Drafts = Record<string, Draft | undefined>;

/** As the server takes it: all counted units that are not refused are accepted, the count that is still on its way too. */
export function graded(line: Line, draft: Draft) {
  return {
    lineId: line.id,
    accepted: null,
    refused: draft.refused,
    grade: draft.grade,
    disposition: draft.disposition,
    note: draft.note || null,
  };
}

/** The drafts that go with closing: of lines that have units, in the lines' order. */
export function pending(lines: readonly Line[], drafts: Drafts) {
  return lines.flatMap((line) => {
    const draft = drafts[line.id];
    return draft && line.received > 0 ? [graded(line, draft)] : [];
  });
}

/** Announced units that would still have no grade if the parcel were closed now. */
export function ungraded(lines: readonly Line[], drafts: Drafts): number {
  return lines
    .filter((line) => line.itemId !== null && !drafts[line.id])
    .reduce((sum, line) => sum + line.received - line.accepted - line.refused, 0);
}

/** Lines with more units than were expected. */
export function over(lines: readonly Line[]): Line[] {
  return lines.filter((line) => !line.unexpected && line.received > line.expected);
}

/** Lines of which units would be refused without a word why, were the parcel closed now. */
export function unsaid(lines: readonly Line[], drafts: Drafts): Line[] {
  return lines.filter(
    (line) => line.received > 0 && (drafts[line.id]?.refused ?? 0) > 0 && !drafts[line.id]?.note.trim(),
  );
}
