import { words } from '#core/base/text/words.ts';
import type { FieldWords } from './vocabulary.ts';

export const FRENCH: FieldWords = {
  productId: words(
    'reference, reference produit, ref, code produit, id produit, identifiant produit',
    'code article, reference article, numero d article, ugs',
  ),
  title: [
    ...['titre', 'nom du produit', 'nom', 'titre du produit', 'produit', 'designation'],
    ...['libelle', 'nom de l article', 'article', 'intitule'],
  ],
  category: [
    ...['categorie', 'categorie de produit', 'categorie produit', 'categories'],
    ...['famille', 'rayon', 'type de produit', 'gamme'],
  ],
  brand: ['marque', 'fabricant', 'fournisseur'],
  listPrice: [
    ...['prix catalogue', 'prix public', 'prix conseille', 'prix de base', 'prix normal'],
    ...['prix initial', 'prix barre', 'prix', 'prix unitaire', 'pvc'],
  ],
  unitCost: [
    ...['cout unitaire', 'prix d achat', 'cout', 'cout d achat', 'cout de revient'],
    ...['prix de revient', 'cout de production'],
  ],
  launchDate: [
    ...['date de lancement', 'date de sortie', 'lancement', 'date de mise en vente'],
    ...['date de mise en ligne', 'mise en vente', 'mise en ligne', 'date de debut'],
    ...['date de parution', 'date de publication', 'premiere vente', 'date de creation'],
  ],
  channel: words(
    'canal de vente, canal, boutique, magasin, plateforme, place de marche, canal de distribution',
    'lieu de vente, point de vente, plateforme de vente, ou vendu, vendu sur, vendu via',
  ),
  promotion: words(
    'promotion, offre, promo, code promo, operation commerciale, type de promotion, campagne',
    'bon de reduction, type d offre, remise, reduction',
  ),
  salePrice: [
    ...['prix de vente', 'prix promo', 'prix promotionnel', 'prix remise', 'prix solde'],
    ...['prix paye', 'prix reel', 'prix moyen de vente', 'prix moyen'],
  ],
  discount: [
    ...['remise', 'remises', 'taux de remise', 'pourcentage de remise', 'montant de la remise'],
    ...['montant remise', 'reduction', 'taux de reduction', 'rabais', 'ristourne'],
  ],
  adSpend: words(
    'depenses publicitaires, budget pub, budget publicitaire, frais publicitaires, depenses pub',
    'cout publicitaire, publicite, cout des publicites, depenses marketing, budget marketing, pub',
  ),
  channelFee: [
    ...['commission', 'commissions', 'frais', 'taux de commission', 'frais de vente'],
    ...['frais de plateforme', 'commission du canal'],
  ],
  firstStock: [
    ...['stock initial', 'stock de depart', 'stock au lancement', 'stock de lancement'],
    ...['premier stock', 'quantite initiale'],
  ],
  impressions: words(
    'impressions, vues, visites, pages vues, sessions, affichages, nombre de vues, visiteurs',
  ),
  clicks: ['clics', 'nombre de clics', 'clics publicitaires'],
  orders: ['commandes', 'nombre de commandes', 'nb commandes', 'nb de commandes', 'achats'],
  units: words(
    'unites vendues, quantite vendue, quantites vendues, unites, quantite, qte vendue, qte',
    'articles vendus, pieces vendues, nombre d unites vendues, exemplaires vendus, ventes',
  ),
  revenue: [
    ...['chiffre d affaires', 'ca', 'revenu', 'revenus', 'ca ht', 'ca ttc'],
    ...['montant des ventes', 'recettes', 'montant', 'total des ventes', 'ventes'],
  ],
  returns: words(
    'retours, unites retournees, quantite retournee, articles retournes, nombre de retours',
  ),
  rating: words(
    'note moyenne, note, evaluation, evaluation moyenne, note client, nombre d etoiles, etoiles',
  ),
};
