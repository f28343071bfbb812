// The forms of new products and of suppliers' lists.

import type { ArticleEdit, MergedArticle } from '#core/import/suppliers/build-articles.ts';
import type { PortfolioLimits } from '#core/season/portfolio/portfolio-limits.ts';
import type { ShortlistDecisions } from '#core/season/portfolio/shortlist-decisions.ts';
import type { SameBy } from '#core/import/suppliers/same-articles.ts';
import type {
  ListedAmount,
  SupplierItem,
  SupplierList,
} from '#core/import/suppliers/supplier-list.ts';
import type { Article } from '#core/launch/article.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { ProductVariants } from '#core/launch/product-variants.ts';
import type { SupplierOffer } from '#core/launch/supplier-offer.ts';
import {
  count,
  finite,
  finiteOrMissing,
  ifThere,
  list,
  moment,
  nullable,
  object,
  oneOf,
  record,
  such,
  text,
  truth,
  type Form,
} from '../form/form.ts';
import { issueForm } from './dataset-form.ts';
import type { FiledSuppliers } from './project-records.ts';

/** A number or null. Never infinite, which no axis could show. */
const known = nullable(finiteOrMissing);

export const variantsForm: Form<ProductVariants> = object<ProductVariants>({
  ...{ sizes: list(text), options: list(text), units: record(count) },
  ...{ packSize: count, minimum: count, assortment: list(count) },
});

export const supplierOfferForm: Form<SupplierOffer> = object<SupplierOffer>({
  ...{ supplier: text, sku: text },
  unitCost: nullable(such(finite, 'at least 0', (value) => value >= 0)),
  ...{ minimumOrder: nullable(count), packSize: nullable(count), leadTimeDays: nullable(count) },
});

export const productForm: Form<NewProduct> = object<NewProduct>({
  ...{ id: text, title: text, category: text, brand: text, attributes: record(text) },
  ...{ listPrice: known, unitCost: known, firstStock: ifThere(known) },
  ...{ variantChoice: ifThere(variantsForm), offer: ifThere(supplierOfferForm) },
});

const yes = such(truth, 'true', Boolean) as Form<true>;
const positive = such(finite, 'above 0', (value) => value > 0);
const money = such(finite, 'at least 0', (value) => value >= 0);
const amount = object<ListedAmount>({ amount: money, currency: nullable(text) });
const terms = {
  ...{ minimumOrder: nullable(count), packSize: nullable(count), leadTimeDays: nullable(count) },
};

const item = object<SupplierItem>({
  ...{ row: count, supplier: text, sku: text, makerSku: text, barcodes: list(text) },
  ...{ title: text, measure: text },
  ...{ category: text, isCategoryProposed: ifThere(yes), brand: text, material: text },
  ...{ attributes: record(text), variants: list(text) },
  ...{ cost: nullable(amount), listPrice: nullable(amount), ...terms },
});

const supplierList = object<SupplierList>({
  ...{ fileName: text, sheet: text, supplier: text, addedAt: moment, savedAt: moment },
  ...{ currency: nullable(text), rowsRead: count, items: list(item), issues: list(issueForm) },
});

const offers = such(
  list(supplierOfferForm),
  'at least one offer',
  (all) => all.length > 0,
) as Form<unknown> as Form<Article['offers']>;

const article = object<Article>({
  ...{ id: text, title: text, category: text, brand: text },
  ...{ listPrice: nullable(money), unitCost: nullable(money) },
  ...{ firstStock: ifThere(nullable(finite)), attributes: record(text) },
  ...{ variantChoice: ifThere(variantsForm), offer: ifThere(supplierOfferForm) },
  ...{ offers, variants: list(text), isCategoryProposed: ifThere(yes), isLeftOut: ifThere(yes) },
});

const merge = object<MergedArticle>({
  ...{ articleId: text, titles: list(text), suppliers: list(text) },
  by: list(oneOf<SameBy>({ barcode: true, 'maker-sku': true, name: true })),
});

const edit = object<ArticleEdit>({
  ...{ unitCost: ifThere(money), listPrice: ifThere(money), category: ifThere(text) },
  isLeftOut: ifThere(yes),
});

const share = such(finite, 'from 0 to 1', (value) => value >= 0 && value <= 1);

const decisions = object<ShortlistDecisions>({
  limits: object<PortfolioLimits>({
    ...{ mostArticles: nullable(count), cash: nullable(money), mostPerFourWeeks: nullable(count) },
    ...{ mostByChannel: record(count), weekCount: nullable(count), lossChance: nullable(share) },
    ...{ wanted: list(text), barred: list(text) },
  }),
  picked: list(text),
});

export const suppliersForm: Form<FiledSuppliers> = such(
  object<FiledSuppliers>({
    ...{ lists: list(supplierList), articles: list(article), merges: list(merge) },
    ...{ issues: list(list(issueForm)), usualUnits: nullable(finite) },
    ...{ edits: ifThere(record(edit)), rates: ifThere(record(positive)) },
    decisions: ifThere(decisions),
  }),
  'findings of each list',
  ({ lists, issues }) => lists.length === issues.length,
);
