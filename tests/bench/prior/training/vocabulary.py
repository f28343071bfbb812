"""Words of invented titles, written for this prior alone: things by department, and what is said about things."""

THINGS = {
    'kitchen': 'saucepan, chopping board, ladle, colander, rolling pin, pepper mill, oven glove, jam jar, whisk, casserole, cake tin, tea towel, egg cup, kettle, bread bin',
    'lighting': 'floor lamp, lantern, string lights, candle holder, wall light, night light, pendant shade, torch, tealight, chandelier',
    'bedding': 'duvet cover, pillowcase, quilt, mattress topper, fleece throw, fitted sheet, bolster, baby blanket, bed runner',
    'stationery': 'notebook, fountain pen, desk diary, wrapping paper, sticker sheet, greeting card, pencil case, wall calendar, stamp set, washi tape, envelope pack',
    'toys': 'building blocks, doll house, jigsaw, toy tractor, teddy, marble run, play tent, spinning top, board game, toy kitchen, slime kit, bath duck',
    'garden': 'watering can, bird feeder, seed tray, garden gnome, hanging basket, hose reel, wind chime, trowel, greenhouse, plant label, fire pit, parasol',
    'jewellery': 'charm bracelet, stud earrings, pendant necklace, signet band, ankle chain, cufflinks, hair slide, locket, toe ring, bangle',
    'womenswear': 'wrap dress, pleated skirt, silk blouse, cardigan, trench coat, jumpsuit, leggings, camisole, kimono, pyjama set, sundress, bikini',
    'menswear': 'polo shirt, chinos, denim jacket, waistcoat, hoodie, swim trunks, flannel shirt, bomber jacket, boxer shorts, overcoat, blazer',
    'footwear': 'ankle boots, running trainers, sandals, slippers, loafers, wellingtons, ballet flats, hiking boots, flip flops, high heels',
    'bags': 'tote, rucksack, clutch, suitcase, laptop sleeve, purse, wash bag, duffel, belt bag, shopping trolley',
    'beauty': 'face cream, lipstick, shampoo bar, nail varnish, eye shadow palette, beard oil, bath bomb, perfume, sunscreen, sheet mask, hand balm',
    'health': 'vitamin tablets, massage gun, yoga mat, blood pressure monitor, protein powder, heat pad, foam roller, reusable mask, posture strap',
    'pets': 'dog lead, cat tree, aquarium filter, bird cage, chew toy, litter tray, puppy bed, rabbit hutch, flea collar, fish food',
    'audio': 'headphones, portable speaker, turntable, microphone, earbuds, guitar pedal, radio, soundbar, audio cable, ukulele',
    'phones': 'phone case, screen protector, charging dock, power bank, selfie stick, car mount, usb cable, smart watch strap',
    'computing': 'mechanical keyboard, gaming mouse, webcam, monitor arm, memory card, router, graphics tablet, cooling pad, printer ink',
    'tools': 'cordless drill, spanner set, tape measure, work bench, paint roller, step ladder, sanding block, tool chest, spirit level, glue gun',
    'outdoors': 'sleeping bag, camping stove, fishing rod, tent peg, cool box, bicycle helmet, kayak paddle, climbing rope, head torch, picnic rug',
    'sports': 'football, tennis racket, skipping rope, dumbbell, swimming goggles, golf gloves, dart board, hockey stick, skateboard, gym towel',
    'food': 'olive oil, dark chocolate, green tea, granola, hot sauce, honey, ground coffee, pasta, biscuit tin, popcorn, noodles, dried mango',
    'drinks': 'red wine, pale ale, gin, lemonade, cold brew, cider, sparkling water, herbal infusion, smoothie, whisky',
    'art': 'canvas print, oil paint, sketch pad, watercolour set, ceramic sculpture, photo poster, embroidery kit, calligraphy brush, mosaic tile',
    'furniture': 'armchair, bookcase, coffee table, bar stool, wardrobe, desk, shoe rack, bedside cabinet, footstool, bench, tv stand',
    'storage': 'wicker basket, drawer divider, laundry hamper, spice rack, vacuum bag, coat hook, shelf bracket, plastic crate, jewellery box',
    'baby': 'romper, bottle warmer, changing mat, teether, pram hood, bib, baby monitor, cot mobile, swaddle, high chair',
    'party': 'balloon arch, paper plates, bunting, photo booth props, cake topper, confetti, piñata, party crown, table cloth, gift bag',
    'books': 'detective novel, cookery book, picture book, travel guide, poetry collection, graphic novel, history of empires, memoir, atlas, puzzle book',
    'games': 'strategy simulation, pixel platformer, racing championship, dungeon crawler, city builder, puzzle adventure, space shooter, farming life, card battler, survival island',
    'courses': 'drawing class, beginner piano lessons, bread baking workshop, spanish evening course, photography walk, coding camp, wine tasting, pottery session',
    'shows': 'comedy revue, courtroom drama, family musical, opera gala, dance spectacle, solo monologue, jazz evening, magic show, holiday pageant, satire',
    'dishes': 'lentil soup, chicken curry, beef burger, garden salad, seafood risotto, vegetable wrap, fruit crumble, breakfast bowl, grilled sandwich, pizza slice',
    'car': 'dash camera, seat cover, roof box, wiper blade, tyre inflator, air freshener, steering wheel cover, boot liner, jump leads',
    'cleaning': 'dish soap, microfibre cloth, robot vacuum, mop bucket, laundry pods, window squeegee, bin liner, toilet brush, stain remover',
}
STYLES = (
    'vintage, modern, rustic, mini, large, deluxe, handmade, classic, foldable, portable, organic, personalised, luxury, budget, waterproof, lightweight, '
    'vegan, limited edition, heavy duty, slim, oversized, retro, bohemian, minimalist, industrial, scandinavian, reusable, wireless, rechargeable, recycled, '
    'professional, beginner, travel, giant, pocket, premium, quirky, elegant, distressed, scented, striped, spotted, floral, geometric, tropical, gothic, '
    'pastel, neon, glitter, embroidered, quilted, knitted, carved, hand painted, engraved, magnetic, adjustable, antique, cosy, dainty, sturdy, novelty'
)
MATERIALS = (
    'cotton, linen, oak, bamboo, steel, glass, leather, wool, ceramic, silver, brass, velvet, plastic, silicone, marble, paper, rattan, cork, canvas, '
    'porcelain, aluminium, walnut, felt, denim, wax, gold plated, enamel, concrete, nylon, cashmere'
)
COLOURS = 'red, blue, green, black, white, pink, yellow, grey, navy, cream, purple, orange, teal, brown, multicolour, ivory, turquoise, charcoal'
THEMES = (
    'with hearts, christmas, halloween, easter, birthday, summer, winter, wedding, valentine, back to school, for mum, for dad, for kids, for her, for him, '
    'owl, fox, cat, unicorn, dinosaur, flamingo, butterfly, mushroom, skull, moon and stars, rainbow, sailing boat, woodland, safari, space, retro diner, '
    'alphabet, world map, teacher gift, new year, autumn, snowman, garden party, beach, camping, football fan, gamer, yoga, music lover'
)
PACKS = 'set of 2, set of 3, pack of 6, pack of 12, pair of, box of 10, set, bundle, refill for, replacement'
SYLLABLES = 'ka, lo, mir, ven, tas, dor, el, qui, zan, bre, no, vi, sha, ran, tul, pe, gor, mae, ix, hol, fen, ru, cas, ti, wen, os, bly, dra, en, ju'


def listed(words):
    return [word.strip() for word in words.split(',')]
