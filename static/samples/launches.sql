-- Launches, out of the lines of orders in your warehouse.
--
-- It gives one row for each launch of a product: when it was first sold, at which price, and what its first weeks brought. Save the
-- result as CSV or Parquet and drop it into Debut. It counts as Debut does when you drop the exports of a shop's platform.
-- It runs in DuckDB (1.1 or later) and is written for Spark SQL too (3.4 or later, and so for Databricks).
--
-- 1. Make a view that is called order_lines, with a row for each product in an order and these columns, by these names.
--    Of the optional ones write "NULL AS channel" where you have none.
--
--      order_id      what the order is called
--      ordered_at    TIMESTAMP of the order, by your shop's own clock
--      product_id    what the product is called: the same for all its sizes and colours if they were launched as one
--      quantity      pieces; below zero where pieces came back
--      unit_price    of one piece, before discounts
--      discount      optional: money off this line, its share of what is off the whole order included; 0 or more
--      refunded      optional: money given back for this line; 0 or more
--      list_price    optional: of one piece without promotion ("compare at")
--      is_cancelled  optional: TRUE where the order was cancelled or not paid
--      title         optional: name of the product
--      category, brand, channel, coupon    optional: names; the coupon is the code that the buyer used
--
--    Such as:
--
--      CREATE VIEW order_lines AS
--      SELECT o.number AS order_id, o.created_at AS ordered_at, l.sku AS product_id, l.pieces AS quantity, l.price AS unit_price,
--        l.money_off AS discount, NULL AS refunded, NULL AS list_price, o.status = 'cancelled' AS is_cancelled, p.name AS title,
--        p.category AS category, p.brand AS brand, o.sales_channel AS channel, o.voucher AS coupon
--      FROM lines l JOIN orders o ON o.id = l.order_id JOIN products p ON p.id = l.product_id;
--
-- 2. Change the settings below where you want others, and run all of it.

WITH settings AS (
  SELECT
    -- A product first sold in so many days from your first order on is no launch: it was probably on sale before.
    120 AS burn_in_days,
    -- A launch is judged by so many days from its first sale on. One whose days are not over yet is left out.
    28 AS horizon_days,
    -- TRUE: do not count lines that buy more than twenty times what is usual.
    FALSE AS leave_out_bulk,
    -- What promotions are called; the second is followed by how much, such as "Price cut 20%".
    'Discount code' AS coupon_word,
    'Price cut' AS price_cut_word
),

-- From here on nothing needs to be changed.
lines AS (
  SELECT
    COALESCE(TRIM(CAST(order_id AS STRING)), '') AS order_id,
    CAST(ordered_at AS TIMESTAMP) AS ordered_at,
    COALESCE(TRIM(CAST(product_id AS STRING)), '') AS product_id,
    CAST(quantity AS DOUBLE) AS quantity,
    CAST(unit_price AS DOUBLE) AS unit_price,
    CASE WHEN CAST(list_price AS DOUBLE) > 0 THEN CAST(list_price AS DOUBLE) END AS list_price,
    COALESCE(CAST(discount AS DOUBLE), 0) AS discount,
    COALESCE(CAST(refunded AS DOUBLE), 0) AS refunded,
    COALESCE(CAST(is_cancelled AS BOOLEAN), FALSE) AS is_cancelled,
    REPLACE(REPLACE(REPLACE(COALESCE(TRIM(CAST(title AS STRING)), ''), '  ', ' '), '  ', ' '), '  ', ' ') AS title,
    COALESCE(TRIM(CAST(category AS STRING)), '') AS category,
    COALESCE(TRIM(CAST(brand AS STRING)), '') AS brand,
    COALESCE(TRIM(CAST(channel AS STRING)), '') AS channel,
    COALESCE(TRIM(CAST(coupon AS STRING)), '') AS coupon
  FROM order_lines
),

-- Where nearly all lines have an id that begins with a number of one length, "POST" and "gift_01" are no products.
ids AS (
  SELECT LENGTH(REGEXP_EXTRACT(product_id, '^[0-9]*', 0)) AS digits, COUNT(*) AS line_count
  FROM lines
  WHERE product_id <> ''
  GROUP BY LENGTH(REGEXP_EXTRACT(product_id, '^[0-9]*', 0))
),
shares AS (SELECT digits, line_count, SUM(line_count) OVER () AS all_lines FROM ids),
shop AS (
  SELECT
    (SELECT MAX(CASE WHEN digits >= 4 AND line_count >= 0.95 * all_lines THEN digits ELSE 0 END) FROM shares) AS usual_digits,
    -- A shop that names its products has lines without a name for its own corrections.
    (SELECT SUM(CASE WHEN title = '' THEN 1 ELSE 0 END) < 0.5 * COUNT(*) FROM lines) AS has_titles,
    -- One that writes names in capitals has others for notes of the stock room.
    (
      SELECT COUNT(*) > 0 AND SUM(CASE WHEN title = UPPER(title) THEN 1 ELSE 0 END) >= 0.8 * COUNT(*)
      FROM (SELECT DISTINCT title FROM lines WHERE LOWER(title) <> UPPER(title)) AS named
    ) AS in_capitals,
    (SELECT MEDIAN(quantity) FROM lines WHERE quantity > 0) AS usual_quantity
),

-- Postage, vouchers, fees and tests are no products: by the whole name but for a number behind it, by how it begins, or by a word in it.
names AS (
  SELECT title, LOWER(title) AS plain, REGEXP_REPLACE(LOWER(title), '[ 0-9.,:;!?#$€£¥%&*+/()_-]+$', '') AS bare
  FROM lines
  GROUP BY title
),
goods AS (
  SELECT title
  FROM names
  WHERE bare NOT IN (
      'postage', 'shipping', 'delivery', 'carriage', 'tip', 'donation', 'adjustment', 'adjust', 'manual', 'discount',
      'bank charges', 'amazon fee', 'commission', 'custom amount', 'deposit', 'test', 'test product', 'test order', 'test item',
      'versand', 'porto', 'trinkgeld', 'frete', 'testartikel', 'spedizione', 'envío', 'frais de port', '送料', 'ギフトカード',
      'テスト', 'テスト商品'
    )
    AND NOT (
      REGEXP_EXTRACT(plain, '^[^ ]+( [^ ]+)?( [^ ]+)?( [^ ]+)?$', 0) <> ''
      AND REGEXP_EXTRACT(
        plain,
        '^(gift card|e-gift card|gift certificate|gift voucher|postage and|postage &|shipping fee|shipping charge|shipping cost|shipping protection|service fee|package protection|handling fee|delivery fee|delivery charge|route package|versandkosten|gutschein|geschenkgutschein|geschenkkarte|gastos de envío|tarjeta regalo|carte cadeau|buono regalo|cartão presente)(s?$|[ 0.,:;!?#$€£¥%&*+/()_-])',
        0
      ) <> ''
    )
    AND NOT (
      LENGTH(plain) <= 14
      AND REGEXP_EXTRACT(plain, '补差|差价|运费|邮费|專拍|专拍|定金链接|测试|礼品卡|红包链接', 0) <> ''
    )
),

-- Per product, what one line of it usually buys.
usual AS (SELECT product_id, MEDIAN(quantity) AS usual_quantity FROM lines WHERE quantity > 0 GROUP BY product_id),

counted AS (
  SELECT
    lines.*,
    CASE WHEN quantity * unit_price > discount THEN quantity * unit_price - discount WHEN unit_price IS NOT NULL THEN 0.0 END AS paid
  FROM lines
    CROSS JOIN settings
    CROSS JOIN shop
    JOIN goods ON goods.title = lines.title
    LEFT JOIN usual ON usual.product_id = lines.product_id
  WHERE NOT (is_cancelled AND quantity >= 0)
    AND ordered_at IS NOT NULL
    AND quantity <> 0
    AND lines.product_id <> ''
    AND LENGTH(REGEXP_EXTRACT(lines.product_id, '^[0-9]*', 0)) >= usual_digits
    AND (lines.title <> '' OR NOT has_titles)
    AND (unit_price IS NULL OR unit_price > 0)
    AND NOT (
      leave_out_bulk
      AND quantity > 20 * GREATEST(shop.usual_quantity, COALESCE(usual.usual_quantity, shop.usual_quantity))
    )
),

records AS (SELECT MIN(ordered_at) AS first_at, MAX(ordered_at) AS last_at FROM counted),

-- As most lines have it; one in capitals before others.
titles AS (
  SELECT
    product_id,
    title,
    ROW_NUMBER() OVER (
      PARTITION BY product_id
      ORDER BY CASE WHEN title = UPPER(title) AND title <> LOWER(title) THEN 0 ELSE 1 END, COUNT(*) DESC, title
    ) AS place
  FROM counted
  WHERE quantity > 0 AND title <> ''
  GROUP BY product_id, title
),

first_sales AS (SELECT product_id, MIN(ordered_at) AS launch_at FROM counted WHERE quantity > 0 GROUP BY product_id),

launches AS (
  SELECT first_sales.product_id, launch_at, COALESCE(titles.title, '') AS title
  FROM first_sales
    CROSS JOIN settings
    CROSS JOIN records
    CROSS JOIN shop
    LEFT JOIN titles ON titles.product_id = first_sales.product_id AND titles.place = 1
  WHERE launch_at > first_at + burn_in_days * INTERVAL '1' DAY
    AND launch_at < last_at - horizon_days * INTERVAL '1' DAY
    AND (NOT in_capitals OR (titles.title = UPPER(titles.title) AND titles.title <> LOWER(titles.title)))
),

-- Lines of launches, by how long after the first sale.
aged AS (
  SELECT
    counted.product_id, launch_at, last_at, order_id, quantity, unit_price, list_price, refunded, paid, category, brand, channel, coupon,
    ordered_at >= launch_at AND ordered_at < launch_at + horizon_days * INTERVAL '1' DAY AS is_within,
    quantity > 0 AND ordered_at < launch_at + INTERVAL '7' DAY AS is_first_week,
    quantity > 0 AND ordered_at >= launch_at + horizon_days * INTERVAL '1' DAY AS is_later,
    CASE
      WHEN quantity < 0 THEN 0
      WHEN ordered_at < launch_at + INTERVAL '7' DAY THEN 1 WHEN ordered_at < launch_at + INTERVAL '14' DAY THEN 2
      WHEN ordered_at < launch_at + INTERVAL '21' DAY THEN 3 WHEN ordered_at < launch_at + INTERVAL '28' DAY THEN 4
      WHEN ordered_at < launch_at + INTERVAL '35' DAY THEN 5 WHEN ordered_at < launch_at + INTERVAL '42' DAY THEN 6
      WHEN ordered_at < launch_at + INTERVAL '49' DAY THEN 7 WHEN ordered_at < launch_at + INTERVAL '56' DAY THEN 8
      WHEN ordered_at < launch_at + INTERVAL '63' DAY THEN 9 WHEN ordered_at < launch_at + INTERVAL '70' DAY THEN 10
      WHEN ordered_at < launch_at + INTERVAL '77' DAY THEN 11 WHEN ordered_at < launch_at + INTERVAL '84' DAY THEN 12
      ELSE 0
    END AS week
  FROM counted
    JOIN launches ON launches.product_id = counted.product_id
    CROSS JOIN settings
    CROSS JOIN records
),

-- Of each product the commonest name, by pieces sold within the horizon.
named AS (
  SELECT product_id, 'category' AS kind, category AS name, quantity FROM aged WHERE is_within AND quantity > 0
  UNION ALL
  SELECT product_id, 'brand' AS kind, brand AS name, quantity FROM aged WHERE is_within AND quantity > 0
  UNION ALL
  SELECT product_id, 'channel' AS kind, channel AS name, quantity FROM aged WHERE is_within AND quantity > 0
),
ranked AS (
  SELECT
    product_id, kind, name,
    ROW_NUMBER() OVER (PARTITION BY product_id, kind ORDER BY SUM(quantity) DESC, name) AS place
  FROM named
  WHERE name <> ''
  GROUP BY product_id, kind, name
),
commonest AS (
  SELECT
    product_id,
    MAX(CASE WHEN kind = 'category' THEN name END) AS category,
    MAX(CASE WHEN kind = 'brand' THEN name END) AS brand,
    MAX(CASE WHEN kind = 'channel' THEN name END) AS channel
  FROM ranked
  WHERE place = 1
  GROUP BY product_id
),

sums AS (
  SELECT
    product_id,
    MEDIAN(CASE WHEN is_first_week THEN unit_price END) AS price,
    MEDIAN(CASE WHEN is_first_week THEN paid / quantity END) AS paid_price,
    GREATEST(
      MEDIAN(CASE WHEN is_first_week THEN unit_price END),
      MEDIAN(CASE WHEN is_first_week THEN list_price END),
      MEDIAN(CASE WHEN is_later THEN unit_price END)
    ) AS usual_price,
    SUM(CASE WHEN is_first_week AND coupon <> '' THEN quantity ELSE 0.0 END)
      / SUM(CASE WHEN is_first_week THEN quantity ELSE 0.0 END) AS coupon_share,
    -- A line without an order's id is an order of its own.
    COUNT(DISTINCT CASE WHEN is_within AND quantity > 0 AND order_id <> '' THEN order_id END)
      + SUM(CASE WHEN is_within AND quantity > 0 AND order_id = '' THEN 1 ELSE 0 END) AS orders,
    SUM(CASE WHEN is_within AND quantity > 0 THEN quantity ELSE 0.0 END) AS units,
    SUM(CASE WHEN is_within AND quantity > 0 THEN paid END) AS revenue,
    SUM(CASE WHEN is_within AND quantity > 0 AND paid IS NULL THEN 1 ELSE 0 END) AS unpriced,
    -- Pieces of lines that take some back, and as many as the money given back pays for.
    SUM(
      CASE
        WHEN NOT is_within THEN 0.0
        WHEN quantity < 0 THEN 0.0 - quantity
        WHEN refunded > 0 AND paid > refunded THEN quantity * (refunded / paid)
        WHEN refunded > 0 AND paid IS NOT NULL THEN quantity
        ELSE 0.0
      END
    ) AS came_back,
    -- Empty where your orders end before the week does.
    CASE WHEN MAX(launch_at + INTERVAL '7' DAY) < MAX(last_at) THEN SUM(CASE WHEN week = 1 THEN quantity ELSE 0.0 END) END AS units_week_1,
    CASE WHEN MAX(launch_at + INTERVAL '14' DAY) < MAX(last_at) THEN SUM(CASE WHEN week = 2 THEN quantity ELSE 0.0 END) END AS units_week_2,
    CASE WHEN MAX(launch_at + INTERVAL '21' DAY) < MAX(last_at) THEN SUM(CASE WHEN week = 3 THEN quantity ELSE 0.0 END) END AS units_week_3,
    CASE WHEN MAX(launch_at + INTERVAL '28' DAY) < MAX(last_at) THEN SUM(CASE WHEN week = 4 THEN quantity ELSE 0.0 END) END AS units_week_4,
    CASE WHEN MAX(launch_at + INTERVAL '35' DAY) < MAX(last_at) THEN SUM(CASE WHEN week = 5 THEN quantity ELSE 0.0 END) END AS units_week_5,
    CASE WHEN MAX(launch_at + INTERVAL '42' DAY) < MAX(last_at) THEN SUM(CASE WHEN week = 6 THEN quantity ELSE 0.0 END) END AS units_week_6,
    CASE WHEN MAX(launch_at + INTERVAL '49' DAY) < MAX(last_at) THEN SUM(CASE WHEN week = 7 THEN quantity ELSE 0.0 END) END AS units_week_7,
    CASE WHEN MAX(launch_at + INTERVAL '56' DAY) < MAX(last_at) THEN SUM(CASE WHEN week = 8 THEN quantity ELSE 0.0 END) END AS units_week_8,
    CASE WHEN MAX(launch_at + INTERVAL '63' DAY) < MAX(last_at) THEN SUM(CASE WHEN week = 9 THEN quantity ELSE 0.0 END) END AS units_week_9,
    CASE WHEN MAX(launch_at + INTERVAL '70' DAY) < MAX(last_at) THEN SUM(CASE WHEN week = 10 THEN quantity ELSE 0.0 END) END AS units_week_10,
    CASE WHEN MAX(launch_at + INTERVAL '77' DAY) < MAX(last_at) THEN SUM(CASE WHEN week = 11 THEN quantity ELSE 0.0 END) END AS units_week_11,
    CASE WHEN MAX(launch_at + INTERVAL '84' DAY) < MAX(last_at) THEN SUM(CASE WHEN week = 12 THEN quantity ELSE 0.0 END) END AS units_week_12
  FROM aged
  GROUP BY product_id
),

-- A launch at a price that is at least five hundredths below the usual one was promoted.
promoted AS (
  SELECT
    product_id,
    CASE
      WHEN coupon_share >= 0.5 THEN coupon_word
      WHEN (usual_price - paid_price) / usual_price >= 0.05
        THEN CONCAT(price_cut_word, ' ', CAST(CAST(ROUND(20 * (usual_price - paid_price) / usual_price) * 5 AS INT) AS STRING), '%')
      ELSE ''
    END AS promotion
  FROM sums
    CROSS JOIN settings
)
SELECT
  launches.product_id AS product_id,
  launches.title AS title,
  COALESCE(commonest.category, '') AS category,
  COALESCE(commonest.brand, '') AS brand,
  CAST(launch_at AS DATE) AS launch_date,
  COALESCE(commonest.channel, '') AS channel,
  promotion AS promotion,
  CASE WHEN (promotion <> '' AND paid_price < usual_price) OR price IS NULL THEN usual_price ELSE price END AS list_price,
  CASE WHEN promotion <> '' AND paid_price < usual_price THEN FLOOR(100 * paid_price + 0.5) / 100 END AS sale_price,
  orders AS orders,
  units AS units,
  CASE WHEN unpriced = 0 THEN FLOOR(100 * revenue + 0.5) / 100 END AS revenue,
  LEAST(units, FLOOR(came_back + 0.5)) AS returns,
  units_week_1, units_week_2, units_week_3, units_week_4, units_week_5, units_week_6, units_week_7, units_week_8, units_week_9,
  units_week_10, units_week_11, units_week_12
FROM launches
  JOIN sums ON sums.product_id = launches.product_id
  JOIN promoted ON promoted.product_id = launches.product_id
  LEFT JOIN commonest ON commonest.product_id = launches.product_id
ORDER BY launch_date, product_id;
