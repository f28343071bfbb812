import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

/** Of every country: the columns differ, their names only with the language. */
const ORDERS: ExportFormat<'order-lines'> = {
  id: 'ebay-orders',
  platform: 'eBay',
  kind: 'order-lines',
  signatures: [
    ['Sales Record Number'],
    ['Order Number', 'Item Number', 'Custom Label'],
    ['Order Number', 'Buyer Username', 'Item Title'],
    ['Item Title', 'Sold For'],
    ['Verkaufsprotokollnummer'],
    ['Bestellnummer', 'Angebotstitel'],
    ['Angebotstitel', 'Verkauft für'],
    ['Bestellnummer', 'Nutzername des Käufers'],
  ],
  columns: {
    orderId: ['Order Number', 'Bestellnummer', 'Sales Record Number', 'Verkaufsprotokollnummer'],
    orderedAt: [
      ...['Sale Date', 'Verkauft am', 'Verkaufsdatum'],
      ...['Paid On Date', 'Zahlungsdatum', 'Bezahldatum'],
    ],
    productId: ['Item Number', 'Artikelnummer'],
    sku: ['Custom Label', 'Custom Label (SKU)', 'Bestandseinheit'],
    title: ['Item Title', 'Angebotstitel', 'Artikelbezeichnung'],
    variant: ['Variation Details', 'Variantendetails'],
    quantity: ['Quantity', 'Anzahl', 'Stückzahl'],
    unitPrice: ['Sold For', 'Verkauft für', 'Sale Price', 'Verkaufspreis'],
  },
  needed: [['orderId'], ['orderedAt'], ['productId', 'title', 'sku'], ['quantity']],
};

export const EBAY_FORMATS: readonly AnyExportFormat[] = [ORDERS];
