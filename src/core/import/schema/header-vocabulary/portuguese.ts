import { words } from '#core/base/text/words.ts';
import type { FieldWords } from './vocabulary.ts';

export const PORTUGUESE: FieldWords = {
  productId: [
    ...['codigo do produto', 'codigo', 'id do produto', 'referencia', 'cod produto'],
    ...['codigo sku', 'codigo do artigo', 'id do anuncio'],
  ],
  title: [
    ...['nome do produto', 'titulo do produto', 'titulo', 'titulo do anuncio', 'nome'],
    ...['produto', 'nome do artigo', 'artigo', 'descricao do produto', 'descricao'],
  ],
  category: words(
    'categoria, categoria do produto, categorias, tipo de produto, departamento, familia, secao',
  ),
  brand: ['marca', 'fabricante', 'fornecedor'],
  listPrice: [
    ...['preco de tabela', 'preco de lista', 'preco original', 'preco cheio'],
    ...['preco normal', 'preco regular', 'preco sugerido', 'preco', 'preco unitario'],
  ],
  unitCost: [
    ...['custo unitario', 'custo', 'preco de custo', 'custo do produto'],
    ...['custo por unidade', 'preco de compra', 'custo de aquisicao'],
  ],
  launchDate: [
    ...['data de lancamento', 'data do lancamento', 'lancamento', 'data de inicio'],
    ...['inicio das vendas', 'data de publicacao', 'data de criacao', 'primeira venda'],
    ...['data da primeira venda', 'disponivel desde', 'data de estreia', 'data'],
  ],
  channel: words(
    'canal de venda, canal de vendas, canal, loja, plataforma, marketplace, canal de lancamento',
    'local de venda, plataforma de venda, onde vendido, onde foi vendido, vendido em',
  ),
  promotion: words(
    'promocao, oferta, cupom, cupao, tipo de promocao, campanha, codigo de desconto',
    'tipo de oferta, desconto',
  ),
  salePrice: [
    ...['preco de venda', 'preco promocional', 'preco com desconto', 'preco final'],
    ...['preco de oferta', 'preco medio de venda', 'preco praticado', 'preco pago'],
  ],
  discount: [
    ...['desconto', 'descontos', 'percentual de desconto', 'porcentagem de desconto'],
    ...['taxa de desconto', 'valor do desconto'],
  ],
  adSpend: [
    ...['gasto com anuncios', 'gastos com anuncios', 'investimento em anuncios'],
    ...['investimento em publicidade', 'gasto com publicidade', 'gastos com publicidade'],
    ...['verba de publicidade', 'custo de publicidade', 'publicidade'],
    ...['gasto em anuncios', 'investimento em midia', 'anuncios'],
  ],
  channelFee: [
    ...['comissao', 'comissao do canal', 'tarifa de venda', 'taxa de comissao'],
    ...['taxa de venda', 'taxa do marketplace', 'tarifa', 'comissoes'],
  ],
  firstStock: words(
    'estoque inicial, stock inicial, estoque de lancamento, inventario inicial, quantidade inicial',
  ),
  impressions: words(
    'impressoes, visualizacoes, visitas, sessoes, acessos, paginas vistas, exibicoes',
  ),
  clicks: ['cliques', 'numero de cliques', 'cliques no anuncio'],
  orders: words(
    'pedidos, numero de pedidos, encomendas, quantidade de pedidos, compras, total de pedidos',
  ),
  units: words(
    'unidades vendidas, quantidade vendida, unidades, quantidade, pecas vendidas, itens vendidos',
    'qtd vendida, qtd, qtde, pecas, vendas',
  ),
  revenue: words(
    'receita, faturamento, faturacao, receita bruta, receita liquida, valor das vendas',
    'valor vendido, vendas brutas, total de vendas, vendas totais, valor total, vendas',
  ),
  returns: ['devolucoes', 'unidades devolvidas', 'quantidade devolvida', 'itens devolvidos'],
  rating: words(
    'avaliacao media, avaliacao, nota media, nota, classificacao, classificacao media, estrelas',
  ),
};
