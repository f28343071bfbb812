// The commonest names in Italian, Dutch, Polish, Turkish, Indonesian and Vietnamese, in this order.

import { words } from '#core/base/text/words.ts';
import type { FieldWords } from './vocabulary.ts';

export const MORE_LANGUAGES: FieldWords = {
  productId: words('codice prodotto, codice, artikelcode, kod produktu, urun kodu, kode barang'),
  title: [
    ...['nome prodotto', 'titolo', 'prodotto', 'descrizione', 'articolo'],
    ...['productnaam', 'artikelnaam', 'naam', 'omschrijving', 'nazwa produktu', 'nazwa'],
    ...['piatto', 'plato', 'plat', 'gericht', 'dish', 'menu item', '菜品', '菜名', 'produkt'],
    ...['urun adi', 'urun', 'nama barang', 'nama produk', 'barang', 'produk', 'ten san pham'],
  ],
  category: ['reparto', 'categorie', 'kategoria', 'kategori', 'danh muc'],
  brand: ['produttore', 'fornitore', 'merk', 'leverancier', 'producent', 'marka', 'merek'],
  listPrice: words(
    'prezzo di listino, prezzo listino, listino, prezzo, prezzo unitario, adviesprijs',
    'verkoopprijs, prijs, cena, cena jedn, cena jednostkowa, cena katalogowa, fiyat, birim fiyat',
    'harga, harga satuan, gia, gia ban',
  ),
  unitCost: words('costo, prezzo di acquisto, inkoopprijs, cena zakupu, alis fiyati, harga beli'),
  launchDate: [
    ...['data di lancio', 'data di uscita', 'uscita', 'introductiedatum', 'data premiery'],
    ...['cikis tarihi', 'tanggal rilis', 'tarih', 'tanggal', 'ngay'],
  ],
  channel: ['canale', 'canale di vendita', 'verkoopkanaal', 'kanal', 'saluran', 'kenh'],
  promotion: ['promozione', 'actie', 'promocja', 'kampanya', 'promosi'],
  salePrice: ['prezzo scontato', 'prezzo di vendita', 'prezzo promo', 'actieprijs', 'harga jual'],
  discount: ['sconto', 'korting', 'rabat', 'indirim', 'diskon'],
  adSpend: ['spesa pubblicitaria', 'advertentiekosten', 'biaya iklan'],
  channelFee: ['commissione', 'prowizja', 'komisyon', 'komisi'],
  firstStock: ['giacenza iniziale', 'beginvoorraad', 'stok awal'],
  impressions: ['visualizzazioni', 'weergaven', 'wyswietlenia', 'goruntulenme'],
  clicks: ['clic', 'klikken', 'klikniecia', 'tiklama', 'klik'],
  orders: ['ordini', 'bestellingen', 'zamowienia', 'siparis', 'pesanan', 'don hang'],
  units: [
    ...['quantita venduta', 'pezzi venduti', 'venduti', 'quantita', 'aantal verkocht', 'verkocht'],
    ...['aantal', 'sprzedano', 'sprzedane sztuki', 'ilosc', 'satis adedi', 'satilan', 'adet'],
    ...['terjual', 'jumlah terjual', 'jumlah', 'da ban', 'so luong ban', 'so luong'],
  ],
  revenue: words(
    'ricavi, fatturato, incasso, omzet, przychod, ciro, pendapatan, total pendapatan, doanh thu',
  ),
  returns: ['resi', 'retouren', 'zwroty', 'iade', 'pengembalian'],
  rating: ['valutazione', 'beoordeling', 'ocena', 'puan', 'penilaian'],
};
