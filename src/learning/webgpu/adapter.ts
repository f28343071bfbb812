/** Newer browsers describe the adapter in `info`; the installed types are older. */
interface AdapterInfo {
  readonly vendor?: string;
  readonly architecture?: string;
  readonly description?: string;
  readonly isFallbackAdapter?: boolean;
}

function infoOf(adapter: GPUAdapter): AdapterInfo {
  return (adapter as { info?: AdapterInfo }).info ?? {};
}

/** Software that imitates a GPU: right, but far slower than WASM. */
export function isSoftwareAdapter(adapter: GPUAdapter): boolean {
  const { isFallbackAdapter, architecture, description } = infoOf(adapter);
  const names = `${architecture ?? ''} ${description ?? ''}`;
  return (
    isFallbackAdapter === true || adapter.isFallbackAdapter || /swiftshader|llvmpipe/i.test(names)
  );
}

/** In the adapter's own words, such as "nvidia ampere"; may be empty. */
export function adapterWords(adapter: GPUAdapter): string {
  const { vendor, architecture, description } = infoOf(adapter);
  const name = [vendor, architecture].filter(Boolean).join(' ');
  return name === '' ? (description ?? '') : name;
}
