/**
 * Returns a function that converts CSS colours to rgb() or rgba(), because programs that open saved images do not
 * support oklch().
 */
export function plainColours(): (colour: string) => string {
  const known = new Map<string, string>();
  const pencil = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pencil) throw new Error('expected a canvas to read colours with, got none');
  return (colour) => {
    if (!/^(?:oklch|oklab|lab|lch|color|color-mix|hsl)\(/.test(colour)) return colour;
    const plain = known.get(colour) ?? readColour(pencil, colour);
    known.set(colour, plain);
    return plain;
  };
}

function readColour(pencil: CanvasRenderingContext2D, colour: string): string {
  pencil.canvas.width = 1;
  pencil.canvas.height = 1;
  pencil.fillStyle = colour;
  pencil.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha = 255] = pencil.getImageData(0, 0, 1, 1).data;
  return alpha === 255
    ? `rgb(${red}, ${green}, ${blue})`
    : `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`;
}
