import type { Aspect } from './aspect.ts';

/** Further English words and phrases of each aspect, comma-separated. Written by us; each stands for all its forms. */
export const ENGLISH_WORDS: Readonly<Record<Aspect, string>> = {
  'size-and-fit':
    'sizing, xs, xxs, xl, xxl, 1x, 2p, a s, an s, the s, a m, an m, the m, a l, an l, the l, medium, fitted, ' +
    'form fitting, snug, baggy, roomy, boxy, oversized, fitter, slim, slimming, flatter, unflattering, cut, drape, drapey, ' +
    'flare, flowy, billowy, swing, tent, big, bigger, smaller, larger, shorter, longer, tighter, looser, long, ' +
    'short, wide, wider, narrow, too high, too low, hit at, hit just, hit me, hit my, hit a bit, below my, above my, ' +
    'above the knee, below the knee, chest, bust, busty, boob, hip, shoulder, torso, tummy, belly, thigh, calf, rib, ' +
    'armhole, arm hole, my arm, my leg, figure, my shape, body type, curve, curvy, hourglass, pear shape, waisted, ' +
    'waistband, rise, hem, inseam, 5\'5", 5 ft, 5ft, 120 lbs, 120lbs, 120 lb, 120 pounds, 34b, 34c, 34d, 34dd, ' +
    'usually wear, normally wear, usual size, normal size, hide my, accentuate, cling, clingy, stretch out, gape, gap, ' +
    'pull across, alter, tailor, slide off, slip off, ride up, dimension, too much fabric, extra fabric, proportion',
  quality:
    'poorly made, cheaply made, made well, beautifully made, badly made, nicely made, cheap looking, feel cheap, ' +
    'sturdy, solid, rip, ripped, tear, torn, tore, broken, break, fall apart, falling apart, fell off, fall off, ' +
    'falling off, came off, come off, came apart, unravel, fray, snag, thread, zipper, sewn, sewing, construction, ' +
    'craftsmanship, workmanship, pill, pilling, shrink, shrunk, shrank, fade, faded, bleed, colorfast, wash well, ' +
    'washed well, after washing, after one wash, hand wash, washing machine, dry clean, hold up, held up, last long, ' +
    'wear out, wore out, flaw, defect, damage, faulty, stain, scratched, crack, cracked, cracking, dented, authentic, ' +
    'genuine, fake, counterfeit, fresh, rotten, mould, mold, expired, peeling, well constructed, refurbished',
  material:
    'knit, wool, silk, silky, linen, polyester, rayon, viscose, cashmere, denim, velvet, leather, suede, jersey, nylon, ' +
    'spandex, lining, lined, unlined, stretchy, stretch, see through, see thru, transparent, opaque, ' +
    'breathable, lightweight, light weight, weight, heavy, heavier, thicker, thinner, softer, softness, comfy, comfort, ' +
    'cozy, cosy, warm, warmth, scratchy, itch, stiff, smooth, plush, fuzzy, fluffy, crisp, the feel, feel of, airy, ' +
    'insulated, ingredient, made of, plastic, metal, wrinkle, padded, padding',
  looks:
    'shade, hue, palette, color is off white, colour is off white, black, white, red, blue, green, navy, grey, gray, pink, purple, yellow, orange, brown, beige, ' +
    'ivory, coral, teal, turquoise, mustard, burgundy, maroon, taupe, khaki, olive, gold, silver, print, pattern, floral, ' +
    'flower, stripe, plaid, polka dot, lace, embroidery, embroidered, detail, detailing, beading, ruffle, shimmer, ' +
    'sparkle, stylish, chic, elegant, classy, classic, sexy, feminine, trendy, unique, adorable, casual, versatile, ' +
    'frumpy, ugly, dressy, dress up, dressed up, dress down, dressed down, dress it up, in person, real life, photo, ' +
    'pic, pictured, image, as shown, vibrant, bright, vivid, sophisticated, edgy, bohemian, boho, neutral, attractive, ' +
    'beauty, eye catching, worn with, wear it with, wear with, wear this with, wore it with, wore with, wore this with, ' +
    'pair with, paired with, pair it with, paired it with, go with, great with, with jeans, with skinny jeans, ' +
    'with leggings, with boots, with heels, with sandals, over leggings, underneath, look expensive, fashionable, ' +
    'graphic, aesthetic, finish',
  performance:
    'work great, work well, work perfectly, work fine, work as, stopped working, stop working, not working, ' +
    "doesn't work, does not work, won't work, battery life, screen, sound, noise, noisy, loud, quiet, connect, bluetooth, " +
    'wifi, signal, the app, software, update, crash, freeze, laggy, camera, resolution, brightness, suction, motor, ' +
    'charger, temperature, heat up, waterproof, water resistant, rain, keep you dry, keep me dry, easy to clean, ' +
    'easy to wear, hard to get, get it on, get it off, to get on, bathroom, convenient, practical, useful, handy, ' +
    'functional, efficient, powerful, slow, remote, volume, hold a charge, pocket size, turn on, turn off',
  'smell-and-taste':
    'smelly, stinky, stank, aroma, aftertaste, fume, musty, tasty, yummy, juicy, bitter, sour, salty, bland, sweetness, ' +
    'too sweet, perfume',
  safety:
    'unsafe, sharp, shock, overheat, fire hazard, explode, exploded, injury, injure, injured, choke, choking, irritate, ' +
    'irritation, allergy, burn, burned, non toxic, cut myself, cut my finger, tip over, hives',
  price:
    'sale price, sale, deal, bargain, discount, penny, cent, paid, pay, overpriced, a steal, splurge, full price, dollar, ' +
    'buck, inexpensive, spend, spent, budget, $5, £5, €5, promo, coupon, percent off, value for, great value, price tag, free gift',
  delivery:
    'shipping, dispatch, package came, took weeks, came in a week, on time, in transit, never came, usps, ups, ' +
    'fedex, dhl, came fast, came late, came early, came on time, missing piece, missing part, wrong item, wrong size sent, ' +
    'fast shipping, order came, mailed, customs',
  packaging:
    'package, packing, envelope, gift box, gift wrap, bottle, lid, pump, carton, styrofoam, poorly packed, spilled',
  instructions:
    'tutorial, step by step, easy to follow, easy to assemble, easy to put together, screw, install, installation, ' +
    'how to use it, booklet',
  service:
    'customer support, tech support, customer care, vendor, return process, return label, restocking fee, replied, reply, ' +
    'respond, responded, responsive, contacted, sales associate, salesperson, rude, polite, helpful, repair, store credit, ' +
    'scam, honest, dishonest, misleading, company',
};
