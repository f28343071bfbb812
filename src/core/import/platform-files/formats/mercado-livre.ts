import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

const SALES: ExportFormat<'order-lines'> = {
  id: 'mercado-livre-sales',
  platform: 'Mercado Livre',
  kind: 'order-lines',
  signatures: [
    ['N.º de venda', 'Data da venda'],
    ['N.° de venda', 'Data da venda'],
    ['N.º de venda', '# de anúncio'],
    ['Data da venda', 'Título do anúncio'],
    ['Título do anúncio', 'Receita por produtos (*)'],
    ['# de venta', 'Fecha de venta'],
    ['# de venta', '# de publicación'],
    ['Fecha de venta', 'Título de la publicación'],
  ],
  columns: {
    orderId: ['N.º de venda', 'N.° de venda', '# de venta'],
    orderedAt: ['Data da venda', 'Fecha de venta'],
    status: ['Estado'],
    productId: ['# de anúncio', '# de publicación'],
    sku: ['SKU'],
    title: ['Título do anúncio', 'Título de la publicación'],
    variant: ['Variação', 'Variante'],
    quantity: ['Unidades'],
    unitPrice: [
      ...['Preço unitário de venda do anúncio (*)'],
      ...['Precio unitario de venta de la publicación (*)'],
    ],
    lineTotal: ['Receita por produtos (*)', 'Ingresos por productos (*)'],
    channel: ['Canal de venda', 'Canal de venta'],
    refunded: ['Cancelamentos e reembolsos (*)', 'Anulaciones y reembolsos (*)'],
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'productId', 'sku'], ['quantity']],
  notSold: [
    ...['cancelad', 'venda cancelada', 'você cancelou', 'pacote cancelado'],
    ...['venta cancelada', 'cancelaste', 'paquete cancelado'],
    // A row that sums up those below it.
    ...['pacote de', 'paquete de'],
  ],
};

export const MERCADO_LIVRE_FORMATS: readonly AnyExportFormat[] = [SALES];
