// What English words and phrases say of a purchase. Written for Debut from general knowledge; taken from no list and no
// reviews. Words of a phrase are joined by a space; phrases count before their words.

/** Phrases by weight: about the log-odds of a good review, positive where buyers are content; 0 means nothing. */
export const ENGLISH_PHRASES: Readonly<Record<string, string>> = {
  '3': `
    love it, love this, loved it, love them, love these, absolutely love, highly recommend, highly recommended, exceeded my expectations,
    exceeded expectations, best purchase, five stars, 5 stars, five star, can't go wrong, can not go wrong, cannot go wrong,
    blown away, worth every penny, must have, fell in love, in love with, obsessed, perfect, perfection, perfectly, flawless, compliments,
    compliment, complimented, buy again, order again, ordering another, bought another, bought two, bought a second, bought it in every,
    another color, another colour, other colors, other colours, every color, every colour, all the colors, life saver, game changer,
    couldn't be happier, could not be happier, can't wait to wear, can't say enough, better than expected, better than i expected,
    even better in person, works like a charm, works perfectly, so glad, wear it all the time, wear them all the time, go to`,
  '2': `
    love, loved, loves, loving, amazing, awesome, excellent, fantastic, wonderful, fabulous, outstanding, superb, gorgeous, stunning,
    beautiful, beautifully, delightful, delighted, thrilled, adorable, favorite, favourite, favorites, favourites, best, exceptional,
    impressed, impressive, incredible, brilliant, lovely, elegant, flattering, comfy, comfortable, cozy, cosy, versatile, great,
    happy with, very happy, happier, pleased, satisfied, well made, well built, well constructed, high quality, great quality, good quality,
    true to size, fits perfectly, fit perfectly, fits great, fits well, fits like a glove, as described, as pictured, as advertised,
    exactly as, exactly what i, just what i, works great, works well, works as expected, easy to use, easy to install, easy to clean,
    easy to assemble, great value, good value, well worth, worth it, worth the money, worth the price, great price, good price,
    recommend, recommended, arrived quickly, fast shipping, fast delivery, quick delivery, arrived early, on time, sturdy, durable,
    glad i, so soft, super soft, dress up or down, dressed up or down, up or down, year round, no complaints, no problems, no issues,
    no regrets, holds up, held up, lasts, treat, yummy, delicious, tasty, gem, keeper, winner, hit, wow, yay, bravo, magic`,
  '1': `
    good, nice, nicely, fine, pretty, cute, soft, happy, enjoy, enjoyed, enjoying, enjoys, fun, glad, like it, i like, really like, liked,
    likes, quick, quickly, fast, smooth, smoothly, easy, easily, helpful, friendly, polite, responsive, reliable, solid, strong, light, lightweight,
    warm, breathable, stylish, classy, chic, trendy, fashionable, sexy, slimming, fresh, clean, quiet, bright, vibrant, rich, crisp, cool,
    unique, special, classic, quality, affordable, bargain, deal, value, generous, useful, handy, practical, convenient, simple,
    accurate, effective, efficient, effortless, secure, safe, sleek, attractive, charming, luxurious, premium, drapes,
    flows, flowy, roomy, spacious, compact, thoughtful, gift, gifted, daughter loves, son loves, husband loves, wife loves,
    works, worked, thank, thanks, appreciate, pleasant, pleasantly, surprised, excited, confident, feminine, timeless, staple, wardrobe,
    perfect for, ideal, suits, suit, matches, match, complements, plenty, absolutely, definitely, everyday, every day, forgiving,
    in person, season, summer, fall, spring, winter, work, office, jeans, leggings, boots, heels, sandals, layering, cardigan,
    vacation, wedding, occasion, date night, enough, well, hugs, feels, bonus, pockets, can wear, always, anyone, everyone, again`,
  '-1': `
    but, however, although, though, unfortunately, sadly, except, issue, issues, problem, problems, complaint, complaints, only complaint, small,
    big, tight, loose, baggy, boxy, short, long, large, huge, thin, thick, heavy, bulky, stiff, rough, itchy, scratchy, wrinkles, wrinkled,
    wrinkle, shrinks, runs small, runs large, run small, run large, sheer, dull, dark, plain, basic, loud, noisy, slow, slowly, late, delayed, delay,
    confusing, complicated, difficult, hard, awkward, odd, oddly, weird, weirdly, strange, strangely, wide, narrow, gap, gaping, gapes, bunched,
    bunches, bunching, clingy, clings, frumpy, shapeless, tent, maternity, pregnant, unflattering, sack, mediocre, average, ok, okay, so so, meh,
    decent, overpriced, expensive, pricey, costly, price point, cheap, cheaply, flimsy, fragile, stain, stained, smell, smells, smelly,
    odor, odour, scratch, scratched, dent, dented, faded, fades, pilling, pilled, pills, snag, snags, snagged, unravel, unraveling,
    unravelled, fraying, frayed, loose threads, crooked, uneven, missing, lacks, lacking, lack, looked like, looks like a, looked, wished, wish, hoped,
    hoping, expected, expecting, expectations, supposed, should have, would have, could have, might, maybe, seemed, tried, try it on, tried it on, ordered,
    order, returning, return, refund, refunded, replacement, exchange, exchanged, store, sale, discount, if you, if it, unless, instead, why, idea,
    then, after, after one, received, bought this, online, model, photo, photos, pictured, picture, description, customer service,
    complain, concern, concerned, worried, hesitant, hesitate, drawback, downside, con, cons, flaw, flaws, not sure, not for me, wouldn't,
    shouldn't, couldn't, didn't, doesn't, don't, wasn't, isn't, weren't, nothing, none, never, barely, hardly, neither, unable, cannot, can't, no,
    not, too much, too many, too big, too small, too short, too long, too tight, too large, too wide, too thin, too high, too low, too loose, too`,
  '-2': `
    disappoint, disappointing, disappointment, bad, badly, poor, poorly, ugly, awful, unhappy, dissatisfied, unsatisfied, dislike, disliked,
    not impressed, not happy, not good, not great, not recommend, not what i expected, not as pictured, not as described, not as advertised,
    not flattering, not comfortable, not soft, not work, not fit, not like, not true to size, didn't like, did not like, don't like, do not like,
    didn't fit, did not fit, doesn't fit, does not fit, didn't work, did not work, doesn't work, does not work, not worth, no good,
    wanted to love, wanted to like, really wanted, so wanted, i wanted to, had high hopes, high hopes, hoped to love, was excited, so excited,
    going back, goes back, went back, sending back, sent back, sent it back, sending it back, send it back, send back, take it back, took it back,
    returned, returned it, returned this, had to return, will be returning, will return, be returning, returning it, returning this,
    returned them, back it goes, back to the store, see through, see-through, falling apart, fell apart, fall apart, came apart, broke, broken, breaks,
    broke after, torn, tore, ripped, rip, hole, holes, defective, defect, defects, faulty, damaged, damage, cracked, leaks, leaked, leaking, shrunk, shrank,
    stopped working, stops working, quit working, died, dead, fail, failed, fails, failure, wrong size, wrong item, wrong color, wrong colour, wrong,
    incorrect, mislead, misleading, misled, inaccurate, false, fake, counterfeit, used item, dirty, cheap looking, cheaply made, looks cheap, looked cheap,
    feels cheap, felt cheap, poor quality, bad quality, low quality, poorly made, poor fit, strange fit, odd fit, weird fit, looks nothing like,
    nothing like, looked ridiculous, looked terrible, looked awful, potato sack, hospital gown, muumuu, house dress, over priced, way overpriced, hurts, hurt,
    painful, uncomfortable, annoying, annoyed, frustrating, frustrated, upset, angry, sad, shame, too bad, let down, letdown, let me down,
    regret, pass on, steer clear, beware, be careful, warning, unwearable, unusable, useless, unacceptable, unprofessional, rude, ignored, no response,
    never arrived, not arrived, never received, not received, misses the mark, missed the mark, what were they thinking, save your money, don't bother,
    keep looking, one star, 1 star, two stars, 2 stars, three stars, 3 stars, rash, irritated, irritation, allergic, stinks, stink, mold, mould, expired,
    out of shape, loses shape, lost its shape, fell off, falls off, came off, come off, peeled, peeling, rusted, rust, bled, bleeds, faded after`,
  '-3': `
    disappointed, very disappointed, so disappointed, extremely disappointed, terrible, horrible, horrid, horrendous, dreadful, worst, garbage, trash, junk,
    rubbish, crap, disgusting, disgusted, appalling, atrocious, hideous, pathetic, waste, waste of money, wasted, wasted my money, waste of time, scam, fraud,
    ripoff, rip off, hate, hated, hates, never again, never buy, never order, do not buy, don't buy, do not order, don't order, do not recommend,
    don't recommend, would not recommend, wouldn't recommend, cannot recommend, can't recommend, do not waste, don't waste, not buy again, won't buy again,
    money back, want a refund, stay away, avoid, zero stars, 0 stars, threw it away, threw it out, thrown away, in the trash, in the bin`,
};

/** Words that turn around what follows them in the same clause. */
export const ENGLISH_NEGATORS: ReadonlySet<string> = new Set(
  `not no never nor neither without hardly barely cannot can't cant don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt
  aren't arent weren't werent won't wont wouldn't wouldnt couldn't couldnt shouldn't shouldnt haven't hasn't hadn't ain't nothing`
    .trim()
    .split(/\s+/),
);

/** How much a word just before strengthens or weakens what follows it. */
export const ENGLISH_DEGREES: Readonly<Record<string, number>> = {
  very: 1.3,
  really: 1.3,
  so: 1.3,
  extremely: 1.5,
  incredibly: 1.5,
  absolutely: 1.5,
  super: 1.4,
  totally: 1.3,
  completely: 1.4,
  insanely: 1.4,
  way: 1.3,
  quite: 1.1,
  somewhat: 0.6,
  slightly: 0.5,
  little: 0.6,
  bit: 0.6,
  kinda: 0.6,
  fairly: 0.8,
};
