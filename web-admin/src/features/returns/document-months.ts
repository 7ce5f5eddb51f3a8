/** A month as the books name it: `2026-11`. */
export type Month = string;

/** This month and those before it, the newest first. */
export function monthsBack(today: Date, how: number): Month[] {
  return Array.from({ length: how }, (_, back) => {
    const month = new Date(today.getFullYear(), today.getMonth() - back, 1);
    return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`;
  });
}

/** The first and the last day. */
export function daysOf(month: Month): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(year, number, 0).getDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}

export function monthText(month: Month, locale?: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(new Date(year, number - 1, 1));
}

/** Where the server writes a month's documents. */
export function csvPathOf(month: Month): string {
  const { from, to } = daysOf(month);
  return `/refund-documents.csv?from=${from}&to=${to}`;
}
