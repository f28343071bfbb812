import type { Jobs, Served } from '#protocol/jobs.ts';
import { serve } from './runtime/serve.ts';
import { planSeason } from './season/plan-season.ts';

serve({ planSeason } satisfies Served<Jobs['plan']>);
