/** Returns the adapter's description. Newer browsers have it in `info`; the installed types are older. */
export function adapterInfo(adapter: GPUAdapter): GPUAdapterInfo | undefined {
  return (adapter as { info?: GPUAdapterInfo }).info;
}

/** Returns a key of everything that the adapter states about itself, which may change with the driver. */
export function adapterKey(adapter: GPUAdapter): string {
  const info = adapterInfo(adapter);
  return [info?.vendor, info?.architecture, info?.device, info?.description].join(' ');
}

/** Returns whether the adapter is a GPU emulated in software: correct, but far slower than WASM. */
export function isSoftwareAdapter(adapter: GPUAdapter): boolean {
  const info: (GPUAdapterInfo & { isFallbackAdapter?: boolean }) | undefined = adapterInfo(adapter);
  const names = `${info?.architecture ?? ''} ${info?.description ?? ''}`;
  const isSaid = info?.isFallbackAdapter ?? adapter.isFallbackAdapter; // newer browsers have it in `info`
  return isSaid || /swiftshader|llvmpipe/i.test(names);
}

/** Returns the adapter's own description, such as "nvidia ampere"; may be empty. */
export function adapterWords(adapter: GPUAdapter): string {
  const info = adapterInfo(adapter);
  const name = [info?.vendor, info?.architecture].filter(Boolean).join(' ');
  return name === '' ? (info?.description ?? '') : name;
}
