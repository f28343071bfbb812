import {
  count,
  finite,
  ifThere,
  list,
  nullable,
  object,
  oneOf,
  such,
  text,
  truth,
  type Form,
} from '../form/form.ts';
import type { TrainingSettings } from '#core/model/training/training-settings.ts';
import type { RememberedMapping } from '#core/import/schema/remembered-mapping.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import { mappingForm } from './dataset-form.ts';
import { aimForm } from './aim-form.ts';
import type { FiledSettings } from './project-records.ts';

export const settingsForm: Form<FiledSettings> = object<FiledSettings>({
  computePreference: ifThere(
    oneOf<ComputePreference>({ auto: true, webgpu: true, wasm: true, cpu: true }),
  ),
  currentDatasetId: ifThere(count),
  currency: ifThere(such(text, 'an ISO 4217 code', (code) => /^[A-Z]{3}$/.test(code))),
  planAim: ifThere(aimForm),
  trainingSettings: ifThere(
    object<TrainingSettings>({
      seed: finite,
      searchSeconds: finite,
      learningRate: nullable(finite),
      batch: nullable(finite),
      epochs: nullable(finite),
      weightDecay: nullable(finite),
      members: nullable(finite),
      width: nullable(finite),
    }),
  ),
  usesLanguageModel: ifThere(truth),
  rememberedMappings: ifThere(
    list(object<RememberedMapping>({ signature: finite, mapping: mappingForm })),
  ),
});
