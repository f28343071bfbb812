import { words } from '#core/base/text/words.ts';
import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

/** Orders from every country: the set of columns differs, and their names depend on the language. */
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
    orderedAt: words(
      'Sale Date, Verkauft am, Verkaufsdatum, Paid On Date, Zahlungsdatum, Bezahldatum',
    ),
    productId: ['Item Number', 'Artikelnummer'],
    sku: ['Custom Label', 'Custom Label (SKU)', 'Bestandseinheit'],
    title: ['Item Title', 'Angebotstitel', 'Artikelbezeichnung'],
    variant: ['Variation Details', 'Variantendetails'],
    quantity: ['Quantity', 'Anzahl', 'Stückzahl'],
    unitPrice: ['Sold For', 'Verkauft für', 'Sale Price', 'Verkaufspreis'],
  },
  needed: [['orderId'], ['orderedAt'], ['productId', 'title', 'sku'], ['quantity']],
};

/** Payments: sales are mixed with fees, postage labels and payouts, whose rows have no item. */
const TRANSACTIONS: ExportFormat<'order-lines'> = {
  id: 'ebay-transactions',
  platform: 'eBay',
  kind: 'order-lines',
  signatures: [
    ['Legacy order ID', 'Item subtotal'],
    ['Payout ID', 'Item subtotal'],
    ['Legacy order ID', 'Payout ID', 'Reason for hold'],
    ['Transaction creation date', 'Payout ID'],
    ['Datum der Transaktionserstellung', 'Typ'],
    ['Datum der Transaktionserstellung', 'Bestellnummer'],
  ],
  columns: {
    rowKind: ['Type', 'Typ'],
    orderId: ['Order number', 'Bestellnummer'],
    orderedAt: [
      ...['Transaction creation date', 'Transaction date'],
      'Datum der Transaktionserstellung',
    ],
    productId: ['Item ID', 'Artikelnummer', 'Artikelnr.'],
    sku: ['Custom label', 'Bestandseinheit'],
    title: ['Item title', 'Angebotstitel'],
    quantity: ['Quantity', 'Anzahl', 'Stückzahl'],
    // Without postage and taxes, which have columns of their own.
    lineTotal: ['Item subtotal', 'Zwischensumme Artikel'],
    refunded: ['Gross transaction amount', 'Transaktionsbetrag (inkl. Kosten)'],
  },
  needed: [['rowKind'], ['orderId'], ['orderedAt'], ['productId', 'title', 'sku'], ['quantity']],
  rowKinds: { lines: ['Order', 'Bestellung'], refunds: ['Refund', 'Rückerstattung'] },
};

export const EBAY_FORMATS: readonly AnyExportFormat[] = [ORDERS, TRANSACTIONS];
