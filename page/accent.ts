/** The colour that a site chooses for what stands out, made dark or light enough to be read. */

import { option } from './options.ts';

/** Red, green and blue, each from 0 to 255. */
type Colour = [number, number, number];

const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
/** The darkest and the lightest surface that coloured words stand on: `styles/tokens.css`. */
const LIGHT_SURFACE: Colour = [231, 238, 248];
const DARK_SURFACE: Colour = [31, 40, 51];
/** What words need against their ground: 4.5 by WCAG 2.2 AA, and a little more for shades. */
const CONTRAST = 5;
/** How much of the colour a soft ground has. */
const SOFT = 0.1;

/** Takes the colour of the option `accent`, `#b01c2e`; the app says what is wrong with another. */
export function useAccent(): void {
  const digits = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(option('accent')?.trim() ?? '');
  if (digits === null) {
    return;
  }
  const [red = 0, green = 0, blue = 0] = digits.slice(1).map((part) => parseInt(part, 16));
  const colour: Colour = [red, green, blue];
  const { style } = document.documentElement;
  const light = readable(colour, LIGHT_SURFACE, BLACK);
  const dark = readable(colour, DARK_SURFACE, WHITE);
  style.setProperty('--pc-own-accent', css(light));
  style.setProperty('--pc-own-accent-soft', css(mix(WHITE, light, SOFT)));
  style.setProperty('--pc-own-accent-dark', css(dark));
  style.setProperty('--pc-own-accent-dark-soft', css(mix(DARK_SURFACE, dark, SOFT)));
  style.setProperty('--pc-own-band', css(mix(light, BLACK, SOFT)));
}

/** The colour, mixed with another until it can be read on the ground. */
function readable(colour: Colour, ground: Colour, with_: Colour): Colour {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, with_, share);
    if (contrast(mixed, ground) >= CONTRAST) {
      return mixed;
    }
  }
  return with_;
}

function mix(one: Colour, other: Colour, share: number): Colour {
  return one.map((part, index) => Math.round(part + ((other[index] ?? part) - part) * share)) as Colour;
}

/** How much two colours differ in light, from 1 to 21: WCAG 2.2, “contrast ratio”. */
function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, “relative luminance”. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function css([red, green, blue]: Colour): string {
  return `rgb(${red}, ${green}, ${blue})`;
}
