const ADDRESS = /url\("?([^")]+)"?\)/;

/**
 * Returns the page's own fonts as @font-face rules with the font files embedded.
 * @throws where a font cannot be fetched or read
 */
export async function ownFonts(): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules]
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map((rule) => ({ rule, base: sheet.href ?? document.baseURI })),
  );
  const styles = await Promise.all(
    faces.map(async ({ rule, base }) => {
      const address = ADDRESS.exec(rule.style.getPropertyValue('src'))?.[1];
      if (address === undefined) return '';
      const data = await dataAddress(new URL(address, base));
      const family = rule.style.getPropertyValue('font-family');
      const weight = rule.style.getPropertyValue('font-weight');
      return `@font-face{font-family:${family};font-weight:${weight};src:url(${data})}`;
    }),
  );
  return styles.join('');
}

async function dataAddress(address: URL): Promise<string> {
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(`expected the font at ${address.pathname}, got ${response.status}`);
  const file = await response.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('the font could not be read'));
    reader.readAsDataURL(file);
  });
}
