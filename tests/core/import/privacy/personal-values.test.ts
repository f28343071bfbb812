import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personalValue } from '#core/import/privacy/personal-values.ts';

describe('personalValue', () => {
  it.each([
    { value: 'ana@example.com', kind: 'email' },
    { value: 'Ana Lima <ana.lima+shop@mail.example.co.uk>', kind: 'email' },
    { value: '+49 171 1234567', kind: 'phone' },
    { value: '+1 (415) 555-2671', kind: 'phone' },
    { value: '(415) 555-2671', kind: 'phone' },
    { value: '415-555-2671', kind: 'phone' },
    { value: '0171 1234567', kind: 'phone' },
    { value: '030/1234567', kind: 'phone' },
    { value: '01 23 45 67 89', kind: 'phone' },
    { value: '(11) 91234-5678', kind: 'phone' },
    { value: '03-1234-5678', kind: 'phone' },
    { value: '13812345678', kind: 'phone' },
    { value: '+86 138 1234 5678', kind: 'phone' },
    { value: 'DE89 3704 0044 0532 0130 00', kind: 'payment' },
    { value: 'GB82WEST12345698765432', kind: 'payment' },
    { value: '4111 1111 1111 1111', kind: 'payment' },
    { value: '378282246310005', kind: 'payment' },
    { value: '11010519491231002X', kind: 'id-number' },
  ])('takes $value for $kind', ({ value, kind }) => {
    expect(personalValue(value)).toBe(kind);
  });

  it.each([
    ...['Enamel Mug', '@ home sign', '2024-03-08', '08.03.2024', '03/04/2024', '2024-03-08 10:15'],
    ...['1 234 567', '1.234.567,89', '1,234.50', '1234567890', '4006381333931', '12345678901'],
    ...['A-001-234', '100-200', '4111 1111 1111 1112', 'DE89 3704 0044 0532 0130 01', '#12'],
    ...['110105194912310021', '10–20', '12 x 30 x 40 cm', '$1,299.00', '', '0.03'],
  ])('takes %s for nothing of a person', (value) => {
    expect(personalValue(value)).toBeNull();
  });

  it('sees nothing of a person in any number, date or amount', () => {
    const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value.toFixed(2));
    const written = ['en-US', 'de-DE', 'fr-FR', 'zh-CN'].map(
      (place) => new Intl.NumberFormat(place),
    );
    const grouped = fc
      .tuple(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(...written))
      .map(([value, format]) => format.format(value));
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(fc.oneof(amount, grouped, day), (value) => {
        expect(personalValue(value)).toBeNull();
      }),
    );
  });
});
