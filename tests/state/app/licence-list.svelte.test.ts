import { describe, expect, it } from 'vitest';
import { LicenceList } from '#state/app/licence-list.svelte.ts';

const LIST = [{ name: 'a', version: '1.0.0', licence: 'MIT', text: 'MIT License' }];
const answering = (response: Response) =>
  new LicenceList({ fetchList: () => Promise.resolve(response) });

describe('LicenceList', () => {
  it('holds what the build wrote, once it has come', async () => {
    const licences = answering(Response.json(LIST));
    expect(licences.list).toBeNull();
    await licences.load();
    expect(licences.list).toEqual(LIST);
    expect(licences.failure).toBeNull();
  });

  it('says that the list is not there', async () => {
    const licences = answering(new Response('', { status: 404 }));
    await licences.load();
    expect(licences.list).toBeNull();
    expect(licences.failure).toMatchObject({
      message: 'expected the list of licences, got 404',
    });
  });
});
