// A record as the content of a part, and back. One that holds typed arrays is a safetensors file, its JSON in the metadata under
// "record"; every other one is JSON. Both write NaN, infinities and undefined as tensor-tree.ts says, so that nothing is lost. A model is
// the model file that it can be saved as by itself.

import { list, type Form } from '../model-file/form.ts';
import { readModelFile, writeModelFile } from '../model-file/model-file.ts';
import { readSafetensors, writeSafetensors } from '../model-file/safetensors.ts';
import { fromTensorTree, toTensorTree } from '../model-file/tensor-tree.ts';
import type { TrainedModel } from '../model/trained-model.ts';
import { columnForm, sourceForm } from './column-forms.ts';
import { datasetForm } from './dataset-form.ts';
import { asProjectFile, readAs } from './manifest.ts';
import { adoptedPlanForm, productForm, rankingForm } from './plan-forms.ts';
import type { ProjectRecords, RecordKind } from './project-records.ts';
import { evidenceForm, trainingForm } from './run-forms.ts';
import { calendarForm, offersForm, stockForm } from './season-forms.ts';
import { settingsForm } from './settings-form.ts';

/** JSON is text until it is stored: browsers make UTF-8 of it faster than we do. */
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
  settings: settingsForm,
};

function formOf(kind: keyof Forms): Form<unknown> {
  return FORMS[kind];
}

/** How its file name ends. */
export function suffixOf(content: PartContent): 'json' | 'safetensors' {
  return typeof content === 'string' ? 'json' : 'safetensors';
}

/** Only what can be read back is written: throws AppError project-file-unreadable where the record is not as its form says. */
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

/** Whoever wrote it: what comes out is as its form says. Throws AppError project-file-unreadable or -version. */
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
