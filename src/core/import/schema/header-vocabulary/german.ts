import { words } from '#core/base/text/words.ts';
import type { FieldWords } from './vocabulary.ts';

export const GERMAN: FieldWords = {
  productId: [
    ...['artikelnummer', 'artikel nr', 'artikelnr', 'art nr', 'produkt id'],
    ...['produktnummer', 'artikel id', 'bestellnummer', 'produktcode'],
  ],
  title: words(
    'titel, produktname, artikelname, bezeichnung, artikelbezeichnung, produktbezeichnung',
    'produkttitel, produkt, artikel, name des produkts, beschreibung',
  ),
  category: [
    ...['kategorie', 'warengruppe', 'produktkategorie', 'kategorien', 'produktgruppe'],
    ...['artikelgruppe', 'produktart', 'produkttyp', 'sortiment'],
  ],
  brand: ['marke', 'hersteller', 'markenname', 'lieferant', 'label'],
  listPrice: words(
    'uvp, listenpreis, regularer preis, normalpreis, originalpreis, grundpreis, bruttopreis, preis',
    'verkaufspreis, vk preis, stuckpreis, einzelpreis, vk, ladenpreis',
  ),
  unitCost: words(
    'einkaufspreis, ek preis, ek, stuckkosten, selbstkosten, herstellungskosten, herstellkosten',
    'wareneinsatz, einstandspreis, kosten',
  ),
  launchDate: [
    ...['verkaufsstart', 'einfuhrungsdatum', 'erscheinungsdatum', 'launch datum'],
    ...['launchdatum', 'startdatum', 'markteinfuhrung', 'erstverkauf', 'einfuhrung'],
    ...['verkauf ab', 'verfugbar ab', 'veroffentlicht am', 'angelegt am', 'datum'],
  ],
  channel: [
    ...['vertriebskanal', 'verkaufskanal', 'kanal', 'marktplatz', 'plattform'],
    ...['absatzkanal', 'filiale', 'vertriebsweg', 'verkaufsplattform', 'verkaufsort'],
    ...['verkaufsstelle', 'wo verkauft', 'verkauft uber', 'verkauft auf', 'verkauft bei'],
  ],
  promotion: words(
    'aktion, rabattaktion, angebot, gutschein, werbeaktion, verkaufsaktion, sonderaktion',
    'rabattart, gutscheincode, kampagne, rabatt, rabatte',
  ),
  salePrice: [
    ...['angebotspreis', 'aktionspreis', 'sonderpreis', 'tatsachlicher preis'],
    ...['reduzierter preis', 'durchschnittspreis', 'verkaufspreis', 'vk preis'],
  ],
  discount: [
    ...['rabatt', 'rabatte', 'rabatt prozent', 'rabattsatz', 'rabatthohe', 'rabattbetrag'],
    ...['nachlass', 'preisnachlass', 'preisnachlass prozent'],
  ],
  adSpend: words(
    'werbekosten, werbeausgaben, werbebudget, anzeigenkosten, marketingkosten, marketingbudget',
    'werbeaufwand, ausgaben fur werbung, werbung',
  ),
  channelFee: [
    ...['verkaufsprovision', 'provision', 'verkaufsgebuhr', 'provisionssatz'],
    ...['marktplatzgebuhr', 'gebuhr', 'gebuhren', 'plattformgebuhr', 'verkaufsgebuhren'],
  ],
  firstStock: [
    ...['anfangsbestand', 'erstbestand', 'startbestand', 'erstbestuckung'],
    ...['erstbestellung', 'bestand zum start', 'lagerbestand zum start'],
  ],
  impressions: [
    ...['impressionen', 'seitenaufrufe', 'aufrufe', 'sitzungen', 'einblendungen'],
    ...['sichtkontakte', 'besuche', 'besucher'],
  ],
  clicks: ['klicks', 'klickzahl', 'anzahl klicks', 'anzeigenklicks'],
  orders: words(
    'bestellungen, auftrage, anzahl bestellungen, bestellanzahl, anzahl auftrage, kaufe',
  ),
  units: [
    ...['verkaufte einheiten', 'verkaufte menge', 'verkaufte stuck'],
    ...['verkaufte stuckzahl', 'absatz', 'absatzmenge', 'stuckzahl', 'menge', 'verkauft'],
    ...['bestellte einheiten', 'verkaufsmenge', 'stuck', 'anzahl verkauft', 'verkaufe'],
    ...['verkauf ist', 'ist verkauf', 'ist absatz'],
  ],
  revenue: [
    ...['umsatz', 'umsatz brutto', 'umsatz netto', 'erlos', 'erlose', 'gesamtumsatz'],
    ...['verkaufserlos', 'bruttoumsatz', 'nettoumsatz', 'umsatzerlose', 'einnahmen'],
  ],
  returns: [
    ...['retouren', 'retournierte menge', 'rucksendungen', 'retournierte einheiten'],
    ...['anzahl retouren', 'zuruckgesendet'],
  ],
  rating: [
    ...['durchschnittliche bewertung', 'bewertung', 'kundenbewertung', 'sternebewertung'],
    ...['sterne', 'durchschnittsbewertung', 'bewertungsdurchschnitt'],
  ],
};
