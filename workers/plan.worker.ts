import type { Jobs, Served } from '#protocol/jobs.ts';
import { serve } from './runtime/serve.ts';
import { choosePortfolio } from './season/choose-portfolio.ts';
import { planSeason } from './season/plan-season.ts';

serve({ planSeason, choosePortfolio } satisfies Served<Jobs['plan']>);
