import { Anchor, Code, List, Stack, Text } from '@mantine/core';
import { download } from '@/shared/ui/download';
import { Table } from '@/shared/ui/table';

const exports = [
  { shop: 'Shopify', how: 'Orders › Export › “Export as plain CSV”. Needs no mapping.' },
  {
    shop: 'WooCommerce',
    how: 'The plugin Advanced Order Export, one row per product; or Customer/Order Export. The Analytics file has no prices.',
  },
  {
    shop: 'Magento',
    how: 'An order export with a row per item (increment_id, sku, name, qty_ordered, price). The list of orders names no products.',
  },
  { shop: 'BigCommerce', how: 'Orders › Export all orders › the default template, as CSV.' },
  {
    shop: 'PrestaShop',
    how: 'Advanced Parameters › Database › SQL Manager: add the query below and export its result.',
  },
  { shop: 'Etsy', how: 'Settings › Options › Download Data › “Order Items”. “Orders” names no products.' },
];

const columns = [
  { name: 'Order number', needed: 'yes', how: 'Rows with the same number are one order, wherever they stand.' },
  {
    name: 'Date of the order',
    needed: 'yes',
    how: '2026-03-29, 29.03.2026, 03/29/2026 or Mar 29, 2026; a time may follow.',
  },
  { name: 'Product or SKU', needed: 'yes', how: 'One product a row.' },
  { name: 'Price of one, or line total', needed: 'yes', how: '1,049.90 or 1.049,90, the same way in the whole file.' },
  { name: 'Quantity', needed: '', how: 'A whole number; without the column, 1.' },
  { name: 'E-mail, postcode', needed: '', how: 'One of them lets shoppers open their order.' },
  {
    name: 'Status, or shipped on',
    needed: '',
    how: 'Without, an order counts as not shipped, and nothing of it can come back.',
  },
  { name: 'Order total, shipping, taxes, discount', needed: '', how: 'So that refunds are right to the cent.' },
  { name: 'Currency', needed: '', how: 'A code like EUR; else one for the whole file.' },
];

const template = `Order number,Date,E-mail,Status,Currency,Product,SKU,Quantity,Price,Shipping,Taxes,Discount,Total,Postcode,Country
1001,2026-10-01,shopper@example.com,shipped,EUR,Wool shirt,SHIRT-M,2,30.00,4.90,0.00,0.00,89.90,10115,DE
1001,2026-10-01,shopper@example.com,shipped,EUR,Scarf,SCARF,1,25.00,4.90,0.00,0.00,89.90,10115,DE
`;

const query = `SELECT o.id_order, o.reference, o.date_add, osl.name AS status, cu.iso_code AS currency, o.payment,
  o.total_paid_tax_incl, o.total_shipping_tax_incl, o.total_discounts_tax_incl,
  o.total_paid_tax_incl - o.total_paid_tax_excl AS total_tax, c.email, c.firstname, c.lastname,
  a.address1, a.address2, a.city, a.postcode, co.iso_code AS country, d.id_order_detail,
  d.product_name, d.product_reference, d.product_quantity, d.unit_price_tax_incl
FROM ps_orders o
JOIN ps_order_detail d ON d.id_order = o.id_order
JOIN ps_customer c ON c.id_customer = o.id_customer
JOIN ps_currency cu ON cu.id_currency = o.id_currency
JOIN ps_address a ON a.id_address = o.id_address_delivery
JOIN ps_country co ON co.id_country = a.id_country
JOIN ps_order_state_lang osl ON osl.id_order_state = o.current_state AND osl.id_lang = o.id_lang
ORDER BY o.id_order`;

/** What a file of orders may be, for whoever has one or makes one. */
export function FileHelp() {
  return (
    <details>
      <summary style={{ cursor: 'pointer', padding: '6px 0' }}>Which files fit</summary>
      <Stack pt="xs">
        <Table
          label="Exports of shop systems"
          rows={exports}
          keyOf={(row) => row.shop}
          columns={[
            { name: 'Shop', cell: (row) => row.shop },
            { name: 'How to export', cell: (row) => row.how },
          ]}
        />
        <Text>
          Any other file will do that has these columns, under whatever names and in any order.{' '}
          <Anchor component="button" type="button" onClick={() => download('orders-template.csv', template)}>
            Download a template
          </Anchor>
        </Text>
        <Table
          label="Columns of a file of orders"
          rows={columns}
          keyOf={(row) => row.name}
          columns={[
            { name: 'Column', cell: (row) => row.name },
            { name: 'Needed', wide: true, cell: (row) => row.needed },
            { name: 'Written', cell: (row) => row.how },
          ]}
        />
        <List size="sm">
          <List.Item>
            CSV in UTF-8, parted by commas, semicolons, tabs or bars; a first line sep=; is understood.
          </List.Item>
          <List.Item>
            Texts with a separator, a quote or a line break stand in quotes; a quote inside is written twice.
          </List.Item>
          <List.Item>
            Blank rows and rows of totals are passed over. A row that cannot be read is named, the others are taken.
          </List.Item>
          <List.Item>
            Do not save the file in Excel before: it rounds long ids to 5.93214E+12 and drops the zeros of postcodes.
          </List.Item>
        </List>
        <div>
          <Text size="sm" mb={4}>
            The query for PrestaShop (where your tables do not begin with ps_, change that):
          </Text>
          <Code block tabIndex={0} aria-label="Query for PrestaShop">
            {query}
          </Code>
        </div>
      </Stack>
    </details>
  );
}
