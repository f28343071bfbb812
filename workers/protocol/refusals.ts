/**
 * Calls `listen` with each address that the browser blocks for this page or worker. A page has its policy twice, from
 * its header and its own text, and each reports a refusal. Only the policy that reports first counts.
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
