export interface Site {
  readonly scope: string;
  readonly version: string;
}
