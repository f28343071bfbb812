import { describe, expect, it } from 'vitest';
import { detectDelimiter } from '#core/import/csv/detect-delimiter.ts';

describe('detectDelimiter', () => {
  it.each([
    { says: 'commas', sample: 'a,b,c\n1,2,3\n', gives: ',' },
    { says: 'tabs', sample: 'a\tb\n1,5\t2,5\n', gives: '\t' },
    { says: 'bars', sample: 'a|b|c\nx, y|2|3\n', gives: '|' },
    { says: 'semicolons beside decimal commas', sample: 'a;b\n1,5;2,5\n3,5;4\n', gives: ';' },
    {
      says: 'semicolons beside commas in every row',
      sample: 'a;b;c\n1,5;2;3\n2,5;3;4\n',
      gives: ';',
    },
    { says: 'commas beside quoted semicolons', sample: 'a,b\n"x;y",1\n"p;q",2\n', gives: ',' },
    { says: 'commas beside quoted line breaks', sample: 'a,b\n"x\ny;z",1\n', gives: ',' },
    { says: 'commas in spite of a ragged row', sample: 'a,b,c\n1,2,3\n1,2\n1,2,3\n', gives: ',' },
    { says: 'a header alone', sample: 'a;b;c', gives: ';' },
    { says: 'one column, as commas', sample: 'title\nmug\nplate\n', gives: ',' },
    {
      says: 'semicolons below lines without any',
      sample: 'Sales report\nMade on 5 March, 2024\na;b;c\n1,5;2;3\n2,5;3;4\n',
      gives: ';',
    },
    { says: 'tabs below a title', sample: 'Sales, by product\n\na\tb\n1\t2\n3\t4\n', gives: '\t' },
    { says: 'nothing, as commas', sample: '', gives: ',' },
  ])('finds $says', ({ sample, gives }) => {
    expect(detectDelimiter(sample)).toBe(gives);
  });
});
