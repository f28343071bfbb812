import { expose } from 'comlink';
import { installJobTransfer } from '#protocol/job.ts';
import type { PlanWorker } from '#protocol/plan-worker.ts';
import { isSendingRefused, type SendingTest } from '#protocol/try-sending.ts';
import { installErrorTransfer } from '#protocol/wire-errors.ts';
import { planSeason } from './season/plan-season.ts';
import { tellRequests } from './runtime/report-requests.ts';

tellRequests();
installJobTransfer();
installErrorTransfer();
expose({ planSeason, isSendingRefused } satisfies PlanWorker & SendingTest);
