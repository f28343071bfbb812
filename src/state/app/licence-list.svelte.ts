import type { ShippedLicence } from '#core/app/shipped-licence.ts';
import { licencesAddress } from '../base/addresses.ts';

const ports = { fetchList: () => fetch(licencesAddress()) };
export type LicenceListPorts = typeof ports;

/** Licences of the work of others in the app, as the build lists them. */
export class LicenceList {
  readonly #ports: LicenceListPorts;
  #list = $state.raw<readonly ShippedLicence[] | null>(null);
  #failure = $state.raw<unknown>(null);

  constructor(withPorts: LicenceListPorts = ports) {
    this.#ports = withPorts;
  }

  /** Null until it is fetched. */
  get list(): readonly ShippedLicence[] | null {
    return this.#list;
  }

  get failure(): unknown {
    return this.#failure;
  }

  async load(): Promise<void> {
    try {
      const response = await this.#ports.fetchList();
      if (!response.ok) throw new Error(`expected the list of licences, got ${response.status}`);
      this.#list = (await response.json()) as readonly ShippedLicence[];
      this.#failure = null;
    } catch (error) {
      this.#failure = error;
    }
  }
}
