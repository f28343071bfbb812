import type { PersonalColumn } from '#core/import/privacy/personal-columns.ts';
import type { PersonalKind } from '#core/import/privacy/personal-headers.ts';
import { m } from '#messages';

const KIND_WORDS: Readonly<Record<PersonalKind, () => string>> = {
  name: m.forms_personal_name,
  email: m.forms_personal_email,
  phone: m.forms_personal_phone,
  address: m.forms_personal_address,
  payment: m.forms_personal_payment,
  'id-number': m.forms_personal_id_number,
};

/** Says what personal data a column holds, and whether its name or its values show that. */
export function personalWords({ kind, reason }: PersonalColumn): string {
  const what = KIND_WORDS[kind]();
  return reason === 'header'
    ? m.forms_personal_by_header({ what })
    : m.forms_personal_by_values({ what });
}
