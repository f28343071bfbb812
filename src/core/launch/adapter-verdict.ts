/** What a WebGPU adapter was found to do, under one version of the code. */
export interface AdapterVerdict {
  /** It calculates as the CPU does. */
  readonly isTrusted: boolean;
  /** Null where it was not raced: it is not trusted, or known to be slow. */
  readonly race: StepRace | null;
}

/** Milliseconds of one training step of a usual net. */
export interface StepRace {
  readonly webgpuMs: number;
  readonly wasmMs: number;
}

/** Verdicts of this device, by adapter and version. */
export interface AdapterVerdicts {
  load(key: string): Promise<AdapterVerdict | undefined>;
  save(key: string, verdict: AdapterVerdict): Promise<void>;
}
