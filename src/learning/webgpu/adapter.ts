/** Newer browsers describe the adapter in `info`; the installed types are older. */
export function adapterInfo(adapter: GPUAdapter): GPUAdapterInfo | undefined {
  return (adapter as { info?: GPUAdapterInfo }).info;
}

/** All that an adapter says of itself: another driver may say something else. */
export function adapterKey(adapter: GPUAdapter): string {
  const info = adapterInfo(adapter);
  return [info?.vendor, info?.architecture, info?.device, info?.description].join(' ');
}

/** Software that imitates a GPU: right, but far slower than WASM. */
export function isSoftwareAdapter(adapter: GPUAdapter): boolean {
  const info: (GPUAdapterInfo & { isFallbackAdapter?: boolean }) | undefined = adapterInfo(adapter);
  const names = `${info?.architecture ?? ''} ${info?.description ?? ''}`;
  const isSaid = info?.isFallbackAdapter ?? adapter.isFallbackAdapter; // it moved from the one to the other
  return isSaid || /swiftshader|llvmpipe/i.test(names);
}

/** In the adapter's own words, such as "nvidia ampere"; may be empty. */
export function adapterWords(adapter: GPUAdapter): string {
  const info = adapterInfo(adapter);
  const name = [info?.vendor, info?.architecture].filter(Boolean).join(' ');
  return name === '' ? (info?.description ?? '') : name;
}
