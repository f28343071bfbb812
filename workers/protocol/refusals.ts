/**
 * Calls with each address that the browser holds back from this page or worker. A page has its policy twice, from its header and from
 * its own text, and hears of each refusal by both: only what the first of them says is told.
 */
export function watchRefusals(listen: (address: string) => void, signal?: AbortSignal): void {
  let policy: string | undefined;
  const tell = (event: Event) => {
    const { blockedURI, originalPolicy } = event as SecurityPolicyViolationEvent;
    policy ??= originalPolicy;
    if (originalPolicy === policy) listen(blockedURI);
  };
  addEventListener('securitypolicyviolation', tell, signal && { signal });
}
