import { beforeEach, describe, expect, it } from 'vitest';
import { USUAL_AIM } from '#core/launch/aim.ts';
import { Job } from '#protocol/job.ts';
import { studyPlan } from '#workers/study-plan.ts';
import { emptyDatabase } from '../support/database.ts';
