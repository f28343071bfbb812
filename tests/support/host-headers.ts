// Computes the headers that a host sends with a path by its _headers file: all lines of every rule that matches. A star
// matches anything.
// https://developers.cloudflare.com/pages/configuration/headers/ and https://docs.netlify.com/routing/headers/

export function hostHeaders(file: string, path: string): Record<string, string> {
  const sent: Record<string, string> = {};
  let fits = false;
  for (const line of file.split('\n').filter((text) => text.trim() !== '')) {
    if (!/^\s/.test(line)) fits = patternOf(line.trim()).test(path);
    else if (fits) {
      const [name, ...value] = line.trim().split(': ');
      // For a header that is in two rules, hosts send both values.
      const before = sent[name!];
      sent[name!] = (before === undefined ? '' : `${before}, `) + value.join(': ');
    }
  }
  return sent;
}

function patternOf(rule: string): RegExp {
  const parts = rule.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
