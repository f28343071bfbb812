import type { HandleClientError } from '@sveltejs/kit';

/** An error that nobody expected: the console keeps it whole, the error page says what it said. */
export const handleError: HandleClientError = ({ error, status, message }) => {
  if (status === 404) return { message: 'There is no page at this address.' };
  console.error(error);
  return { message: error instanceof Error ? error.message : message };
};
