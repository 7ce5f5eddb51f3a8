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
  await settled(page);
  await isSoundEverywhere(page, 'import-mapping-ready');

  await page.getByRole('button', { name: 'Import these orders' }).click();
  await expect(page.getByRole('heading', { name: 'Report on bestellungen.csv' })).toBeVisible();
  await expect(page.getByText('1 new')).toBeVisible();
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
