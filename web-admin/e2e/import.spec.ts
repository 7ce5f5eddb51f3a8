import { isSound, isSoundEverywhere, settled } from './look';
import { expect, test } from './signed-in';

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a file of any shop is read by a mapping that a person sees, mends and keeps', async ({ page }) => {
  const mark = `W-${Date.now()}`;
  await page.goto('/admin/orders/import');
  await settled(page);
  await page.getByText('Which files fit').click();
  await expect(page.getByText('SQL Manager').first()).toBeVisible();
  await isSoundEverywhere(page, 'import-help');
  await page.locator('input[type=file]').setInputFiles(
    file(
      'bestellungen.csv',
      `Auftrag;Bestelldatum;E-Mail;Artikel;Menge;Einzelpreis;Versandkosten;Gesamtbetrag;PLZ;Farbe
${mark}-1;03.04.2026;eva@example.com;Kanne;2;1.049,50;4,90;2.103,90;01067;blau
${mark}-2;05.06.2026;;"Tasse ""Emil""";1;12,00;0,00;12,00;;rot
${mark}-2;05.06.2026;;Löffel;zwei;3,00;;;;
`,
    ),
  );
  await page.getByRole('button', { name: 'Read this file' }).click();
  await expect(page.getByRole('heading', { name: 'Columns of bestellungen.csv' })).toBeVisible();

  // What cannot be told from the file stands at its place, and nothing is imported before it is said.
  await expect(page.getByText("Say which column holds the order's number")).toBeVisible();
  await expect(page.getByText('Day and month cannot be told apart here').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import these orders' })).toBeDisabled();
  await isSoundEverywhere(page, 'import-mapping-asks');

  await page.getByRole('combobox', { name: 'Order number' }).click();
  await page.getByRole('option', { name: 'Auftrag' }).click();
  await page.getByRole('combobox', { name: 'Dates are written' }).click();
  await page.getByRole('option', { name: /^Day first/ }).click();
  await expect(page.getByRole('region', { name: 'Preview of orders' })).toContainText('Kanne');
  await expect(page.getByText('is not a whole number')).toBeVisible();
  const silent = page.getByRole('region', { name: 'What this file does not tell' });
  await expect(silent).toContainText('how the orders were paid');
  await settled(page);
  await isSoundEverywhere(page, 'import-mapping-ready');

  await page.getByRole('button', { name: 'Import these orders' }).click();
  await expect(page.getByRole('heading', { name: 'Report on bestellungen.csv' })).toBeVisible();
  await expect(page.getByText('3 rows read. They tell of 1 order: 1 new.')).toBeVisible();
  await expect(page.getByText('1 order was not taken, for the reasons below.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Rows with problems' })).toContainText('Menge');
  await isSound(page);

  // The next file of these columns needs no more words.
  await page.locator('input[type=file]').setInputFiles(
    file(
      'mehr.csv',
      `Artikel;Menge;Einzelpreis;Versandkosten;Gesamtbetrag;PLZ;Farbe;Auftrag;Bestelldatum;E-Mail
Dose;1;5,00;0,00;5,00;10115;rot;${mark}-3;07.08.2026;eva@example.com
`,
    ),
  );
  await page.getByRole('button', { name: 'Read this file' }).click();
  await expect(page.getByText('As chosen before')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import these orders' })).toBeEnabled();
});

test('what a file lacks or contradicts is said before anything is imported', async ({ page }) => {
  const mark = `V-${Date.now()}`;
  await page.goto('/admin/orders/import');
  await settled(page);
  const choose = async (name: string, text: string) => {
    await page.locator('input[type=file]').setInputFiles(file(name, text));
    await page.getByRole('button', { name: 'Read this file' }).click();
  };

  // A first line that is cut off, and a file of no rows: words, and a way back.
  await choose(
    'cut-off.csv',
    'Order Number;Order Date;Item\n1;2026-03-29;Mug;1;9.00;9.00\n2;2026-03-29;Mug;1;9.00;9.00\n',
  );
  await expect(page.getByRole('alert')).toContainText('that line is cut off');
  await isSoundEverywhere(page, 'import-refused');
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await choose('empty.csv', 'Order Number;Order Date;Item;Item Cost\n');
  await expect(page.getByRole('alert')).toContainText('no rows below them');
  await page.getByRole('button', { name: 'Choose another file' }).click();

  // No shipping among the columns, and placeholders where a proof should stand.
  await choose(
    'plain.csv',
    `Order Number;Order Date;Customer Name;Item;Item Cost;Item Qty;Order Total;Zip
${mark}-1;2026-03-29;Ada Stein;Mug;9.00;2;22.90;00000
`,
  );
  const preview = page.getByRole('region', { name: 'Preview', exact: true });
  await expect(preview).toContainText(
    `Order ${mark}-1: its total is €4.90 more than its products, shipping and taxes.`,
  );
  await expect(preview).toContainText('Ada Stein · nothing opens it on the portal');
  await expect(page.getByRole('region', { name: 'What this file does not tell' })).toContainText(
    'No column tells the shipping paid. It counts as 0.00',
  );
  await expect(page.getByRole('combobox', { name: 'Price of one' })).toHaveValue('Item Cost');
  await settled(page);
  await isSoundEverywhere(page, 'import-mapping-lacks');

  // One column for two amounts is a contradiction.
  await page.getByRole('combobox', { name: 'Shipping', exact: true }).click();
  await page.getByRole('option', { name: 'Order Total' }).click();
  await expect(page.getByText('is already said to be')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import these orders' })).toBeDisabled();
  await page.getByRole('button', { name: 'Choose another file' }).click();

  // Very many rows, one of them bad: the report counts rows as rows and orders as orders.
  const rows = Array.from({ length: 2_400 }, (_, at) => {
    const order = Math.floor(at / 2);
    return `${mark}-M${order};2026-03-29;p${order % 40}@example.com;Mug ${at % 2};9.00;${at === 7 ? 'x' : 1};18.00;10115`;
  });
  await choose(
    'many.csv',
    `Order Number;Order Date;Email;Item;Item Cost;Item Qty;Order Total;Zip\n${rows.join('\n')}\n`,
  );
  await page.getByRole('button', { name: 'Import these orders' }).click();
  await expect(page.getByText('2,400 rows read. They tell of 1,199 orders: 1,199 new.')).toBeVisible();
  await expect(page.getByText('1 order was not taken')).toBeVisible();
  await expect(page.getByText('1,199 orders of this file').first()).toBeVisible();
  await settled(page);
  await isSoundEverywhere(page, 'import-report-many');
});
