import type { PostProcessorModule } from 'i18next';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'àƀćđéƒĝĥíĵķļmñóƥɋŕšţúṽŵẋýžÀƁĆĐÉƑĜĤÍĴĶĻMÑÓƤɊŔŠŢÚṼŴẊÝŽ';

function pseudo(text: string): string {
  const letters = Array.from(text, (letter) => {
    const other = accented[plain.indexOf(letter)] ?? letter;
    // Vowels twice make a text about 40 % longer, which is what translations may need.
    return /[aeiou]/i.test(letter) ? other + other : other;
  });
  return `[${letters.join('')}]`;
}

/** Makes every text longer and strange, but readable, as the console does for ?pseudolocalization=true. */
export const pseudoTexts: PostProcessorModule = {
  type: 'postProcessor',
  name: 'pseudo',
  process: pseudo,
};
