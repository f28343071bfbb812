import { describe, expect, it } from 'vitest';
import { personalHeader, type PersonalKind } from '#core/import/privacy/personal-headers.ts';

const personal: Readonly<Record<PersonalKind, string>> = {
  name: 'Customer Name|customer|Billing Name|Shipping Name|buyer-name|recipient-name|Buyer Username|First Name|Last Name|Kundenname|Käufer|Empfänger|Vorname|Nachname|Nombre del cliente|Comprador|Apellidos|Nome do cliente|Destinatário|Nom du client|Prénom|Destinataire|收货人|收货人姓名|买家昵称|买家会员名|客户姓名|注文者氏名|購入者名|送付先氏名',
  email:
    'Email|E-Mail|email address|Buyer Email|buyer-email|E-Mail-Adresse|Correo electrónico|Endereço de e-mail|Adresse e-mail|买家邮箱|メールアドレス',
  phone:
    'Phone|Phone Number|buyer-phone-number|Shipping Phone|Telefon|Handynummer|Teléfono|Telemóvel|Téléphone|手机|手机号码|联系电话|買い手の電話番号',
  address:
    'Address|Shipping Address1|ship-address-1|Billing Street|ship-postal-code|Shipping Zip|Lieferadresse|Straße|PLZ|Dirección de envío|Código postal|Endereço|CEP|Adresse de livraison|收货地址|邮编|送付先住所|郵便番号',
  payment:
    'IBAN|Credit Card Number|Kontonummer|Número de tarjeta|Cartão de crédito|Carte bancaire|买家支付宝账号|银行卡号|カード番号',
  'id-number':
    'Customer ID|buyer_id|Kundennummer|DNI|CPF|VAT number|Numéro client|身份证号|会員番号',
};

describe('personalHeader', () => {
  const cases = Object.entries(personal).flatMap(([kind, headers]) =>
    headers.split('|').map((header) => ({ header, kind })),
  );

  it.each(cases)('takes $header for $kind', ({ header, kind }) => {
    expect(personalHeader(header)).toBe(kind);
  });

  it.each([
    ...['product name', 'Item Name', 'Brand Name', 'Channel Name', 'Campaign Name', 'File name'],
    ...['Store Name', 'Vendor', 'Name', 'Title', 'Customer rating', 'Customer reviews'],
    ...[
      'Number of customers',
      'New customers',
      'Email campaign',
      'Email clicks',
      'Mobile sessions',
    ],
    ...['Phone case colour', 'Country', 'Ship date', 'Shipping', 'Card game', 'Payment method'],
    ...['Produktname', 'Markenname', 'Kundenbewertung', 'Anzahl Kunden', 'Adressat'],
    ...['Nombre del producto', 'Nombre', 'Nome do produto', 'Nom du produit', 'Nom'],
    ...[
      '商品名称',
      '店铺名称',
      '品牌名称',
      '活动名称',
      '渠道名称',
      '支付买家数',
      '访客数',
      '手机端访客数',
    ],
    ...['商品评价', '图片地址', '商品名', '店舗名', 'ブランド名', '件名'],
  ])('takes %s for nobody’s', (header) => {
    expect(personalHeader(header)).toBeNull();
  });
});
