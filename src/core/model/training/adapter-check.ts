/** What was measured of a WebGPU adapter under one version of the code. */
export interface AdapterCheck {
  /** Its results match those of the CPU. */
  readonly isTrusted: boolean;
  /** Null where it was not raced: it is not trusted, or known to be slow. */
  readonly race: StepRace | null;
}

/** Milliseconds per training step of a typical network. */
export interface StepRace {
  readonly webgpuMs: number;
  readonly wasmMs: number;
}

/** Store of this device's verdicts, by adapter and version. */
export interface AdapterChecks {
  load(key: string): Promise<AdapterCheck | undefined>;
  save(key: string, verdict: AdapterCheck): Promise<void>;
}
