import { words } from '#core/base/text/words.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { holdsWord, namedBy } from '#core/base/text/named-by.ts';

export type PersonalKind = 'name' | 'email' | 'phone' | 'address' | 'payment' | 'id-number';

/** Returns the kind of personal data that a header names, or null. */
export function personalHeader(header: string): PersonalKind | null {
  const name = foldedHeader(header);
  if (isAboutGoods(name)) return null;
  const told = KINDS.find((kind) => tells(WORDS[kind], name));
  return told ?? null;
}

interface KindWords {
  /** Matched against the whole header. */
  readonly alone: readonly string[];
  /** Matched anywhere in a header, as whole words in scripts that separate words. */
  readonly within: readonly string[];
}

/** In this order, so that an e-mail address is not taken for a postal address. */
const KINDS: readonly PersonalKind[] = [
  ...(['email', 'phone', 'payment', 'id-number', 'address', 'name'] as const),
];

/** English, German, Spanish, Portuguese, French, Chinese and Japanese, as `foldedHeader` writes them. */
const WORDS: Readonly<Record<PersonalKind, KindWords>> = {
  email: {
    alone: ['email', 'e mail', 'mail', 'contact email', 'correo', 'courriel', '邮件', 'メール'],
    within: words(
      'email address, e mail address, customer email, buyer email, billing email, contact e mail',
      'e mail adresse, email adresse, mailadresse, kunden e mail, correo electronico',
      'email del cliente, endereco de email, endereco de e mail, e mail do cliente, adresse e mail',
      'adresse email, adresse mail, email client, e mail client, 邮箱, 电子邮件, メールアドレス',
    ),
  },
  phone: {
    alone: [
      ...['phone', 'mobile', 'tel', 'cell', 'fax', 'handy', 'movil', 'celular', 'portable'],
      ...['手机', '电话', '固话', '電話', '携帯'],
    ],
    within: words(
      'phone number, telephone, mobile number, cell phone, contact number, fax number',
      'billing phone, shipping phone, ship phone, buyer phone, customer phone, recipient phone',
      'contact phone, telefon, telefonnummer, handynummer, mobilnummer, rufnummer, telefono',
      'numero de movil, telefone, telemovel, numero de celular, 手机号, 联系电话, 联系手机',
      '联系方式, 收货电话, 买家电话, 電話番号, 携帯番号, 携帯電話',
    ),
  },
  payment: {
    alone: words('iban, bic, swift, cvv, rib, card, account number, paypal, 卡号, 支付宝'),
    within: words(
      'credit card, card number, bank account, paypal account, account holder, kontonummer',
      'kreditkarte, kreditkartennummer, bankverbindung, kontoinhaber, tarjeta de credito',
      'numero de tarjeta, cuenta bancaria, numero de cuenta, cartao de credito, numero do cartao',
      'conta bancaria, carte bancaire, numero de carte, compte bancaire, 银行卡, 银行账号',
      '支付宝账号, 支付宝账户, 口座番号, カード番号',
    ),
  },
  'id-number': {
    alone: ['ssn', 'dni', 'nif', 'curp', 'rfc', 'cpf', 'tax id', 'vat id', 'passport', 'kunden nr'],
    within: words(
      'customer id, buyer id, customer number, user id, client id, national id, social security',
      'passport number, vat number, tax number, kundennummer, kunden id, steuernummer',
      'ausweisnummer, ust id, ustid, id de cliente, id del cliente, numero de cliente',
      'id do cliente, cpf do comprador, numero client, id client, securite sociale, 身份证, 证件号',
      '护照号, 买家id, 客户id, 会员id, 用户id, 客户编号, 顧客番号, 会員番号, 顧客id, 会員id',
      'マイナンバー',
    ),
  },
  address: {
    alone: [
      ...['street', 'zip', 'postcode', 'strasse', 'straße', 'plz', 'calle'],
      ...['rua', 'cep', 'bairro', 'rue', 'morada', '街道', '番地'],
    ],
    within: words(
      'address, address1, address2, postal code, zip code, shipping zip, billing zip',
      'shipping street, billing street, ship city, shipping city, billing city, adresse, anschrift',
      'lieferadresse, rechnungsadresse, lieferanschrift, hausnummer, postleitzahl, direccion',
      'domicilio, codigo postal, endereco, code postal, 地址, 邮编, 邮政编码, 住所, 郵便番号',
    ),
  },
  name: {
    alone: words(
      'customer, buyer, client, recipient, consignee, addressee, surname, attn, kunde, kundin',
      'kaufer, empfanger, besteller, cliente, comprador, acheteur, destinatario, destinataire',
      'apellido, apellidos, sobrenome, apelido, prenom, username, user, 客户, 顾客, 买家, 联系人',
      '用户名, 旺旺, 顧客, お客様, 購入者, 注文者, 受取人, 姓, 名, nome completo, nombre completo',
    ),
    within: words(
      'customer name, buyer name, client name, billing name, shipping name, recipient name',
      'ship to name, bill to name, first name, last name, full name, given name, family name',
      'contact name, contact person, user name, buyer username, cardholder, kundenname, kaufername',
      'name des kaufers, name des kunden, empfangername, name des empfangers, vorname, nachname',
      'rechnungsname, ansprechpartner, benutzername, nombre del cliente, nombre de cliente',
      'nombre cliente, nombre del comprador, nombre del destinatario, nombre y apellidos',
      'nombre de usuario, nome do cliente, nome cliente, nome do comprador, nome do destinatario',
      'nome de usuario, nom du client, nom client, nom de l acheteur, nom du destinataire',
      'nom de famille, nom et prenom, prenom du client, 收货人, 收件人, 买家昵称, 买家姓名, 会员名',
      '买家会员, 会员昵称, 客户姓名, 客户名称, 客户昵称, 姓名, 昵称, 氏名, お名前, 購入者名',
      '注文者名, 送付先名, 届け先名, 配送先名, 宛名, 顧客名',
    ),
  },
};

/** Names of things and counts of people are not personal data. */
const isAboutGoods = namedBy(
  'product item brand category file campaign channel store shop ad listing sku variant',
  'collection promotion coupon vendor supplier manufacturer marketplace warehouse web url',
  'count orders sales units rate rating reviews type segment clicks opens sessions',
  'visits case produkt artikel marke kategorie datei kampagne kanal laden anzahl',
  'producto articulo marca categoria archivo campana canal tienda produto artigo arquivo',
  'campanha loja produit article marque categorie fichier campagne boutique magasin',
  '商品 宝贝 产品 品牌 类目 店铺 店舗 文件 活动 渠道 平台 图片 链接 网页 人数',
  '买家数 客户数 率 占比 评分 评价 評価 类型 仕入先 供应商',
);

function tells({ alone, within }: KindWords, name: string): boolean {
  return alone.includes(name) || within.some((word) => holdsWord(name, word));
}
