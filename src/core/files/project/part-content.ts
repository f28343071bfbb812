// Writes a record as the content of a part, and reads it back. A record with typed arrays becomes a safetensors file,
// with its JSON in the metadata under "record"; any other becomes JSON. Both encode NaN, infinities and undefined as
// tensor-tree.ts describes, so nothing is lost. A model becomes a model file, as when it is saved alone.

import { list, type Form } from '../form/form.ts';
import { readModelFile, writeModelFile } from '../model/model-file.ts';
import { readSafetensors, writeSafetensors } from '../form/safetensors.ts';
import { fromTensorTree, toTensorTree } from '../form/tensor-tree.ts';
import { orderStudyForm } from '../orders/order-study-form.ts';
import { splitTestForm } from '../orders/split-test-form.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { columnForm, sourceForm } from './column-forms.ts';
import { datasetForm } from './dataset-form.ts';
import { demandForm } from './demand-form.ts';
import { asProjectFile, readAs } from './manifest.ts';
import { adoptedPlanForm, rankingForm } from './plan-forms.ts';
import { picturesForm } from './picture-form.ts';
import type { ProjectRecords, RecordKind } from './project-records.ts';
import { productForm, suppliersForm } from './product-forms.ts';
import { reviewsForm } from './review-form.ts';
import { evidenceForm, trainingForm } from './run-forms.ts';
import { calendarForm, offersForm, stockForm } from './season-forms.ts';
import { settingsForm } from './settings-form.ts';

/** JSON stays text until it is stored: browsers encode UTF-8 faster than our own code. */
export type PartContent = string | Uint8Array<ArrayBuffer>;

const RECORD = 'record';

type Forms = { readonly [Kind in Exclude<RecordKind, 'model'>]: Form<ProjectRecords[Kind]> };

const FORMS: Forms = {
  'data-set': datasetForm,
  column: columnForm,
  source: sourceForm,
  training: trainingForm,
  evidence: evidenceForm,
  products: list(productForm),
  plans: rankingForm,
  offers: offersForm,
  calendar: calendarForm,
  ledger: adoptedPlanForm,
  stock: stockForm,
  reviews: reviewsForm,
  demand: demandForm,
  suppliers: suppliersForm,
  orders: orderStudyForm,
  'split-test': splitTestForm,
  pictures: picturesForm,
  settings: settingsForm,
};

function formOf(kind: keyof Forms): Form<unknown> {
  return FORMS[kind];
}

/** Returns the file name extension. */
export function suffixOf(content: PartContent): 'json' | 'safetensors' {
  return typeof content === 'string' ? 'json' : 'safetensors';
}

/**
 * Writes a record. Throws AppError project-file-unreadable where the record does not match its form, so only readable
 * parts are written.
 */
export function writePart<Kind extends RecordKind>(
  kind: Kind,
  record: ProjectRecords[Kind],
): PartContent {
  if (kind === 'model') return writeModelFile(record as TrainedModel);
  const form = formOf(kind);
  const { json, tensors } = toTensorTree(readAs(form, record, kind));
  if (tensors.size === 0) return json;
  return writeSafetensors({ metadata: new Map([[RECORD, json]]), tensors });
}

/**
 * Reads a record from any source; the result matches its form. Throws AppError project-file-version where its model
 * file has another version, project-file-unreadable where it is no such record.
 */
export function readPart<Kind extends RecordKind>(
  kind: Kind,
  content: PartContent,
): ProjectRecords[Kind] {
  return asProjectFile(kind, () => {
    if (kind === 'model') return readModelFile(content as Uint8Array) as ProjectRecords[Kind];
    const form = formOf(kind);
    return form(treeOf(content), kind) as ProjectRecords[Kind];
  });
}

function treeOf(content: PartContent): unknown {
  if (typeof content === 'string') return fromTensorTree({ json: content, tensors: new Map() });
  const { metadata, tensors } = readSafetensors(content);
  return fromTensorTree({ json: metadata.get(RECORD) ?? '', tensors });
}
