import { expose } from 'comlink';
import { installJobTransfer } from '#protocol/job.ts';
import type { PlanWorker } from '#protocol/plan-worker.ts';
import { installErrorTransfer } from '#protocol/wire-errors.ts';
import { planSeason } from './plan-season.ts';

installJobTransfer();
installErrorTransfer();
expose({ planSeason } satisfies PlanWorker);
