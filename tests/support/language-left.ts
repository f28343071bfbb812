// Tests of pages share what is loaded, the language on screen too: a file that left another would change the next one's.
import { afterAll, expect } from 'vitest';
import { baseLocale, getLocale } from '#messages/runtime';

afterAll(() => expect(getLocale(), 'the language that this file left').toBe(baseLocale));
